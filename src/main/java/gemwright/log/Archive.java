package gemwright.log;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.ParquetFile;
import gemwright.data.Role;
import gemwright.data.TableBuilder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What becomes of the closed segments of a model, whatever its version: packed as Parquet, and
/// deleted when there are too many or they are too old.
///
/// Works on a thread of its own (`log-archive`), which ends with [#close]. A packed file appears
/// whole before its lines go: a killed process loses none.
final class Archive implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Archive.class.getName());
    private static final int PIECE = 8_192;

    /// A writer closes a segment when it is full; one that has not been touched that long
    /// afterwards has lost its writer.
    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Path model;
    private final LogOptions options;
    private final Clock clock;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("log-archive").factory());

    /// @param model folder of the model, with a folder for each version
    Archive(Path model, LogOptions options, Clock clock) {
        this.model = model;
        this.options = options;
        this.clock = clock;
    }

    /// Packs that segment, and what earlier servers left.
    void closed(Path segment) {
        thread.execute(() -> tidy(Optional.of(segment)));
    }

    /// Packs what earlier servers left.
    void opened() {
        thread.execute(() -> tidy(Optional.empty()));
    }

    /// Ends; a segment that is just being packed stays as it was.
    @Override
    public void close() {
        thread.shutdownNow();
        thread.close();
    }

    // The log goes on when its archive cannot: the segments stay, and the next try is an hour away.
    private void tidy(Optional<Path> closed) {
        try {
            for (Path path : LogParts.paths(model)) {
                boolean full = closed.isPresent() && closed.get().equals(path);
                if (options.parquet() && Segment.named(path) && (full || isAbandoned(path))) {
                    pack(path);
                }
            }
            retain(closed);
        } catch (IOException | Problem failed) {
            LOG.log(Level.WARNING, "the log in " + model + " cannot be tidied", failed);
        } catch (gemwright.base.Cancelled closing) {
            LOG.log(Level.FINE, "closing", closing);
        }
    }

    private boolean isAbandoned(Path path) throws IOException {
        try {
            Instant touched = Files.getLastModifiedTime(path).toInstant();
            return touched.plus(options.segmentAge()).plus(GRACE).isBefore(clock.instant());
        } catch (NoSuchFileException gone) {
            return false; // its writer has just closed it without a record
        }
    }

    private static void pack(Path lines) throws IOException, Problem {
        Optional<LogSchema> schema =
                LogParts.of(lines).stream().map(LogParts.Part::schema).findFirst();
        if (schema.isEmpty() || !fits(schema.get(), lines)) {
            return;
        }
        List<ColumnInfo> columns = columns(schema.get());
        Map<String, ColumnKind> kinds = kinds(columns);
        ParquetFile.write(
                Segment.packedOf(lines),
                columns,
                Map.of(LogParts.NOTE, schema.get().line()),
                sink -> {
                    TableBuilder table = started(columns);
                    LogRows rows =
                            new LogRows(table, path -> named(columns, path), Progress.none());
                    rows.segment(
                            lines,
                            () -> {
                                if (table.rows() >= PIECE) {
                                    sink.accept(table.build(kinds));
                                }
                            });
                    if (table.rows() > 0) {
                        sink.accept(table.build(kinds));
                    }
                },
                Progress.none());
        Files.deleteIfExists(lines);
    }

    /// Whether the records are what the schema says, without whole arrays and without damage; what
    /// is not stays as it is, for people to look at.
    private static boolean fits(LogSchema schema, Path lines) throws Problem {
        List<ColumnInfo> columns = columns(schema);
        if (columns.stream().anyMatch(column -> column.kind() == ColumnKind.TENSOR)) {
            return false;
        }
        TableBuilder table = started(columns);
        LogRows rows = new LogRows(table, path -> named(columns, path), Progress.none());
        rows.segment(lines, () -> table.clear());
        Map<String, ColumnKind> found = table.kinds();
        return rows.faults().isEmpty()
                && columns.stream()
                        .allMatch(
                                column ->
                                        found.getOrDefault(column.name(), column.kind())
                                                .widensTo(column.kind()));
    }

    private static TableBuilder started(List<ColumnInfo> columns) {
        TableBuilder table = new TableBuilder();
        columns.forEach(column -> table.column(column.name(), column.role()));
        return table;
    }

    private static Map<String, ColumnKind> kinds(List<ColumnInfo> columns) {
        Map<String, ColumnKind> kinds = new java.util.HashMap<>();
        columns.forEach(column -> kinds.put(column.name(), column.kind()));
        return kinds;
    }

    private static Optional<ColumnInfo> named(List<ColumnInfo> columns, String path) {
        return columns.stream().filter(column -> column.name().equals(path)).findFirst();
    }

    /// The members of a record as columns, called as their paths in the lines.
    private static List<ColumnInfo> columns(LogSchema schema) {
        List<ColumnInfo> columns = new ArrayList<>();
        columns.add(new ColumnInfo("id", ColumnKind.TEXT, Role.ID));
        columns.add(new ColumnInfo("ts", ColumnKind.TIME, Role.TIME));
        columns.add(new ColumnInfo("us", ColumnKind.INTEGER, Role.METRIC));
        columns.add(new ColumnInfo("status", ColumnKind.INTEGER, Role.METRIC));
        for (ColumnInfo column : schema.columns()) {
            String side = column.role() == Role.FEATURE ? "in." : "out.";
            columns.add(new ColumnInfo(side + column.name(), column.kind(), column.role()));
        }
        return columns;
    }

    /// Deletes the oldest closed segments beyond what is to be kept.
    private void retain(Optional<Path> closed) throws IOException {
        if (options.keepBytes().isEmpty() && options.keepAge().isEmpty()) {
            return;
        }
        List<Path> newestFirst = LogParts.paths(model).reversed();
        long kept = 0;
        for (Path path : newestFirst) {
            boolean done = Segment.packed(path) || closed.equals(Optional.of(path));
            if (!done && !isAbandoned(path)) {
                continue; // still being written
            }
            long size = Files.size(path);
            Instant touched = Files.getLastModifiedTime(path).toInstant();
            boolean old =
                    options.keepAge().isPresent()
                            && touched.plus(options.keepAge().get()).isBefore(clock.instant());
            boolean much =
                    options.keepBytes().isPresent()
                            && kept + size > options.keepBytes().getAsLong();
            if (old || much) {
                Files.deleteIfExists(path);
            } else {
                kept += size;
            }
        }
    }
}
