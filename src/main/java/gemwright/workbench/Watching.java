package gemwright.workbench;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.drift.ColumnChoice;
import gemwright.drift.Drift;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.drift.Kind;
import gemwright.log.LogFolder;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Holds new data or a prediction log against reference data.
public final class Watching {
    /// An array of up to this many numbers a row, as an `.npy` file holds, is that many columns.
    private static final int WIDEST = 1000;

    private Watching() {}

    /// What to compare.
    ///
    /// @param reference data that the model was trained on, or a time when all was well
    /// @param current data files or folders of prediction logs, read one after the other
    /// @param outcomes what came true later, by id
    /// @param options how; what it says of columns also settles how they are read
    /// @param latest how far back the current rows count, from the newest; empty for all of them
    public record Plan(
            Path reference,
            List<Path> current,
            Optional<Path> outcomes,
            DriftOptions options,
            Optional<Duration> latest) {
        public Plan {
            current = List.copyOf(current);
        }

        /// All current rows.
        public Plan(
                Path reference, List<Path> current, Optional<Path> outcomes, DriftOptions options) {
            this(reference, current, outcomes, options, Optional.empty());
        }

        /// Without outcomes.
        public Plan(Path reference, List<Path> current, DriftOptions options) {
            this(reference, current, Optional.empty(), options);
        }
    }

    /// Reads both sides and judges them.
    ///
    /// @throws Problem where a side cannot be read, or the current files have no common columns
    public static DriftReport watch(Plan plan, Progress progress) throws Problem {
        Counterparts sides = sides(plan, progress);
        return Drift.compare(sides.reference(), sides.current(), plan.options(), progress);
    }

    /// Reads both sides and brings them together.
    static Counterparts sides(Plan plan, Progress progress) throws Problem {
        List<TableSource> current = new ArrayList<>();
        for (Path path : plan.current()) {
            current.add(open(path, plan.options(), Map.of()));
        }
        Map<String, ColumnKind> told = logged(current, progress);
        Table reference =
                open(plan.reference(), plan.options(), told).read(progress).spread(WIDEST);
        Table rows = read(current, progress);
        Table judged = plan.latest().map(length -> LatestRows.of(rows, length)).orElse(rows);
        Counterparts sides = new Counterparts(reference, judged);
        if (plan.outcomes().isPresent()) {
            Table outcomes = open(plan.outcomes().get(), plan.options(), told).read(progress);
            sides = sides.withOutcomes(outcomes, plan.options());
        }
        if (current.stream().anyMatch(LogFolder.class::isInstance)) {
            sides = sides.logged(plan.options());
        }
        return sides;
    }

    /// What a file says about columns: `{"age":"numeric","when":{"role":"time"},"id":"ignore"}`.
    ///
    /// @throws Problem that names each entry which is none of these
    public static Map<String, ColumnChoice> choices(Path file) throws Problem {
        if (!(Json.read(file) instanceof Map<?, ?> object)) {
            throw Problem.of("columns.noObject", file);
        }
        Map<String, ColumnChoice> choices = new LinkedHashMap<>();
        List<Problem.Part> wrong = new ArrayList<>();
        object.forEach(
                (name, value) -> {
                    Optional<ColumnChoice> choice = choice(value);
                    if (choice.isPresent()) {
                        choices.put(String.valueOf(name), choice.get());
                    } else {
                        wrong.add(
                                Problem.Part.of(
                                        "columns.choice", file + ", " + name, Json.write(value)));
                    }
                });
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
        return choices;
    }

    private static Optional<ColumnChoice> choice(@Nullable Object value) {
        if (value instanceof String word) {
            Optional<Kind> kind = Kind.of(word);
            Optional<Role> role = kind.isPresent() ? Optional.empty() : Role.of(word);
            return kind.isEmpty() && role.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new ColumnChoice(kind, role));
        }
        if (!(value instanceof Map<?, ?> object) || object.isEmpty()) {
            return Optional.empty();
        }
        Optional<Kind> kind = word(object, "kind").flatMap(Kind::of);
        Optional<Role> role = word(object, "role").flatMap(Role::of);
        boolean understood =
                kind.isPresent() == object.containsKey("kind")
                        && role.isPresent() == object.containsKey("role")
                        && Set.of("kind", "role").containsAll(object.keySet());
        return understood ? Optional.of(new ColumnChoice(kind, role)) : Optional.empty();
    }

    private static Optional<String> word(Map<?, ?> object, String key) {
        return object.get(key) instanceof String word ? Optional.of(word) : Optional.empty();
    }

    /// A data file, or a folder of logs. What the user said of a column comes first, then what the
    /// other side is known to hold.
    private static TableSource open(Path path, DriftOptions options, Map<String, ColumnKind> told)
            throws Problem {
        if (LogFolder.matches(path)) {
            return LogFolder.open(path);
        }
        ReadOptions reading = ReadOptions.inferred();
        for (Map.Entry<String, ColumnKind> column : told.entrySet()) {
            reading = reading.withKind(column.getKey(), column.getValue());
        }
        for (Map.Entry<String, ColumnChoice> column : options.columns().entrySet()) {
            Optional<ColumnKind> kind = column.getValue().kind().map(Watching::readAs);
            if (kind.isPresent()) {
                reading = reading.withKind(column.getKey(), kind.get());
            }
        }
        return Data.open(path, reading);
    }

    private static ColumnKind readAs(Kind kind) {
        return switch (kind) {
            case NUMERIC -> ColumnKind.NUMBER;
            case CATEGORICAL, TEXT -> ColumnKind.TEXT;
            case DATETIME -> ColumnKind.TIME;
        };
    }

    /// Columns that a log holds as text: a file's codes 1, 2, 3 are then the same labels, not
    /// numbers.
    private static Map<String, ColumnKind> logged(List<TableSource> current, Progress progress)
            throws Problem {
        Map<String, ColumnKind> told = new HashMap<>();
        for (TableSource source : current) {
            if (source instanceof LogFolder log) {
                for (ColumnInfo column : log.columns(progress)) {
                    if (column.kind() == ColumnKind.TEXT) {
                        told.put(column.name(), ColumnKind.TEXT);
                    }
                }
            }
        }
        return told;
    }

    private static Table read(List<TableSource> sources, Progress progress) throws Problem {
        List<Table> tables = new ArrayList<>();
        for (TableSource source : sources) {
            tables.add(source.read(progress).spread(WIDEST));
        }
        if (tables.size() == 1) {
            return tables.getFirst();
        }
        List<String> names = tables.getFirst().names();
        List<Table> alike = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Table table = tables.get(i);
            if (!new HashSet<>(table.names()).equals(new HashSet<>(names))) {
                throw Problem.of(
                        "watch.otherColumns", sources.get(i).name(), sources.getFirst().name());
            }
            alike.add(table.select(names));
        }
        return Table.concat(alike);
    }
}
