package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

class JsonTest {
    private static final BitSet SECOND = BitSet.valueOf(new long[] {2});

    @TempDir Path folder;

    @Test
    void membersAreColumnsAndWhatIsAbsentIsMissing() throws Problem, IOException {
        Table table =
                read(
                        """
                        {"n":1,"x":1.5,"t":true,"s":"a","when":"2026-02-28T17:05:09Z"}

                        {"x":null,"s":"","new":2}
                        """);

        assertEquals(
                Table.of(
                        Column.integers("n", new long[] {1, 0}, SECOND),
                        Column.numbers("x", 1.5, Double.NaN),
                        Column.booleans("t", new long[] {1, 0}, SECOND),
                        Column.texts("s", "a", null),
                        Column.times("when", new long[] {1772298309000000L, 0}, SECOND),
                        Column.integers("new", new long[] {0, 2}, BitSet.valueOf(new long[] {1}))),
                table);
    }

    @Test
    void anArrayOfObjectsIsATableToo() throws Problem, IOException {
        assertEquals(read("{\"a\":1}\n{\"a\":2}\n"), read("\n [ {\"a\":1},\n {\"a\":2} ]\n"));
        assertEquals(0, read("[]").rows());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "1 | 2.5 | NUMBER | 1 | 2.5",
                "1.0 | 2 | NUMBER | 1 | 2",
                "1 | \"x\" | TEXT | 1 | x",
                "true | 1 | TEXT | true | 1",
                "NaN | 1 | NUMBER | ^^ | 1",
                "\"NaN\" | -Infinity | NUMBER | ^^ | -Infinity",
                "\"Infinity\" | \"x\" | TEXT | Infinity | x",
                "\"007\" | \"8\" | TEXT | 007 | 8",
                "9223372036854775808 | 1 | TEXT | 9223372036854775808 | 1",
                "\"2026-01-01\" | \"x\" | TEXT | 2026-01-01 | x",
                "[1,2] | \"x\" | TEXT | [1.0, 2.0] | x",
                "[1] | [1,2] | TEXT | [1.0] | [1.0, 2.0]",
                "[1,\"a\"] | null | TEXT | [1,\"a\"] | ^^",
            })
    void kindsWidenToWhatHoldsAllValues(
            String first, String second, ColumnKind kind, String firstText, String secondText)
            throws Problem, IOException {
        Column column =
                read("{\"a\":%s}\n{\"a\":%s}\n".formatted(first, second)).columns().getFirst();

        assertEquals(kind, column.kind());
        assertEquals(List.of(firstText, secondText), column.texts());
    }

    @Test
    void arraysOfOneShapeAreArrays() throws Problem, IOException {
        Table table =
                read(
                        """
                        {"ids":[1,2],"image":[[0.5,1],[2,3]],"words":["a","b"]}
                        {"ids":[3,4],"image":[[1,1],[1,null]],"words":["c",""]}
                        """);

        assertEquals(NdArray.of(new long[] {1, 2, 3, 4}, 2, 2), table.columns().get(0).tensor());
        assertEquals(
                NdArray.of(new double[] {0.5, 1, 2, 3, 1, 1, 1, Double.NaN}, 2, 2, 2),
                table.columns().get(1).tensor());
        assertEquals(NdArray.of(List.of("a", "b", "c", ""), 2, 2), table.columns().get(2).tensor());
    }

    @Test
    void membersOfAnObjectWithinAreColumnsOfTheirOwn() throws Problem, IOException {
        assertEquals(
                List.of("id", "in.age", "in.home.city"),
                read("{\"id\":1,\"in\":{\"age\":2,\"home\":{\"city\":\"x\"}}}\n").names());
    }

    @Test
    void badLinesAreNamed() throws IOException {
        Path file = file("{\"a\":1}\n{\"a\":\n{\"a\":2,\"a\":3}\n[1]\n{\"a\":4} x\n{\"a\":5}\n");

        Problem problem =
                assertThrows(
                        Problem.class,
                        () -> Data.open(file, ReadOptions.inferred()).read(Progress.none()));

        assertEquals(
                List.of(2, 3, 4, 5),
                problem.parts().stream()
                        .map(p -> Integer.valueOf(p.where().replaceFirst(".* row ", "")))
                        .toList());
    }

    @Test
    void badLinesLeftOutAtWishLeaveNoTrace() throws Problem, IOException {
        Path file = file("{\"a\":1,\"b\":2}\n{\"a\":7,\"b\":[8}\n{\"a\":3}\n");

        Table table =
                Data.open(file, ReadOptions.inferred().skippingBadRows(true)).read(Progress.none());

        assertEquals(List.of("1", "3"), table.columns().get(0).texts());
        assertEquals(List.of("2", ""), table.columns().get(1).texts());
        assertEquals(1, table.faults().size());
    }

    @Test
    void piecesAgreeOnTheKinds() throws Problem, IOException {
        Path file = file("{\"a\":1}\n".repeat(5) + "{\"a\":0.5,\"b\":\"x\"}\n");
        List<List<ColumnKind>> kinds = new ArrayList<>();
        TableSource source = Data.open(file, ReadOptions.inferred());

        source.batches(
                2,
                Progress.none(),
                piece -> kinds.add(piece.columns().stream().map(Column::kind).toList()));

        List<ColumnKind> expected = List.of(ColumnKind.NUMBER, ColumnKind.TEXT);
        assertEquals(List.of(expected, expected, expected), kinds);
        assertEquals(
                List.of("a NUMBER", "b TEXT"),
                source.columns(Progress.none()).stream()
                        .map(c -> c.name() + " " + c.kind())
                        .toList());
    }

    @Test
    void aKindThatTheValuesCannotHaveIsRefused() throws IOException {
        Path file = file("{\"a\":\"x\"}\n");
        ReadOptions options = ReadOptions.inferred().withKind("a", ColumnKind.NUMBER);

        Problem problem =
                assertThrows(Problem.class, () -> Data.open(file, options).read(Progress.none()));

        assertEquals("data.column.kind", problem.key());
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("t.jsonl"), text);
    }

    private Table read(String text) throws Problem, IOException {
        return Data.open(file(text), ReadOptions.inferred()).read(Progress.none());
    }
}
