package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A file of JSON objects: one a line, or all in one array.
final class JsonSource implements TableSource {
    /// Rows between two looks at the memory.
    private static final int PIECE = 8192;

    private final InputFile file;
    private final ReadOptions options;
    private Optional<TextEncoding> encoding = Optional.empty();

    JsonSource(InputFile file, ReadOptions options) {
        this.file = file;
        this.options = options;
    }

    /// Whether a text begins as a JSON object or an array of objects does.
    static boolean matches(byte[] utf8) {
        int at = blanks(utf8, 0);
        if (at < utf8.length && utf8[at] == '[') {
            at = blanks(utf8, at + 1);
            return at < utf8.length && (utf8[at] == '{' || utf8[at] == ']');
        }
        int name = blanks(utf8, at + 1);
        return at < utf8.length
                && utf8[at] == '{'
                && name < utf8.length
                && (utf8[name] == '"' || utf8[name] == '}');
    }

    @Override
    public String name() {
        return file.path().toString();
    }

    @Override
    public List<ColumnInfo> columns(Progress progress) throws Problem {
        TableBuilder table = new TableBuilder();
        pass(table, new FaultList(file.path()), progress, "scanning", PIECE, table::clear);
        table.clear();
        return table.build(kinds(table)).columns().stream().map(Column::info).toList();
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public Table read(Progress progress) throws Problem {
        TableBuilder table = new TableBuilder();
        FaultList faults = new FaultList(file.path());
        pass(table, faults, progress, "reading", Integer.MAX_VALUE, () -> {});
        Map<String, ColumnKind> kinds = kinds(table);
        return table.build(kinds).withFaults(faults.list());
    }

    /// Read twice: once for the kinds, so that all pieces agree, once for the values.
    @Override
    public void batches(int size, Progress progress, Batch batch) throws Problem {
        TableBuilder scan = new TableBuilder();
        pass(scan, new FaultList(file.path()), progress, "scanning", PIECE, scan::clear);
        Map<String, ColumnKind> kinds = kinds(scan);
        scan.clear();
        pass(
                scan,
                new FaultList(file.path()),
                progress,
                "reading",
                size,
                () -> batch.accept(scan.build(kinds)));
        if (scan.rows() > 0) {
            batch.accept(scan.build(kinds));
        }
    }

    /// The kinds that the values need, or that the user told.
    private Map<String, ColumnKind> kinds(TableBuilder table) throws Problem {
        Map<String, ColumnKind> kinds = new LinkedHashMap<>(table.kinds());
        List<Problem.Part> wrong = new ArrayList<>();
        for (Map.Entry<String, ColumnKind> column : table.kinds().entrySet()) {
            ColumnKind told = options.kinds().getOrDefault(column.getKey(), column.getValue());
            if (column.getValue().widensTo(told)) {
                kinds.put(column.getKey(), told);
            } else {
                wrong.add(
                        Problem.Part.of(
                                "data.column.kind",
                                name() + ", column " + column.getKey(),
                                column.getKey(),
                                column.getValue().word(),
                                told.word()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
        return kinds;
    }

    private void pass(
            TableBuilder table,
            FaultList faults,
            Progress progress,
            String phase,
            int size,
            JsonRows.RowEnd full)
            throws Problem {
        JsonRows rows = new JsonRows(table, this::column);
        JsonRows.RowEnd eachRow =
                () -> {
                    if (table.rows() >= size) {
                        full.after();
                    }
                };
        file.text(
                encoding(progress),
                progress,
                phase,
                in -> {
                    java.io.BufferedInputStream text = new java.io.BufferedInputStream(in, 1 << 16);
                    text.mark(1 << 16);
                    boolean array = blankThen(text, '[');
                    text.reset();
                    if (array) {
                        array(text, rows, eachRow);
                    } else {
                        lines(text, rows, faults, eachRow);
                    }
                    return table;
                });
        if (faults.count() > 0 && !options.skipBadRows()) {
            throw faults.problem();
        }
    }

    private void array(InputStream in, JsonRows rows, JsonRows.RowEnd eachRow) throws Problem {
        Optional<String> wrong = rows.addArray(in, eachRow);
        if (wrong.isPresent()) {
            throw Problem.of("json.damaged", file.path(), wrong.get());
        }
    }

    private static void lines(
            InputStream in, JsonRows rows, FaultList faults, JsonRows.RowEnd eachRow)
            throws IOException, Problem {
        Lines lines = new Lines(in);
        long row = 0;
        while (lines.advance()) {
            if (lines.blank()) {
                continue;
            }
            row++;
            Optional<String> wrong = rows.add(lines.bytes(), lines.start(), lines.end());
            if (wrong.isPresent()) {
                faults.add("json.damaged", row, "", wrong.get());
            } else {
                eachRow.after();
            }
        }
    }

    private Optional<ColumnInfo> column(String path) {
        Role role = options.roles().getOrDefault(path, Role.FEATURE);
        return Optional.of(new ColumnInfo(path, ColumnKind.TEXT, role));
    }

    private synchronized TextEncoding encoding(Progress progress) throws Problem {
        if (encoding.isEmpty()) {
            encoding = Optional.of(file.encoding(options, progress));
        }
        return encoding.get();
    }

    private static boolean blankThen(InputStream in, char first) throws IOException {
        for (int i = 0; i < 1 << 15; i++) {
            int next = in.read();
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return next == first;
            }
        }
        return false;
    }

    private static int blanks(byte[] text, int from) {
        int at = from;
        while (at < text.length
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
        return at;
    }
}
