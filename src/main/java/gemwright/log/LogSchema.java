package gemwright.log;

import gemwright.base.Json;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a log holds: the first line of each of its segments.
///
/// @param model name of the model
/// @param version of the model
/// @param sha256 of the model's file, in hexadecimal
/// @param columns inputs (role feature) and outputs (prediction, probability), with their kinds
public record LogSchema(String model, String version, String sha256, List<ColumnInfo> columns) {
    private static final long SCHEMA = 1;

    public LogSchema {
        columns = List.copyOf(columns);
    }

    /// The line, without its end.
    String line() {
        List<Object> described = new ArrayList<>();
        for (ColumnInfo column : columns) {
            described.add(
                    Json.object(
                            "name",
                            column.name(),
                            "role",
                            column.role().word(),
                            "type",
                            column.kind().word()));
        }
        return Json.write(
                Json.object(
                        "schema", SCHEMA, "model", model, "version", version, "sha256", sha256,
                        "columns", described));
    }

    /// The schema that a parsed line holds; empty where it is none.
    static Optional<LogSchema> of(Object line) {
        if (!(line instanceof Map<?, ?> map)
                || !Long.valueOf(SCHEMA).equals(map.get("schema"))
                || !(map.get("columns") instanceof List<?> list)) {
            return Optional.empty();
        }
        List<ColumnInfo> columns = new ArrayList<>();
        for (Object each : list) {
            Optional<ColumnInfo> column = column(each);
            if (column.isEmpty()) {
                return Optional.empty();
            }
            columns.add(column.get());
        }
        return Optional.of(
                new LogSchema(
                        String.valueOf(map.get("model")),
                        String.valueOf(map.get("version")),
                        String.valueOf(map.get("sha256")),
                        columns));
    }

    private static Optional<ColumnInfo> column(Object described) {
        if (!(described instanceof Map<?, ?> map) || !(map.get("name") instanceof String name)) {
            return Optional.empty();
        }
        Optional<Role> role = Role.of(String.valueOf(map.get("role")));
        String type = String.valueOf(map.get("type"));
        for (ColumnKind kind : ColumnKind.values()) {
            if (kind.word().equals(type) && role.isPresent()) {
                return Optional.of(new ColumnInfo(name, kind, role.get()));
            }
        }
        return Optional.empty();
    }
}
