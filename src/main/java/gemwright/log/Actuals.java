package gemwright.log;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.ColumnBuilder;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What turned out to be true, by the id of the request; the last word on an id counts.
final class Actuals {
    private static final String COLUMN = "actual";

    private final Map<String, Object> byId;

    private Actuals(Map<String, Object> byId) {
        this.byId = byId;
    }

    /// The outcomes beside these segments.
    static Actuals beside(List<Path> segments) throws IOException {
        Set<Path> models = new TreeSet<>();
        for (Path segment : segments) {
            Path version = segment.toAbsolutePath().getParent();
            if (version != null && version.getParent() != null) {
                models.add(version.getParent());
            }
        }
        Map<String, Object> byId = new HashMap<>();
        for (Path model : models) {
            for (Path file : files(model)) {
                read(file, byId);
            }
        }
        return new Actuals(byId);
    }

    private static List<Path> files(Path model) throws IOException {
        try (Stream<Path> files = Files.list(model)) {
            return files.filter(Actuals::named)
                    .sorted(java.util.Comparator.comparing(p -> p.getFileName().toString()))
                    .toList();
        }
    }

    private static boolean named(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith("actuals-") && name.endsWith(".jsonl");
    }

    // A line that is cut off, or that somebody wrote by hand and wrongly, is no outcome.
    private static void read(Path file, Map<String, Object> byId) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                parsed(line, file).ifPresent(actual -> byId.put(actual.id(), actual.value()));
            }
        }
    }

    private static Optional<Actual> parsed(String line, Path file) {
        try {
            return Optional.ofNullable(Json.parse(line, file.toString())).flatMap(Actual::of);
        } catch (Problem noJson) {
            return Optional.empty();
        }
    }

    /// The column that they make; empty where there are none.
    ///
    /// @param taken names of the other columns
    Optional<ColumnInfo> column(List<String> taken) {
        if (byId.isEmpty()) {
            return Optional.empty();
        }
        String name = taken.contains(COLUMN) ? COLUMN + " (log)" : COLUMN;
        ColumnBuilder all = new ColumnBuilder(name, Role.TARGET);
        byId.values().forEach(value -> add(all, value));
        return Optional.of(new ColumnInfo(name, all.kind(), Role.TARGET));
    }

    /// The rows with their outcomes, where they have one.
    ///
    /// @param ids name of the column of ids
    Table join(Table rows, String ids, ColumnInfo info) {
        ColumnBuilder column = new ColumnBuilder(info.name(), Role.TARGET);
        Optional<Column> found = rows.find(ids);
        for (int row = 0; row < rows.rows(); row++) {
            Object value = found.isPresent() ? byId.get(found.get().text(row)) : null;
            if (value == null) {
                column.missing();
            } else {
                add(column, value);
            }
        }
        ColumnKind kind = info.kind();
        return rows.with(column.build(kind));
    }

    private static void add(ColumnBuilder column, Object value) {
        switch (value) {
            case Long whole -> column.add(whole.longValue());
            case Double real -> column.add(real.doubleValue());
            case Boolean truth -> column.add(truth.booleanValue());
            default -> column.add(value.toString());
        }
    }
}
