package gemwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

class InspectCommandTest {
    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Cli cli =
            new Cli(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(error, true, StandardCharsets.UTF_8));

    private static String model(String name) {
        try {
            String resource = "/gemwright/onnx/models/" + name;
            return Path.of(
                            Objects.requireNonNull(InspectCommandTest.class.getResource(resource))
                                    .toURI())
                    .toString();
        } catch (URISyntaxException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    @Test
    void theJsonDocumentHasTheFieldsOfTheContract() {
        int exit = cli.call("inspect", model("tiny.onnx"), "--tensors", "--json");

        assertEquals(Cli.DONE, exit);
        String json = out.toString(StandardCharsets.UTF_8);
        assertTrue(
                json.startsWith(
                        "{\"format\":\"onnx\",\"producer\":{\"name\":\"make.py\",\"version\":\"\"},"
                            + "\"inputs\":[{\"name\":\"x\",\"type\":\"float\",\"shape\":[\"N\",4]}],"
                            + "\"outputs\":[{\"name\":\"y\",\"type\":\"float\",\"shape\":[\"N\",3]}],"
                            + "\"parameters\":12,\"bytes\":173,\"macs\":12,"
                            + "\"operators\":{\"MatMul\":1,\"Relu\":1},"
                            + "\"safety\":{\"verdict\":\"safe\",\"findings\":[]},"
                            + "\"requirements\":[],\"metadata\":{},\"faults\":[],\"parts\":[],"
                            + "\"nodes\":[{\"name\":\"mm\",\"operator\":\"MatMul\","
                            + "\"parameters\":12,\"macs\":12,\"bytes\":48},"
                            + "{\"name\":\"act\",\"operator\":\"Relu\","
                            + "\"parameters\":0,\"macs\":0,\"bytes\":0}],"
                            + "\"tensors\":[{\"name\":\"w\",\"dtype\":\"float32\","
                            + "\"shape\":[4,3],\"bytes\":48,\"min\":"),
                json);
    }

    @Test
    void theGraphIsDrawn() throws Exception {
        Path svg = folder.resolve("graph.svg");

        assertEquals(Cli.DONE, cli.call("inspect", model("tiny.onnx"), "--svg", svg.toString()));

        String drawn = Files.readString(svg);
        assertTrue(drawn.startsWith("<svg "), drawn);
        assertTrue(drawn.contains(">MatMul<"), drawn);
    }

    @Test
    void faultsAreNamedWithTheirPlace() {
        int exit = cli.call("inspect", model("attributes.onnx"), "--language", "zh");

        assertEquals(Cli.DONE, exit);
        assertTrue(out.toString(StandardCharsets.UTF_8).contains("格式"), out::toString);
    }

    @Test
    void aMissingFileIsBadInput() {
        assertEquals(Cli.BAD_INPUT, cli.call("inspect", folder.resolve("no.onnx").toString()));
        assertTrue(error.toString(StandardCharsets.UTF_8).contains("no such file"));
    }
}
