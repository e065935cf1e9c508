package gemwright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The contract of `gemwright drift`: the fields of its answer, its exit codes, its reports.
class DriftCommandTest {
    @TempDir private Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream error = new ByteArrayOutputStream();
    private final Cli cli =
            new Cli(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(error, true, StandardCharsets.UTF_8));

    @BeforeEach
    void writeData() throws IOException {
        write("before.csv", 0, 3);
        write("after.csv", 400, 2);
        StringBuilder outcomes = new StringBuilder("id,sold\n");
        for (int row = 0; row < 300; row++) {
            outcomes.append("row-").append(row).append(row % 2 == 0 ? ",yes\n" : ",no\n");
        }
        Files.writeString(folder.resolve("outcomes.csv"), outcomes);
    }

    private void write(String name, int shift, int period) throws IOException {
        StringBuilder rows = new StringBuilder("id,price,town\n");
        for (int row = 0; row < 300; row++) {
            rows.append("row-").append(row).append(',').append((row * 37) % 1000 + shift);
            rows.append(row % period == 0 ? ",north\n" : ",south\n");
        }
        Files.writeString(folder.resolve(name), rows);
    }

    private int drift(String current, String... more) {
        List<String> arguments =
                new java.util.ArrayList<>(
                        List.of(
                                "drift",
                                "--reference",
                                folder.resolve("before.csv").toString(),
                                "--current",
                                folder.resolve(current).toString()));
        arguments.addAll(List.of(more));
        return cli.call(arguments.toArray(String[]::new));
    }

    private Map<?, ?> answer() throws Exception {
        return (Map<?, ?>)
                Objects.requireNonNull(Json.parse(out.toString(StandardCharsets.UTF_8), "answer"));
    }

    private List<?> columns() throws Exception {
        return (List<?>) Objects.requireNonNull(answer().get("columns"));
    }

    @Test
    void answersWithTheFieldsOfTheContract() throws Exception {
        int code = drift("after.csv", "--json");

        Map<?, ?> answer = answer();
        Map<?, ?> column = (Map<?, ?>) columns().get(1);
        assertEquals(Boolean.TRUE.equals(answer.get("drifted")) ? Cli.NO : Cli.DONE, code);
        assertTrue(
                answer.keySet()
                        .containsAll(Set.of("drifted", "share", "rows", "decision", "columns")));
        assertTrue(
                column.keySet()
                        .containsAll(
                                Set.of(
                                        "name",
                                        "kind",
                                        "method",
                                        "statistic",
                                        "score",
                                        "pValue",
                                        "threshold",
                                        "verdict",
                                        "drifted",
                                        "reference",
                                        "current")));
        assertEquals("price", column.get("name"));
        assertEquals("psi", column.get("method"));
        assertEquals("drifted", column.get("verdict"));
    }

    @Test
    void theSameDataEndWithZero() {
        assertEquals(Cli.DONE, drift("before.csv"));
    }

    @Test
    void writesPdfAndJson() throws IOException {
        Path pdf = folder.resolve("report.pdf");
        Path json = folder.resolve("report.json");

        drift("after.csv", "-o", pdf.toString());
        drift("after.csv", "-o", json.toString());

        assertTrue(Files.readString(pdf, StandardCharsets.ISO_8859_1).startsWith("%PDF"));
        assertTrue(Files.readString(json).contains("\"provenance\""));
    }

    @Test
    void refusesAnUnknownEndingBeforeItReads() {
        assertEquals(Cli.USAGE, drift("missing.csv", "-o", "report.docx"));
    }

    @Test
    void joinsOutcomesById() throws Exception {
        drift("after.csv", "--json", "--actuals", folder.resolve("outcomes.csv").toString());

        assertTrue(
                columns().stream()
                        .map(c -> (Map<?, ?>) c)
                        .anyMatch(
                                c ->
                                        "sold".equals(c.get("name"))
                                                && "target".equals(c.get("role"))));
    }
}
