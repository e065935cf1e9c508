package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;
import gemwright.source.ConvertOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What goes over the bridge to Python, and what never does. A shell script stands for Python: it
/// notes that it ran, and leaves a trace that was made before.
@DisabledOnOs(OS.WINDOWS)
class BridgeTest {
    private static final Path TORCH =
            Path.of("src/test/resources/gemwright/source/torch").toAbsolutePath();
    private static final Path CUSTOM = TORCH.resolve("module/refused/custom/model.pt");

    @TempDir private Path folder;

    private Path python(String ending) throws IOException {
        Path trace = TORCH.resolve("script/activations-trace/model.pt");
        Path script = folder.resolve("python");
        Files.writeString(
                script,
                "#!/bin/sh\ncat > /dev/null\ntouch '"
                        + folder
                        + "/ran'\ncp '"
                        + trace
                        + "' \"$4\"\n"
                        + ending
                        + "\n");
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private Conversion.Request request(Path source, List<ValueInfo> inputs) {
        ConvertOptions options =
                new ConvertOptions(
                        OptionalInt.empty(),
                        ConvertOptions.Precision.FLOAT,
                        inputs,
                        List.of(),
                        Optional.empty());
        return new Conversion.Request(
                source, folder.resolve("out.onnx"), options, Optional.empty());
    }

    private static List<ValueInfo> inputs() {
        return List.of(
                new ValueInfo(
                        "x",
                        ValueType.tensor(
                                ElementType.FLOAT,
                                Dimension.of("N"),
                                Dimension.of(6),
                                Dimension.of(4))));
    }

    private String refusal(Path python, boolean trust, Conversion.Request request) {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () -> new Bridge(python, trust).convert(request, Progress.none()));
        assertFalse(Files.exists(request.target()));
        return refused.key();
    }

    @Test
    void unknownClassesNeedTheUsersWord() throws Exception {
        Path python = python("exit 0");

        assertEquals("bridge.unknown", refusal(python, false, request(CUSTOM, inputs())));
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test
    void theUsersWordLetsPythonTraceThem() throws Exception {
        Conversion.Request request = request(CUSTOM, inputs());

        Conversion.Result result =
                new Bridge(python("exit 0"), true).convert(request, Progress.none());

        assertEquals("torch-module", result.format());
        assertEquals(CUSTOM, result.source());
        assertTrue(Files.exists(request.target()));
        assertTrue(Files.exists(folder.resolve("ran")));
    }

    @Test
    void aDangerousFileIsNeverLoaded() throws Exception {
        Path hostile = folder.resolve("hostile.pkl");
        Files.writeString(
                hostile, "cos\nsystem\n(S'id'\ntR.", java.nio.charset.StandardCharsets.ISO_8859_1);
        Path module = folder.resolve("hostile.pt");
        byte[] pickle = Files.readAllBytes(hostile);
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(module))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("m/data.pkl"));
            String layer = "ctorch.nn.modules.linear\nLinear\n0";
            zip.write(layer.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
            zip.write(pickle);
        }

        assertEquals(
                "source.dangerous", refusal(python("exit 0"), true, request(module, inputs())));
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test
    void whatNeedsNoPythonGetsNone() throws Exception {
        Path plain = TORCH.resolve("module/legacy/model.pt");

        Conversion.Result result =
                new Bridge(python("exit 0"), false)
                        .convert(request(plain, List.of()), Progress.none());

        assertEquals("torch-module", result.format());
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test
    void inputsHaveToBeGiven() throws Exception {
        assertEquals("bridge.inputs", refusal(python("exit 0"), true, request(CUSTOM, List.of())));
    }

    @Test
    void whatPythonSaidLastIsTheReason() throws Exception {
        Path python = python("echo 'ModuleNotFoundError: No module named nets' >&2; exit 1");

        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                new Bridge(python, true)
                                        .convert(request(CUSTOM, inputs()), Progress.none()));

        assertTrue(
                refused.getMessage().contains("ModuleNotFoundError: No module named nets"),
                refused::getMessage);
    }
}
