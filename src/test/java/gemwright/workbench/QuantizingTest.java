package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.compare.ComparisonOptions;
import gemwright.compare.OutputDifference;
import gemwright.data.Data;
import gemwright.data.NdArray;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.Value;
import gemwright.quantize.QuantizationOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// A file is left only where it was proved and is worth having.
class QuantizingTest {
    @TempDir private Path folder;

    @Test
    void isAsGoodAsThePeersBestSetting() throws Exception {
        Map<String, NdArray> peer = Data.arrays(fixture("peer.npz"), Progress.none());

        Quantizing.Result result =
                quantize("dynamic-int8", Optional.of("label"), OptionalDouble.empty());

        OutputDifference logits = result.trial().comparison().orElseThrow().outputs().getFirst();
        assertEquals(Quantizing.Verdict.WRITTEN, result.verdict());
        double cosine = logits.cosine().orElseThrow();
        // The peer rounds the same weights; only the order of adding differs.
        assertTrue(cosine >= number(peer, "cosine") - 1e-4, () -> cosine + " " + peer);
        assertEquals(
                number(peer, "accuracy"),
                result.trial().comparison().orElseThrow().task().b(),
                0.01); // two of 200 rows
        assertTrue(result.trial().bytes() <= number(peer, "bytes"));
        assertEquals(result.trial().bytes(), Files.size(target()));
        assertEquals(List.of(target()), files());
    }

    @Test
    void autoChoosesTheSmallestWithinTheBudget() throws Exception {
        Quantizing.Result result = quantize("auto", Optional.of("label"), OptionalDouble.of(0.02));

        assertEquals(2, result.trials().size());
        assertEquals(
                result.trials().stream().mapToLong(t -> t.bytes()).min().orElseThrow(),
                Files.size(target()));
    }

    @Test
    void aMissedBudgetLeavesNoFile() throws Exception {
        Quantizing.Request strict =
                new Quantizing.Request(
                        coarse(),
                        target(),
                        "dynamic-int8",
                        QuantizationOptions.usual(),
                        Optional.empty(),
                        Optional.of(fixture("rows.npz")),
                        Optional.empty(),
                        quick(),
                        OptionalDouble.of(0.001));

        Quantizing.Result result = Quantizing.quantize(strict, Progress.none());

        assertEquals(Quantizing.Verdict.BUDGET_MISSED, result.verdict());
        assertEquals(List.of(folder.resolve("coarse.onnx")), files());
    }

    /// A model that INT8 ruins: one channel in a hundred thousand times the others, and its answer
    /// is in the small ones.
    private Path coarse() throws Problem {
        GraphBuilder g = new GraphBuilder("coarse", GraphBuilder.opset(17));
        Value x = g.input("x", ElementType.FLOAT, Dimension.of("N"), Dimension.of(64));
        float[] large = new float[64];
        large[0] = 100_000;
        for (int i = 1; i < large.length; i++) {
            large[i] = 1;
        }
        SplittableRandom random = new SplittableRandom(1);
        float[] weight = new float[64 * 16];
        for (int i = 16; i < weight.length; i++) {
            weight[i] = (float) random.nextGaussian();
        }
        Value scaled = g.op("Mul", x, g.constant("scale", large));
        Value product = g.op("MatMul", scaled, g.constant("w", weight, 64, 16));
        g.output("logits", product, Dimension.of("N"), Dimension.of(16));
        Path model = folder.resolve("coarse.onnx");
        OnnxFile.write(g.build(), model);
        return model;
    }

    @Test
    void nothingToQuantizeLeavesNoFileAndSaysWhyNodeByNode() throws Exception {
        GraphBuilder g = new GraphBuilder("trees", GraphBuilder.opset(17));
        Value x = g.input("x", ElementType.FLOAT, Dimension.of("N"), Dimension.of(4));
        Value scaled =
                g.node("Scaler")
                        .domain("ai.onnx.ml")
                        .inputs(x)
                        .attribute("scale", new float[] {1, 2, 3, 4})
                        .attribute("offset", new float[4])
                        .output(ElementType.FLOAT);
        g.output("y", scaled, Dimension.of("N"), Dimension.of(4));
        Path model = folder.resolve("trees.onnx");
        OnnxFile.write(g.build(), model);

        Quantizing.Result result =
                Quantizing.quantize(request(model, "dynamic-int8"), Progress.none());

        assertEquals(Quantizing.Verdict.NOTHING_TO_QUANTIZE, result.verdict());
        assertEquals("noWeights", result.trial().plan().kept().getFirst().reason().key());
        assertEquals(List.of(model), files());
    }

    @Test
    void withoutRowsTheResultIsStillRun() throws Exception {
        Quantizing.Result result =
                Quantizing.quantize(
                        request(fixture("model.onnx"), "int8-weights"), Progress.none());

        assertTrue(result.written());
        assertTrue(result.trial().ran());
        assertTrue(result.trial().comparison().isEmpty());
    }

    @Test
    void weightsBesideTheModelStayBesideAndTheOldOnesAreNotCopied() throws Exception {
        Path source = Files.createDirectory(folder.resolve("source")).resolve("model.onnx");
        try (OnnxFile original = OnnxFile.open(fixture("model.onnx"))) {
            OnnxFile.write(original.model(), source, OnnxFile.Weights.EXTERNAL, Progress.none());
        }

        Quantizing.Result result =
                Quantizing.quantize(request(source, "int8-weights"), Progress.none());

        Path data = folder.resolve("small.onnx.data");
        assertTrue(result.written());
        assertEquals(List.of(target(), data, source.getParent()), files());
        assertEquals(result.trial().bytes(), Files.size(target()) + Files.size(data));
    }

    @Test
    void aMethodThatIsNotAvailableIsRefusedByName() throws IOException {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                Quantizing.quantize(
                                        request(fixture("model.onnx"), "static-int8"),
                                        Progress.none()));

        assertEquals("quantize.method", refused.key());
        assertEquals(List.of(), files());
    }

    @Test
    void cancellingLeavesNoFile() throws IOException {
        for (String phase : List.of("rewriting", "writing", "child")) {
            Progress stop =
                    (now, done, total) -> {
                        if (now.equals(phase)) {
                            throw new Cancelled();
                        }
                    };

            assertThrows(
                    Cancelled.class,
                    () -> Quantizing.quantize(request(fixture("model.onnx"), "dynamic-int8"), stop),
                    phase);
            assertEquals(List.of(), files(), phase);
        }
    }

    private Quantizing.Result quantize(
            String method, Optional<String> labels, OptionalDouble maxDrop) throws Problem {
        return Quantizing.quantize(
                new Quantizing.Request(
                        fixture("model.onnx"),
                        target(),
                        method,
                        QuantizationOptions.usual(),
                        Optional.empty(),
                        Optional.of(fixture("rows.npz")),
                        labels,
                        quick(),
                        maxDrop),
                Progress.none());
    }

    private Quantizing.Request request(Path model, String method) {
        return new Quantizing.Request(
                model,
                target(),
                method,
                QuantizationOptions.usual(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                quick(),
                OptionalDouble.empty());
    }

    private static ComparisonOptions quick() {
        return ComparisonOptions.usual().withTiming(Duration.ZERO);
    }

    private Path target() {
        return folder.resolve("small.onnx");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static double number(Map<String, NdArray> arrays, String name) {
        return Objects.requireNonNull(arrays.get(name)).number(0);
    }

    private static Path fixture(String name) {
        try {
            return Path.of(
                    Objects.requireNonNull(
                                    QuantizingTest.class.getResource(
                                            "/gemwright/quantize/peer/" + name))
                            .toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
