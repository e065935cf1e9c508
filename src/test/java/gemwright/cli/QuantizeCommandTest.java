package gemwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The documents and exit codes of `quantize` and `compare`.
class QuantizeCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    @TempDir private Path folder;

    @Test
    void quantizeAnswersWithTheDocumentOfTheContract() throws Exception {
        int exit =
                call(
                        "quantize",
                        fixture("model.onnx"),
                        "-o",
                        target(),
                        "--method",
                        "dynamic-int8",
                        "--evaluate",
                        fixture("rows.npz"),
                        "--labels",
                        "label",
                        "--json");

        Map<?, ?> document = document();
        assertEquals(Cli.DONE, exit);
        assertEquals("dynamic-int8", document.get("method"));
        assertEquals(Files.size(Path.of(fixture("model.onnx"))), document.get("bytesBefore"));
        assertEquals(Files.size(Path.of(target())), document.get("bytesAfter"));
        assertEquals(
                List.of(
                        Map.of("node", "first", "operator", "MatMul"),
                        Map.of("node", "second", "operator", "Gemm")),
                document.get("quantized"));
        assertEquals(List.of(), document.get("kept"));
        assertEquals("accuracy", part(document, "metric").get("name"));
        assertTrue(part(document, "latencyMs").containsKey("after"));
        assertEquals("rows", document.get("proof"));
        assertTrue(document.get("seconds") instanceof Double);
        assertEquals(1, ((List<?>) Objects.requireNonNull(document.get("trials"))).size());
    }

    @Test
    void aResultThatIsNotWorthItIsExitOneWithTheReasonAndNoFile() throws Exception {
        int exit =
                call(
                        "quantize",
                        fixture("model.onnx"),
                        "-o",
                        target(),
                        "--method",
                        "dynamic-int8",
                        "--exclude",
                        "first",
                        "--exclude",
                        "second");

        assertEquals(Cli.NO, exit);
        assertFalse(Files.exists(Path.of(target())));
        assertTrue(errors().contains("no file was written"), errors());
        assertTrue(output().contains("kept at your wish"), output());
    }

    @Test
    void aMethodThatIsNotThereIsBadInput() {
        int exit = call("quantize", fixture("model.onnx"), "-o", target(), "--method", "float16");

        assertEquals(Cli.BAD_INPUT, exit);
        assertTrue(errors().startsWith("error: the method float16 is not available"), errors());
    }

    @Test
    void aBudgetWithoutRowsIsWrongUsage() {
        assertEquals(
                Cli.USAGE,
                call(
                        "quantize",
                        fixture("model.onnx"),
                        "-o",
                        target(),
                        "--method",
                        "dynamic-int8",
                        "--max-drop",
                        "0.01"));
    }

    @Test
    void theReasonsAreChineseOnRequest() {
        call(
                "quantize",
                fixture("model.onnx"),
                "-o",
                target(),
                "--method",
                "dynamic-int8",
                "--exclude",
                "first",
                "--exclude",
                "second",
                "--language",
                "zh");

        assertTrue(output().contains("按您的要求保留"), output());
    }

    @Test
    void compareAnswersWithTheDocumentOfTheContract() throws Exception {
        Path report = folder.resolve("comparison.json");
        int exit =
                call(
                        "compare",
                        fixture("model.onnx"),
                        fixture("model.onnx"),
                        "--data",
                        fixture("rows.npz"),
                        "--labels",
                        "label",
                        "--tolerance",
                        "0",
                        "-o",
                        report.toString(),
                        "--json");

        Map<?, ?> document = document();
        assertEquals(Cli.DONE, exit);
        assertEquals(200L, document.get("samples"));
        Map<?, ?> output =
                (Map<?, ?>) ((List<?>) Objects.requireNonNull(document.get("outputs"))).getFirst();
        assertEquals(
                List.of(
                        "name",
                        "elements",
                        "maxAbs",
                        "meanAbs",
                        "rmse",
                        "cosine",
                        "sqnrDb",
                        "labelAgreement"),
                new ArrayList<>(output.keySet()));
        assertEquals("Infinity", output.get("sqnrDb"));
        assertEquals("classification", part(document, "task").get("kind"));
        assertEquals(0L, part(document, "task").get("flipped"));
        assertTrue(part(document, "latencyMs").get("a") instanceof Map<?, ?>);
        assertEquals(part(document, "bytes").get("a"), part(document, "bytes").get("b"));
        assertEquals(document, Json.read(report));
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeAnyWork() {
        assertEquals(
                Cli.USAGE,
                call(
                        "compare",
                        fixture("model.onnx"),
                        fixture("model.onnx"),
                        "--data",
                        fixture("rows.npz"),
                        "-o",
                        folder.resolve("report.xlsx").toString()));
    }

    private int call(String... arguments) {
        return new Cli(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(error, true, StandardCharsets.UTF_8))
                .call(arguments);
    }

    private String output() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return error.toString(StandardCharsets.UTF_8);
    }

    private Map<?, ?> document() throws Exception {
        return (Map<?, ?>) Objects.requireNonNull(Json.parse(output(), "standard output"));
    }

    private static Map<?, ?> part(Map<?, ?> document, String name) {
        return (Map<?, ?>) Objects.requireNonNull(document.get(name));
    }

    private String target() {
        return folder.resolve("small.onnx").toString();
    }

    private static String fixture(String name) {
        try {
            return Path.of(
                            Objects.requireNonNull(
                                            QuantizeCommandTest.class.getResource(
                                                    "/gemwright/quantize/peer/" + name))
                                    .toURI())
                    .toString();
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
