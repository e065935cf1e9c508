package gemwright.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

class OnnxFileTest {
    @TempDir Path folder;

    static List<Path> models() {
        return Fixtures.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void anUntouchedFileIsWrittenBackByteForByte(Path model) throws Exception {
        Path target = folder.resolve("again.onnx");
        try (OnnxFile file = OnnxFile.open(model)) {
            OnnxFile.write(file.model(), target);
        }

        assertArrayEquals(Files.readAllBytes(model), Files.readAllBytes(target));
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsRewrittenFieldByFieldSaysTheSame(Path model) throws Exception {
        try (OnnxFile file = OnnxFile.open(model)) {
            Model rebuilt = Rebuilt.of(file.model());

            Model again = OnnxFile.read(OnnxFile.encode(rebuilt), "again");

            assertEquals(
                    Same.text(OnnxFile.read(OnnxFile.encode(file.model()), "")), Same.text(again));
        }
    }

    @Test
    void unknownFieldsSurviveAChangeAroundThem() throws Exception {
        Model model = OnnxFile.read(Fixtures.bytes("unknown.onnx"), "unknown");

        Model changed = model.withMetadata(model.metadata().with("key", "value"));
        Model again = OnnxFile.read(OnnxFile.encode(Rebuilt.of(changed)), "again");

        assertEquals(model.kept(), again.kept());
        assertEquals(model.graph().kept(), again.graph().kept());
        assertEquals(model.graph().nodes(), again.graph().nodes());
        assertEquals(model.graph().inputs(), again.graph().inputs());
        assertEquals(
                model.graph().initializers().getFirst().kept(),
                again.graph().initializers().getFirst().kept());
    }

    @Test
    void aChangedNodeLeavesItsNeighboursAsFound() throws Exception {
        Model model = OnnxFile.read(Fixtures.bytes("unknown.onnx"), "unknown");
        Graph graph = model.graph();
        Node renamed = graph.nodes().getFirst().withName("renamed");

        byte[] bytes = OnnxFile.encode(model.withGraph(graph.withNodes(List.of(renamed))));

        Graph again = OnnxFile.read(bytes, "again").graph();
        assertEquals(List.of(renamed), again.nodes());
        assertEquals(
                -1,
                graph.inputs()
                        .getFirst()
                        .found()
                        .asFound()
                        .orElseThrow()
                        .mismatch(again.inputs().getFirst().found().asFound().orElseThrow()));
    }

    @Test
    void aRecordBuiltFromAnothersPartsIsNotTakenForTheOneFound() throws Exception {
        ValueInfo found =
                OnnxFile.read(Fixtures.bytes("tiny.onnx"), "tiny").graph().inputs().getFirst();

        ValueInfo other =
                new ValueInfo(
                        "other",
                        found.type(),
                        found.documentation(),
                        found.metadata(),
                        found.kept());

        assertTrue(found.found().asFound().isPresent());
        assertEquals(Optional.empty(), other.found().asFound());
        assertEquals(Optional.empty(), found.withName("other").found().asFound());
    }

    @Test
    void everyCutOfAFileIsAProblem() throws Exception {
        byte[] whole = Fixtures.bytes("tiny.onnx"); // ends with its operator set

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(Problem.class, () -> OnnxFile.read(cut, "cut"), "at byte " + length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny.onnx",
                "attributes.onnx",
                "tensors.onnx",
                "unknown.onnx",
                "functions.onnx"
            })
    void flippedBytesGiveAModelOrAProblemAndNothingElse(String name) {
        byte[] whole = Fixtures.bytes(name);
        Random random = new Random(42);

        assertTimeoutPreemptively(
                Duration.ofSeconds(20), // a thousand models in a second is the aim, slow machines
                () -> {
                    for (int i = 0; i < 1000; i++) {
                        byte[] flipped = whole.clone();
                        flipped[random.nextInt(flipped.length)] ^= (byte) (1 + random.nextInt(255));
                        readEverything(flipped);
                    }
                });
    }

    private static void readEverything(byte[] bytes) {
        try {
            Model model = OnnxFile.read(bytes, "flipped");
            Same.text(model);
            Checker.check(model);
            OnnxFile.encode(Rebuilt.of(model));
        } catch (Problem expected) {
            assertTrue(!expected.getMessage().isEmpty());
        }
    }

    @Test
    void nestingIsBounded() {
        byte[] model = new byte[0];
        for (int i = 0; i < 120; i++) { // node → attribute → graph, a hundred times
            model = field(1, field(5, field(6, model)));
        }
        byte[] nested = concat(field(7, model), field(8, new byte[] {16, 18}));

        Problem problem = assertThrows(Problem.class, () -> OnnxFile.read(nested, "deep"));

        assertEquals("protobuf.tooDeep", problem.key());
    }

    @Test
    void aLengthBeyondTheFileNamesThePlace() {
        byte[] model = {8, 9, 58, 127, 1};

        Problem problem = assertThrows(Problem.class, () -> OnnxFile.read(model, "m.onnx"));

        assertEquals(
                List.of(
                        "field 7 claims 127 bytes, 1 are left: the file is cut short or damaged"
                                + " (m.onnx, byte 2): download or copy it again"),
                problem.render(Texts.problems(Locale.ENGLISH)));
    }

    @Test
    void foreignFilesAreToldApart() throws IOException {
        Path text = Files.writeString(folder.resolve("a.onnx"), "import os\n");
        Path empty = Files.writeString(folder.resolve("b.onnx"), "");

        assertEquals("onnx.notOnnx", problem(text).key());
        assertEquals("file.empty", problem(empty).key());
        assertEquals("file.missing", problem(folder.resolve("c.onnx")).key());
        assertEquals("file.isFolder", problem(folder).key());
    }

    private static Problem problem(Path path) {
        return assertThrows(Problem.class, () -> OnnxFile.open(path));
    }

    @Test
    void aClosedFileCannotBeRead() throws Exception {
        OnnxFile file = OnnxFile.open(Fixtures.model("tiny.onnx"));
        Tensor weights = file.model().graph().initializers().getFirst();
        file.close();

        assertThrows(IllegalStateException.class, weights::floats);
    }

    @Test
    void theFileThatAModelWasReadFromMayBeReplaced() throws Exception {
        Path path = folder.resolve("model.onnx");
        Files.copy(Fixtures.model("tiny.onnx"), path);
        try (OnnxFile file = OnnxFile.open(path)) {
            float[] before = file.model().graph().initializers().getFirst().floats();
            OnnxFile.write(file.model().withMetadata(Metadata.NONE.with("a", "b")), path);

            assertArrayEquals(before, file.model().graph().initializers().getFirst().floats());
        }
        try (OnnxFile file = OnnxFile.open(path)) {
            assertEquals(Optional.of("b"), file.model().metadata().get("a"));
        }
    }

    @Test
    void streamedDataIsWrittenWithoutBeingHeld() throws Exception {
        Path path = folder.resolve("streamed.onnx");
        long size = 3_000_000;
        TensorData data =
                TensorData.streamed(
                        size,
                        out -> {
                            for (long i = 0; i < size; i++) {
                                out.write((int) (i % 100));
                            }
                        });
        GraphBuilder g = new GraphBuilder("streamed", GraphBuilder.opset(18));
        Value w = g.constant(new Tensor("w", ElementType.INT8, Longs.of(size), data));
        g.output("y", g.op("Identity", w), Dimension.of(size));

        OnnxFile.write(g.build(), path);

        try (OnnxFile file = OnnxFile.open(path)) {
            Tensor read = file.model().graph().initializers().getFirst();
            assertEquals(99, read.elements().integer(2_999_999));
            assertEquals(148_500_000.0, read.elements().numbers().sum());
        }
    }

    @Test
    void aRecipeThatWritesTooLittleIsADefectAndLeavesNoFile() throws Exception {
        TensorData data = TensorData.streamed(10, out -> out.write(1));
        GraphBuilder g = new GraphBuilder("short", GraphBuilder.opset(18));
        Value w = g.constant(new Tensor("w", ElementType.INT8, Longs.of(10), data));
        g.output("y", g.op("Identity", w), Dimension.of(10));
        Model model = g.build();

        assertThrows(
                IllegalStateException.class,
                () -> OnnxFile.write(model, folder.resolve("short.onnx")));
        try (var files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void progressIsReported() throws Exception {
        long[] last = {0};
        try (OnnxFile file = OnnxFile.open(Fixtures.model("tiny.onnx"))) {
            Progress progress = (phase, done, total) -> last[0] = total;
            OnnxFile.write(
                    file.model(), folder.resolve("p.onnx"), OnnxFile.Weights.AS_FOUND, progress);
        }

        assertEquals(Fixtures.bytes("tiny.onnx").length, last[0]);
    }

    private static byte[] field(int number, byte[] payload) {
        byte[] tag = {(byte) ((number << 3) | 2)};
        byte[] length =
                payload.length < 128
                        ? new byte[] {(byte) payload.length}
                        : new byte[] {
                            (byte) ((payload.length & 127) | 128), (byte) (payload.length >> 7)
                        };
        return concat(concat(tag, length), payload);
    }

    private static byte[] concat(byte[] a, byte[] b) {
        byte[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
