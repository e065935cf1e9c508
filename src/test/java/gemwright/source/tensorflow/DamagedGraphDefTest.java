package gemwright.source.tensorflow;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.protobuf.WireReader;
import gemwright.source.ConvertOptions;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// A damaged graph is a problem or another model, never a defect or a hang.
class DamagedGraphDefTest {
    private static final Path WHOLE =
            Path.of("src/test/resources/gemwright/source/tensorflow/conv_same_strided/model.pb");

    private static void convert(byte[] bytes) throws Problem {
        WireReader in = new WireReader(MemorySegment.ofArray(bytes).asReadOnly(), "model");
        convert(GraphReader.nodes(in));
    }

    private static void convert(List<GraphNode> nodes) throws Problem {
        new GraphConversion(nodes, "model", ConvertOptions.usual(), Progress.none()).run();
    }

    private static void expectProblemOrModel(byte[] bytes) {
        try {
            convert(bytes);
        } catch (Problem damaged) {
            assertTrue(damaged.key().contains("."), damaged.key());
        }
    }

    @Test
    void isAProblemOrAModelWhereverTheFileIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(WHOLE);

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int end = 0; end < whole.length; end++) {
                        expectProblemOrModel(Arrays.copyOf(whole, end));
                    }
                });
    }

    @Test
    void isAProblemOrAModelWhereverABitIsFlipped() throws IOException {
        byte[] whole = Files.readAllBytes(WHOLE);
        Random random = new Random(7);

        assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> {
                    for (int i = 0; i < 1000; i++) {
                        byte[] flipped = whole.clone();
                        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
                        expectProblemOrModel(flipped);
                    }
                });
    }

    @Test
    void refusesANodeThatTakesWhatItGives() {
        List<GraphNode> ring =
                List.of(
                        new GraphNode("a", "Relu", List.of("b"), Map.of()),
                        new GraphNode("b", "Relu", List.of("a"), Map.of()),
                        new GraphNode("end", "Relu", List.of("a"), Map.of()));

        Problem problem = assertThrows(Problem.class, () -> convert(ring));

        assertTrue(problem.key().equals("tensorflow.loop"), problem.key());
    }

    @Test
    void namesEveryOperatorWithoutAFormAtOnce() {
        List<GraphNode> graph =
                List.of(
                        new GraphNode("a", "Fft", List.of(), Map.of()),
                        new GraphNode("b", "Svd", List.of("a"), Map.of()),
                        new GraphNode("c", "Svd", List.of("b"), Map.of()));

        Problem problem = assertThrows(Problem.class, () -> convert(graph));

        assertTrue(problem.parts().size() == 2, problem.getMessage());
        assertTrue(problem.parts().get(1).count() == 2, problem.getMessage());
    }

    @Test
    void refusesAnAttributeThatNobodyAsksFor() {
        Attribute shape = new Attribute.Sizes(java.util.Optional.of(List.of()));
        Attribute type = new Attribute.Type(gemwright.onnx.ElementType.FLOAT);
        List<GraphNode> graph =
                List.of(
                        new GraphNode(
                                "x",
                                "Placeholder",
                                List.of(),
                                Map.of("shape", shape, "dtype", type)),
                        new GraphNode(
                                "y", "Relu", List.of("x"), Map.of("slope", new Attribute.Real(2))));

        Problem problem = assertThrows(Problem.class, () -> convert(graph));

        assertTrue(problem.key().equals("tensorflow.attribute"), problem.key());
    }
}
