package gemwright.log;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.JsonRows;
import gemwright.data.RowFault;
import gemwright.data.Table;
import gemwright.data.TableBuilder;
import gemwright.data.TableSource;

import java.io.IOException;
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

/// A folder of prediction logs of one model, as a table: `id`, `ts`, `latency_us`, the inputs with
/// role feature, the outputs with roles prediction and probability (several a row as `NAME_0`,
/// `NAME_1` …), and what turned out to be true (`actual`, role target) where outcomes have arrived.
///
/// All segments below the folder are read in the order of their time, also while they are being
/// written: a last line that is cut off is not there yet. Lines that cannot be read and columns
/// that come or go between segments are listed in [Table#faults].
public final class LogFolder implements TableSource {
    /// Arrays up to this length become number columns.
    private static final int WIDEST = 1024;

    private final Path folder;
    private final List<LogParts.Part> segments;
    private final LogColumns columns;
    private final Actuals actuals;

    private LogFolder(Path folder, List<LogParts.Part> segments, Actuals actuals) {
        this.folder = folder;
        this.segments = segments;
        this.columns = new LogColumns(segments.stream().map(LogParts.Part::schema).toList());
        this.actuals = actuals;
    }

    /// Whether the folder holds segments of a prediction log, at most two folders below.
    public static boolean matches(Path folder) {
        try {
            return Files.isDirectory(folder) && !LogParts.paths(folder).isEmpty();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /// Opens the log folder that `serve --log` was given, or that of a model or version in it.
    ///
    /// @throws Problem where there are no logs, or those of several models
    public static LogFolder open(Path folder) throws Problem {
        try {
            List<LogParts.Part> segments = LogParts.of(folder);
            Set<String> models = new LinkedHashSet<>();
            segments.forEach(segment -> models.add(segment.schema().model()));
            if (segments.isEmpty()) {
                throw Problem.of("log.none", folder);
            }
            if (models.size() > 1) {
                throw Problem.of("log.models", folder, String.join(", ", models));
            }
            List<Path> paths = segments.stream().map(LogParts.Part::path).toList();
            return new LogFolder(folder, segments, Actuals.beside(paths));
        } catch (IOException failed) {
            throw LogRows.cannotRead(folder, failed);
        }
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
        LogRows rows = new LogRows(table, columns::column, progress);
        pass(rows, progress, () -> {});
        List<RowFault> faults = new ArrayList<>(schemaChanges());
        faults.addAll(rows.faults());
        return built(table).withFaults(faults);
    }

    @Override
    public void batches(int size, Progress progress, Batch batch) throws Problem {
        TableBuilder table = started();
        LogRows rows = new LogRows(table, columns::column, progress);
        JsonRows.RowEnd full = () -> batch.accept(built(table).withFaults(rows.faults()));
        pass(
                rows,
                progress,
                () -> {
                    if (table.rows() >= size) {
                        full.after();
                    }
                });
        if (table.rows() > 0) {
            full.after();
        }
    }

    private TableBuilder started() {
        TableBuilder table = new TableBuilder();
        columns.all().forEach(column -> table.column(column.name(), column.role()));
        return table;
    }

    private Table built(TableBuilder builder) {
        Table table = builder.build(kinds(builder)).spread(WIDEST);
        Optional<ColumnInfo> outcome = actuals.column(table.names());
        return outcome.isEmpty() ? table : actuals.join(table, columns.id().name(), outcome.get());
    }

    private void pass(LogRows rows, Progress progress, JsonRows.RowEnd eachRow) throws Problem {
        for (int i = 0; i < segments.size(); i++) {
            progress.step("reading", i, segments.size());
            rows.segment(segments.get(i).path(), eachRow);
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
}
