package gemwright.log;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.JsonRows;
import gemwright.data.Lines;
import gemwright.data.RowFault;
import gemwright.data.Table;
import gemwright.data.TableBuilder;
import gemwright.data.TableSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/// A folder of prediction logs of one model, as a table: `id`, `ts`, `latency_us`, the inputs with
/// role feature, the outputs with roles prediction and probability (several a row as `NAME_0`,
/// `NAME_1` …).
///
/// All segments below the folder are read in the order of their time, also while they are being
/// written: a last line that is cut off is not there yet. Lines that cannot be read and columns
/// that come or go between segments are listed in [Table#faults].
public final class LogFolder implements TableSource {
    /// Arrays up to this length become number columns.
    private static final int WIDEST = 1024;

    /// Faults kept.
    private static final int KEPT = 1000;

    private final Path folder;
    private final List<Part> segments;
    private final LogColumns columns;

    /// A segment with its schema.
    private record Part(Path path, LogSchema schema) {}

    private LogFolder(Path folder, List<Part> segments) {
        this.folder = folder;
        this.segments = segments;
        this.columns = new LogColumns(segments.stream().map(Part::schema).toList());
    }

    /// Whether the folder holds segments of a prediction log, at most two folders below.
    public static boolean matches(Path folder) {
        try {
            return Files.isDirectory(folder) && !paths(folder).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Opens the log folder that `serve --log` was given, or that of a model or version in it.
    ///
    /// @throws Problem where there are no logs, or those of several models
    public static LogFolder open(Path folder) throws Problem {
        List<Part> segments = new ArrayList<>();
        Set<String> models = new LinkedHashSet<>();
        try {
            for (Path path : paths(folder)) {
                Optional<LogSchema> schema = schema(path);
                if (schema.isPresent()) {
                    segments.add(new Part(path, schema.get()));
                    models.add(schema.get().model());
                }
            }
        } catch (IOException failed) {
            throw cannotRead(folder, failed);
        }
        if (segments.isEmpty()) {
            throw Problem.of("log.none", folder);
        }
        if (models.size() > 1) {
            throw Problem.of("log.models", folder, String.join(", ", models));
        }
        return new LogFolder(folder, segments);
    }

    @Override
    public String name() {
        return folder.toString();
    }

    /// The schema of the newest segment.
    public LogSchema schema() {
        return segments.getLast().schema();
    }

    @Override
    public OptionalLong rows() {
        return OptionalLong.empty();
    }

    @Override
    public List<ColumnInfo> columns(Progress progress) throws Problem {
        return read(progress).columns().stream().map(Column::info).toList();
    }

    @Override
    public Table read(Progress progress) throws Problem {
        TableBuilder table = started();
        List<RowFault> faults = new ArrayList<>(schemaChanges());
        pass(table, progress, faults, Integer.MAX_VALUE, () -> {});
        return table.build(kinds(table)).spread(WIDEST).withFaults(faults);
    }

    @Override
    public void batches(int size, Progress progress, Batch batch) throws Problem {
        TableBuilder table = started();
        List<RowFault> faults = new ArrayList<>();
        JsonRows.RowEnd full =
                () -> batch.accept(table.build(kinds(table)).spread(WIDEST).withFaults(faults));
        pass(table, progress, faults, size, full);
        if (table.rows() > 0) {
            full.after();
        }
    }

    private TableBuilder started() {
        TableBuilder table = new TableBuilder();
        columns.all().forEach(column -> table.column(column.name(), column.role()));
        return table;
    }

    private void pass(
            TableBuilder table,
            Progress progress,
            List<RowFault> faults,
            int size,
            JsonRows.RowEnd full)
            throws Problem {
        JsonRows rows = new JsonRows(table, columns::column);
        for (int i = 0; i < segments.size(); i++) {
            progress.step("reading", i, segments.size());
            Path path = segments.get(i).path();
            try (InputStream in = Files.newInputStream(path)) {
                segment(
                        path,
                        new Lines(in),
                        rows,
                        progress,
                        faults,
                        () -> {
                            if (table.rows() >= size) {
                                full.after();
                            }
                        });
            } catch (IOException failed) {
                throw cannotRead(path, failed);
            }
        }
    }

    private void segment(
            Path path,
            Lines lines,
            JsonRows rows,
            Progress progress,
            List<RowFault> faults,
            JsonRows.RowEnd eachRow)
            throws IOException, Problem {
        lines.advance();
        for (long row = 1; lines.advance(); row++) {
            if (row % 8192 == 0) {
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

    /// The kind of each column: that of its schema, or the next wider one that its values need.
    private Map<String, ColumnKind> kinds(TableBuilder table) {
        Map<String, ColumnKind> seen = table.kinds();
        Map<String, ColumnKind> kinds = new LinkedHashMap<>();
        for (ColumnInfo column : columns.all()) {
            ColumnKind own = seen.getOrDefault(column.name(), ColumnKind.NUMBER);
            kinds.put(column.name(), joined(column.kind(), own));
        }
        return kinds;
    }

    private static ColumnKind joined(ColumnKind said, ColumnKind seen) {
        if (said == ColumnKind.TENSOR || said.widensTo(seen)) {
            return seen;
        }
        return seen.widensTo(said) ? said : ColumnKind.TEXT;
    }

    private List<RowFault> schemaChanges() {
        List<RowFault> changes = new ArrayList<>();
        for (int i = 1; i < segments.size(); i++) {
            Set<String> before = described(segments.get(i - 1).schema());
            Set<String> after = described(segments.get(i).schema());
            if (!before.equals(after)) {
                Set<String> gone = new LinkedHashSet<>(before);
                gone.removeAll(after);
                Set<String> come = new LinkedHashSet<>(after);
                come.removeAll(before);
                changes.add(
                        new RowFault(
                                0,
                                Problem.Part.of(
                                        "log.schema",
                                        segments.get(i).path().toString(),
                                        come.isEmpty() ? "–" : String.join(", ", come),
                                        gone.isEmpty() ? "–" : String.join(", ", gone))));
            }
        }
        return changes;
    }

    private static Set<String> described(LogSchema schema) {
        Set<String> columns = new LinkedHashSet<>();
        for (ColumnInfo column : schema.columns()) {
            columns.add(column.name() + " (" + column.kind().word() + ")");
        }
        return columns;
    }

    private static List<Path> paths(Path folder) throws IOException {
        try (Stream<Path> all = Files.find(folder, 3, (path, is) -> is.isRegularFile())) {
            return all.filter(Segment::named)
                    .sorted(java.util.Comparator.comparing(p -> p.getFileName().toString()))
                    .toList();
        }
    }

    /// The schema in the first line; empty where the file is no segment, or has just been made.
    private static Optional<LogSchema> schema(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Lines lines = new Lines(in);
            if (!lines.advance()) {
                return Optional.empty();
            }
            String line =
                    new String(
                            lines.bytes(),
                            lines.start(),
                            lines.end() - lines.start(),
                            StandardCharsets.UTF_8);
            return Optional.ofNullable(Json.parse(line, path.toString())).flatMap(LogSchema::of);
        } catch (Problem notJson) {
            return Optional.empty();
        }
    }

    private static Problem cannotRead(Path path, IOException failed) {
        return Problem.of("file.cannotRead", path, String.valueOf(failed.getMessage()))
                .causedBy(failed);
    }
}
