package gemwright.log;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Data;
import gemwright.data.JsonRows;
import gemwright.data.Lines;
import gemwright.data.ReadOptions;
import gemwright.data.RowFault;
import gemwright.data.Table;
import gemwright.data.TableBuilder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Fills a table with the records of segments, in JSON lines or packed.
final class LogRows {
    /// Faults kept.
    private static final int KEPT = 1000;

    private static final int PIECE = 8_192;

    private final TableBuilder table;
    private final JsonRows.Naming naming;
    private final JsonRows rows;
    private final Progress progress;
    private final List<RowFault> faults = new ArrayList<>();

    LogRows(TableBuilder table, JsonRows.Naming naming, Progress progress) {
        this.table = table;
        this.naming = naming;
        this.rows = new JsonRows(table, naming);
        this.progress = progress;
    }

    /// Lines that could not be read; a last one that is cut off is not there yet.
    List<RowFault> faults() {
        return faults;
    }

    /// Adds the records of a segment.
    void segment(Path path, JsonRows.RowEnd eachRow) throws Problem {
        if (Segment.packed(path)) {
            Data.open(path, ReadOptions.inferred())
                    .batches(PIECE, progress, piece -> packed(piece, eachRow));
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            lines(path, new Lines(in), eachRow);
        } catch (IOException failed) {
            throw cannotRead(path, failed);
        }
    }

    private void packed(Table piece, JsonRows.RowEnd eachRow) throws Problem {
        for (int row = 0; row < piece.rows(); row++) {
            table.add(piece, row, naming);
            eachRow.after();
        }
    }

    private void lines(Path path, Lines lines, JsonRows.RowEnd eachRow)
            throws IOException, Problem {
        lines.advance();
        for (long row = 1; lines.advance(); row++) {
            if (row % PIECE == 0) {
                progress.step("reading", 0, 0);
            }
            Optional<String> wrong = rows.add(lines.bytes(), lines.start(), lines.end());
            if (wrong.isEmpty()) {
                eachRow.after();
            } else if (lines.terminated() && faults.size() < KEPT) {
                String where = path + ", line " + (row + 1);
                faults.add(new RowFault(row, Problem.Part.of("json.damaged", where, wrong.get())));
            }
        }
    }

    static Problem cannotRead(Path path, IOException failed) {
        return Problem.of("file.cannotRead", path, String.valueOf(failed.getMessage()))
                .causedBy(failed);
    }
}
