package gemwright.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.onnx.ElementType;
import gemwright.onnx.OnnxFile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Models run on tables and arrays, and what is refused is refused by name.
class SessionTest {
    @Test
    void everyElementTypeGoesInAndComesOutWithTheSameBits() throws Exception {
        Map<String, NdArray> arrays = new HashMap<>();
        arrays.put("float", raw(DType.FLOAT32));
        arrays.put("double", raw(DType.FLOAT64));
        arrays.put("int8", raw(DType.INT8));
        arrays.put("int16", raw(DType.INT16));
        arrays.put("int32", raw(DType.INT32));
        arrays.put("int64", raw(DType.INT64));
        arrays.put("uint8", raw(DType.UINT8));
        arrays.put("uint16", raw(DType.UINT16));
        arrays.put("uint32", raw(DType.UINT32));
        arrays.put("uint64", raw(DType.UINT64));
        arrays.put("bool", NdArray.of(new boolean[] {true, false}, 2));
        arrays.put("string", NdArray.of(List.of("", "é 日本 \uD83D\uDE00"), 2));
        arrays.put("float16", raw(DType.FLOAT16));
        arrays.put("bfloat16", raw(DType.BFLOAT16));

        Answer answer = run("types", arrays);

        for (Map.Entry<String, NdArray> array : arrays.entrySet()) {
            assertEquals(array.getValue(), answer.array(array.getKey() + "_out"));
        }
    }

    @Test
    void portsNameTypesAndDimensions() throws Exception {
        try (Session session = open("columns")) {
            assertEquals(
                    List.of("age float[N, 1]", "city string[N, 1]", "rooms int64[N, 1]"),
                    session.inputs().stream().map(Port::toString).toList());
            assertEquals(ElementType.STRING, session.inputs().get(1).element());
        }
    }

    @Test
    void numbersBecomeTheRealsThatTheInputWants() throws Exception {
        Map<String, NdArray> doubles = Map.of("x", NdArray.of(new double[] {1.5, -2}, 1, 2));

        assertEquals(
                NdArray.of(new float[] {1.5f, -2}, 1, 2), run("total", doubles).array("largest"));
    }

    @Test
    void halvesAreRoundedToTheNearestEven() {
        // 1 + 2^-8 lies half way between two bfloat16 numbers; the even one is 1.
        assertEquals((short) 0x3F80, Casting.bfloat16(0x1.01p0f));
        assertEquals((short) 0x3F82, Casting.bfloat16(0x1.03p0f));
        assertEquals((short) 0x7FC0, Casting.bfloat16(Float.NaN));
    }

    @Test
    void aWholeNumberThatDoesNotFitIsRefusedWithItsValue() {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                Casting.cast(
                                        "x", NdArray.of(new long[] {3, 300}, 2), ElementType.INT8));

