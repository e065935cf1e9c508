package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class CsvTest {
    @TempDir Path folder;

    @Test
    void kindsAreToldFromAllRows() throws Problem, IOException {
        String rows = "1,2.5,007,true,2026-02-28,x\n".repeat(5000) + "2,1e-3,8,FALSE,,\n";

        Table table = read("whole,real,code,truth,day,word\n" + rows);

        assertEquals(
                List.of(
                        ColumnKind.INTEGER,
                        ColumnKind.NUMBER,
                        ColumnKind.TEXT,
                        ColumnKind.BOOLEAN,
                        ColumnKind.TIME,
                        ColumnKind.TEXT),
                kinds(table));
        assertEquals("2 0.001 8 false  ", row(table, 5000));
    }

    @ParameterizedTest
    @CsvSource({
        "1;-2;+3, INTEGER",
        "1;9223372036854775807, INTEGER",
        "1;9223372036854775808, TEXT",
        "0.5;99999999999999999999, NUMBER",
        "0;-0, INTEGER",
        "01;2, TEXT",
        "00501;10001, TEXT",
        "1_000;2, TEXT",
        "0x10;2, TEXT",
        "1d;2f, TEXT",
        "1.;.5;-1E+5, NUMBER",
        "NaN;nan;1, NUMBER",
        "inf;-inf;Infinity, NUMBER",
        "1;NA, TEXT",
        "true;FALSE;True, BOOLEAN",
        "true;1, TEXT",
        "2026-02-29;2026-01-01, TEXT",
        "2024-02-29;2026-01-01T09:05, TIME",
        "2026-01-01 09:05:06.5Z;2026-01-01T09:05:06+08:00, TIME",
        "01/02/2026;03/04/2026, TEXT",
        "e5;1, TEXT",
        "-;1, TEXT",
        ".;1, TEXT"
    })
    void theKindOfAColumn(String cells, ColumnKind kind) throws Problem, IOException {
        assertEquals(List.of(kind), kinds(read("x\n" + cells.replace(';', '\n') + "\n")));
    }

    @Test
    void aColumnWithoutValuesIsANumberColumnOfMissingValues() throws Problem, IOException {
        Table table = read("a,b\n,1\n\"\",2\n");

        assertEquals(List.of(ColumnKind.NUMBER, ColumnKind.INTEGER), kinds(table));
        assertEquals(2, table.columns().getFirst().missingCount());
    }

    @Test
    void textIsNeverTrimmedAndNumbersMayBePadded() throws Problem, IOException {
        Table table = read("a, b\n x ,  5\n\ty,\t6 \n");

        assertEquals(List.of(" x ", "\ty"), table.columns().get(0).texts());
        assertEquals(List.of("5", "6"), table.find(" b").orElseThrow().texts());
    }

    @Test
    void quotesHoldDelimitersQuotesAndLineEnds() throws Problem, IOException {
        Table table = read("\"a\nb\",c\n\"x,\"\"y\"\"\r\nz\",5\" tall\n");

        assertEquals(List.of("a\nb", "c"), table.names());
        assertEquals(List.of("x,\"y\"\r\nz"), table.columns().get(0).texts());
        assertEquals(List.of("5\" tall"), table.columns().get(1).texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void everyLineEndEndsARow(String end) throws Problem, IOException {
        String mixed = "a,b" + end + "1,2\n3,4\r\n5,6" + end;

        assertEquals(List.of("1", "3", "5"), read(mixed).columns().getFirst().texts());
    }

    @Test
    void emptyLinesAreNoRowsUnlessThereIsOneColumn() throws Problem, IOException {
        assertEquals(2, read("a,b\n\n1,2\n\n3,4\n\n").rows());
        assertEquals(List.of("1", "", "3"), read("a\n1\n\n3\n").columns().getFirst().texts());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "'a,b\n1,2\n' ! 2",
                "'a\tb\n\"1,5\"\t2,7\n' ! 2",
                "'a;b;c\n1,5;2;3\n4,5;6;7\n' ! 3",
                "'a|b\nx, y|z\n' ! 2",
                "'alone\n1\n2\n' ! 1"
            })
    void theDelimiterIsToldFromTheRows(String text, int columns) throws Problem, IOException {
        assertEquals(columns, read(text).columns().size());
    }

    @Test
    void aTableWithoutRowsIsATableAndAnEmptyFileIsAProblem() throws Problem, IOException {
        Table empty = read("a,b");

        assertEquals(List.of("a", "b"), empty.names());
        assertEquals(0, empty.rows());
        assertEquals("file.empty", problem("").key());
        assertEquals("file.empty", problem("\n\n").key());
    }

    @Test
    void badRowsAreNamedByRowAndColumn() throws IOException {
        Problem problem = problem("a,b\n1,2\n3\n4,5,6\n7,8\n\"x\"y,1\n");

        assertEquals(
                List.of(
                        "data.row.fields t.csv, row 2, byte 8",
                        "data.row.fields t.csv, row 3, byte 10",
                        "data.row.quote t.csv, row 5, byte 20"),
                places(problem.parts()));
    }

    @Test
    void badRowsLeftOutAtWishAreListedInTheTable() throws Problem, IOException {
        Table table =
                Data.open(file("a,b\n1,2\nx\n3,4\n"), ReadOptions.inferred().skippingBadRows(true))
                        .read(Progress.none());

        assertEquals(List.of("1", "3"), table.columns().getFirst().texts());
        assertEquals(
                List.of("data.row.fields t.csv, row 2, byte 8"),
                places(table.faults().stream().map(RowFault::part).toList()));
    }

    @Test
    void aTextInANumberColumnThatTheUserDeclaredIsNamed() throws IOException {
        Path file = file("a,b\n1,x\ntwo,y\n");
        ReadOptions options = ReadOptions.inferred().withKind("a", ColumnKind.NUMBER);

        Problem problem =
                assertThrows(Problem.class, () -> Data.open(file, options).read(Progress.none()));

        assertEquals(List.of("data.row.kind t.csv, row 2, column a"), places(problem.parts()));
    }

    @Test
    void theUserCorrectsAKind() throws Problem, IOException {
        ReadOptions options =
                ReadOptions.inferred()
                        .withKind("a", ColumnKind.TEXT)
                        .withKind("b", ColumnKind.INTEGER)
                        .withRole("b", Role.TARGET);

        Table table = Data.open(file("a,b\n1.50,007\n"), options).read(Progress.none());

        assertEquals("1.50 7", row(table, 0));
        assertEquals(Role.TARGET, table.columns().get(1).role());
    }

    @Test
    void aQuoteThatIsNeverClosedIsNamedWhereItOpens() throws IOException {
        Problem problem = problem("a,b\n1,2\n3,\"open\n4,5\n");

        assertEquals(List.of("data.quote.open t.csv, row 2 (byte 8)"), places(problem.parts()));
    }

    @Test
    void twoColumnsOfOneNameAreRefusedAndNamelessOnesCalledByTheirPlace()
            throws Problem, IOException {
        assertEquals(
                List.of("data.header.twice t.csv, header", "data.header.twice t.csv, header"),
                places(problem("a,b,a,b\n1,2,3,4\n").parts()));

        Table table = read(",b\n1,2\n");

        assertEquals(List.of("column 1", "b"), table.names());
        assertEquals("data.header.empty", table.faults().getFirst().part().key());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x'; DROP TABLE t; --", "a\"b", "$(touch x)", "{0}", "名字", "a\\b", "=1+1"})
    void namesAndTextsMayHoldAnything(String hostile) throws Problem, IOException {
        String quoted = "\"" + hostile.replace("\"", "\"\"") + "\"";

        Table table = read(quoted + ",n\n" + quoted + ",1\n");

        assertEquals(List.of(hostile, "n"), table.names());
        assertEquals(hostile, table.columns().getFirst().text(0));
    }

    @Test
    void rowsComeInPiecesInTheirOrder() throws Problem, IOException {
        StringBuilder text = new StringBuilder("n\n");
        for (int i = 0; i < 10_000; i++) {
            text.append(i).append('\n');
        }
        TableSource source = Data.open(file(text.toString()), ReadOptions.inferred());
        List<Table> pieces = new ArrayList<>();

        source.batches(3000, Progress.none(), pieces::add);

        assertEquals(List.of(3000, 3000, 3000, 1000), pieces.stream().map(Table::rows).toList());
        assertEquals(source.read(Progress.none()), Table.concat(pieces));
        assertEquals(10_000, source.rows().orElseThrow());
    }

    @Test
    void aFieldMayBeLongerThanTheBuffer() throws Problem, IOException {
        String longText = "\"" + "ab,\n".repeat(200_000) + "\"";

        Table table = read("a,b\n" + longText + ",1\nx,2\n");

        assertEquals(800_000, table.columns().getFirst().text(0).length());
        assertEquals("x 2", row(table, 1));
    }

    @Test
    void readingStopsWhenAsked() throws IOException {
        Path file = file("a,b\n" + "1,2\n".repeat(1_000_000));
        Progress stopping =
                (phase, done, total) -> {
                    if (done > 1_000_000) {
                        throw new Cancelled();
                    }
                };

        assertThrows(Cancelled.class, () -> Data.open(file, ReadOptions.inferred()).read(stopping));
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("t.csv"), text.getBytes(StandardCharsets.UTF_8));
    }

    private Table read(String text) throws Problem, IOException {
        return Data.open(file(text), ReadOptions.inferred()).read(Progress.none());
    }

    private Problem problem(String text) throws IOException {
        Path file = file(text);
        return assertThrows(
                Problem.class, () -> Data.open(file, ReadOptions.inferred()).read(Progress.none()));
    }

    private List<String> places(List<Problem.Part> parts) {
        return parts.stream()
                .map(p -> p.key() + " " + p.where().replace(folder + "/", ""))
                .toList();
    }

    private static List<ColumnKind> kinds(Table table) {
        return table.columns().stream().map(Column::kind).toList();
    }

    private static String row(Table table, int row) {
        return String.join(" ", table.columns().stream().map(c -> c.text(row)).toList());
    }
}