        assertEquals(List.of("x", "300", "int8"), refused.parts().getFirst().arguments());
    }

    @Test
    void realsAreNeverRoundedToWholeNumbers() {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () -> Casting.cast("x", NdArray.of(new float[] {1}, 1), ElementType.INT64));

        assertEquals("runtime.type", refused.key());
    }

    @Test
    void mapsByTextBecomeAPlainTableOfScores() throws Exception {
        NdArray scores = NdArray.of(new float[] {0.5f, 0.25f, 0.25f, 0, 1, 0}, 2, 3);

        Output output = run("zipmap_text", Map.of("scores", scores)).find("maps").orElseThrow();

        assertEquals(new Output.Scores("maps", scores, List.of("no", "perhaps", "yes")), output);
    }

    @Test
    void mapsByNumberAreOrderedByNumber() throws Exception {
        NdArray scores = NdArray.of(new float[] {0.5f, 0.25f, 0.25f}, 1, 3);

        Output output = run("zipmap_number", Map.of("scores", scores)).find("maps").orElseThrow();

        assertEquals(new Output.Scores("maps", scores, List.of("2", "10", "30")), output);
    }

    @Test
    void sequencesOfTensorsKeepTheirShapes() throws Exception {
        NdArray x = NdArray.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2);

        Output output = run("sequence_out", Map.of("x", x)).find("pieces").orElseThrow();

        assertEquals(new Output.Sequence("pieces", List.of(x.slice(0, 1), x.slice(1, 3))), output);
    }

    @Test
    void inputsThatAreNoTensorsAreRefusedByName() throws Exception {
        try (Session session = open("sequence_in")) {
            Problem refused = assertThrows(Problem.class, session::requireTensorInputs);

            assertEquals(1, refused.parts().size());
            assertEquals("pieces", refused.parts().getFirst().arguments().getFirst());
        }
    }

    @Test
    void aFixedBatchIsFilledUpAndCutAgain() throws Exception {
        double[] first = IntStream.range(0, 10).mapToDouble(i -> i).toArray();
        double[] second = IntStream.range(0, 10).mapToDouble(i -> 100 - i).toArray();
        Table table = Table.of(Column.numbers("a", first), Column.numbers("b", second));

        NdArray doubled = run("fixed_batch", table).array("y");

        assertEquals(List.of(10L, 2L), doubled.shape());
        for (int row = 0; row < 10; row++) {
            assertEquals(2.0 * row, doubled.number(row * 2L));
            assertEquals(200 - 2.0 * row, doubled.number(row * 2L + 1));
        }
    }

    @Test
    void aModelThatOnlyTakesOneRowIsRunRowByRow() throws Exception {
        Table table = Table.of(Column.numbers("a", 1, 2, 3), Column.numbers("b", 4, 5, 6));

        assertEquals(
                NdArray.of(new float[] {2, 8, 4, 10, 6, 12}, 3, 2),
                run("one_row", table).array("y"));
    }

    @Test
    void columnsGoToTheInputsOfTheirNames() throws Exception {
        Table table =
                Table.of(
                        Column.integers("rooms", 3, 4),
                        Column.texts("city", "Köln", null),
                        Column.numbers("age", 1.5, Double.NaN),
                        Column.texts("unused", "a", "b"));

        Answer answer = run("columns", table);

        assertEquals(NdArray.of(new float[] {1.5f, Float.NaN}, 2, 1), answer.array("age_out"));
        assertEquals(NdArray.of(List.of("Köln", ""), 2, 1), answer.array("city_out"));
        assertEquals(NdArray.of(new long[] {3, 4}, 2, 1), answer.array("rooms_out"));
    }

    @Test
    void everyColumnThatDoesNotFitIsNamedAtOnce() {
        Table table = Table.of(Column.texts("age", "old"), Column.texts("city", "Köln"));

        Problem refused = assertThrows(Problem.class, () -> run("columns", table));

        assertEquals(
                List.of(
                        "runtime.column [age, float, text]",
                        "runtime.columnMissing [rooms, age, city]"),
                refused.parts().stream().map(p -> p.key() + " " + p.arguments()).toList());
    }

    @Test
    void aFractionWhereTheModelWantsWholeNumbersIsNamedByRow() {
        Table table =
                Table.of(
                        Column.numbers("rooms", 3, 3.5),
                        Column.texts("city", "a", "b"),
                        Column.numbers("age", 1, 2));

        Problem refused = assertThrows(Problem.class, () -> run("columns", table));

        assertEquals(List.of("rooms", "int64", "3.5", "2"), refused.parts().getFirst().arguments());
    }

    @Test
    void theModelsOwnListOfFeaturesDecidesTheOrder() throws Exception {
        Table table =
                Table.of(
                        Column.numbers("a", 1), Column.numbers("label", 9), Column.numbers("b", 2));

        assertEquals(NdArray.of(new float[] {2, 1}, 1, 2), run("features", table).array("y"));
    }

    @Test
    void aWrongNumberOfColumnsIsRefusedWithTheirNames() {
        Table table =
                Table.of(Column.numbers("a", 1), Column.numbers("b", 2), Column.numbers("c", 3));

        Problem refused = assertThrows(Problem.class, () -> run("total", table));

        assertEquals(List.of("x", "2", "3", "a, b, c"), refused.parts().getFirst().arguments());
    }

    @Test
    void columnsFillTheFixedDimensionsOfAnImage() throws Exception {
        Table table =
                Table.of(
                        Column.numbers("p0", 1),
                        Column.numbers("p1", 2),
                        Column.numbers("p2", 3),
                        Column.numbers("p3", 4));

        assertEquals(
                NdArray.of(new float[] {1, 2, 3, 4}, 1, 1, 2, 2), run("image", table).array("y"));
    }

    @Test
    void anArrayColumnIsTakenAsItIs() throws Exception {
        NdArray images = NdArray.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 1, 2, 2);
        Table table = Table.of(Column.tensor("pixels", images), Column.integers("label", 0, 1));

        assertEquals(images, run("image", table).array("y"));
    }

    @Test
    void anOutputWithoutARowForEachRowIsLeftOutByName() throws Exception {
        Table table = Table.of(Column.numbers("a", 1, 2, 3), Column.numbers("b", 4, 5, 6));

        Answer answer = run("total", table);

        assertEquals(List.of("largest"), answer.leftOut());
        assertEquals(List.of(3L, 2L), answer.array("y").shape());
    }

    @Test
    void manyRowsAreRunInBatchesAndCanBeCancelled() throws Exception {
        double[] many = new double[10_000];
        Arrays.setAll(many, i -> i);
        Table table = Table.of(Column.numbers("a", many), Column.numbers("b", many));
        List<Long> seen = new ArrayList<>();

        try (Session session = open("total")) {
            NdArray all = session.run(table, (phase, done, total) -> seen.add(done)).array("y");

            assertEquals(9_999, all.number(19_999));
            assertEquals(List.of(0L, 4096L, 8192L, 10_000L), seen);
            Progress stop =
                    (phase, done, total) -> {
                        if (done > 0) {
                            throw new Cancelled();
                        }
                    };
            assertThrows(Cancelled.class, () -> session.run(table, stop));
        }
    }

    @Test
    void shapesAndNamesAreCheckedBeforeTheModelRuns() {
        Problem refused =
                assertThrows(
                        Problem.class,
                        () ->
                                run(
                                        "image",
                                        Map.of("y", NdArray.of(new float[] {1, 2, 3, 4}, 4, 1))));

        assertEquals(
                List.of("runtime.inputMissing", "runtime.inputUnknown"),
                refused.parts().stream().map(Problem.Part::key).toList());
    }

    @Test
    void externalDataIsFoundBesideTheModel() throws Exception {
        NdArray x = NdArray.of(new float[] {1, 1}, 1, 2);

        assertEquals(256.0, run("external", Map.of("x", x)).array("y").number(0));
    }

    @Test
    void anOpenFileIsRunOnTheWeightsWhereTheyLie() throws Exception {
        Map<String, NdArray> x = Map.of("x", NdArray.of(new float[] {1, -1}, 1, 2));
        for (String model : List.of("external", "embedded")) {
            try (OnnxFile file = OnnxFile.open(Models.path(model));
                    Session session = Session.open(file, SessionOptions.batch())) {
                assertEquals(run(model, x).array("y"), session.run(x).array("y"));
            }
        }
    }

    @Test
    void aModelThatOnnxRuntimeRefusesIsAProblemWithItsReason() {
        Problem refused = assertThrows(Problem.class, () -> open("unknown_operator"));

        assertEquals("runtime.load", refused.key());
        assertTrue(refused.getMessage().contains("Hocus"), refused.getMessage());
    }

    @Test
    void aFileThatIsNoModelIsAProblem(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.onnx"), "this is not a model");
        Path empty = Files.createFile(folder.resolve("empty.onnx"));

        assertEquals("runtime.load", refusal(text));
        assertEquals("file.empty", refusal(empty));
        assertEquals("file.isFolder", refusal(folder));
        assertEquals("file.missing", refusal(folder.resolve("missing.onnx")));
    }

    @Test
    void manyThreadsMayRunOneSession() throws Exception {
        List<Integer> numbers = IntStream.range(1, 200).boxed().toList();
        try (Session session = open("total")) {
            List<Double> answers =
                    Tasks.parallel(
                            numbers,
                            n ->
                                    session.run(Map.of("x", NdArray.of(new float[] {n, -n}, 1, 2)))
                                            .array("y")
                                            .number(1));

            assertEquals(numbers.stream().map(n -> -1.0 * n).toList(), answers);
        }
    }

    @Test
    void aClosedSessionSaysSo() throws Exception {
        Session session = open("total");
        session.close();
        session.close();

        assertThrows(
                IllegalStateException.class,
                () -> session.run(Map.of("x", NdArray.of(new float[] {1, 2}, 1, 2))));
    }

    @Test
    void columnsAreReadAsTheModelWantsThem() throws Exception {
        try (Session session = open("columns")) {
            assertEquals(
                    Map.of("age", ColumnKind.NUMBER, "city", ColumnKind.TEXT),
                    session.columnKinds());
        }
    }

    @Test
    void leavesNoTemporaryFolder() throws Exception {
        open("total").close();

        assertTrue(Native.temporaryFolder().isPresent());
        assertFalse(Files.exists(Native.temporaryFolder().orElseThrow()));
    }

    private static String refusal(Path model) {
        return assertThrows(Problem.class, () -> Session.open(model, SessionOptions.batch())).key();
    }

    private static NdArray raw(DType type) {
        byte[] bytes = new byte[2 * type.bytes()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (17 * i + 3);
        }
        return NdArray.of(type, MemorySegment.ofArray(bytes), List.of(2L));
    }

    private static Answer run(String model, Map<String, NdArray> arrays) throws Exception {
        try (Session session = open(model)) {
            return session.run(arrays);
        }
    }

    private static Answer run(String model, Table rows) throws Exception {
        try (Session session = open(model)) {
            return session.run(rows, Progress.none());
        }
    }

    private static Session open(String model) throws Problem {
        return Session.open(Models.path(model), SessionOptions.batch().withThreads(1));
    }
}
