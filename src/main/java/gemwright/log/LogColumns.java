package gemwright.log;

import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.Role;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which member of a record becomes which column: `id`, `ts` and `latency_us` first, then the
/// inputs under their own names, then the outputs. Where an input already has the name, an output
/// is called `NAME (out)` and a member of the log `NAME (log)`.
final class LogColumns {
    private final Map<String, ColumnInfo> byPath = new LinkedHashMap<>();

    /// The columns of all these schemas together, the first to name one deciding its kind.
    LogColumns(List<LogSchema> schemas) {
        Map<String, ColumnInfo> inputs = new LinkedHashMap<>();
        Map<String, ColumnInfo> outputs = new LinkedHashMap<>();
        for (LogSchema schema : schemas) {
            for (ColumnInfo column : schema.columns()) {
                boolean input = column.role() == Role.FEATURE;
                (input ? inputs : outputs).putIfAbsent(column.name(), column);
            }
        }
        own("id", inputs, outputs, "id", ColumnKind.TEXT, Role.ID);
        own("ts", inputs, outputs, "ts", ColumnKind.TIME, Role.TIME);
        own("us", inputs, outputs, "latency_us", ColumnKind.INTEGER, Role.METRIC);
        inputs.forEach((name, column) -> byPath.put("in." + name, column));
        outputs.forEach(
                (name, column) -> {
                    String free = inputs.containsKey(name) ? name + " (out)" : name;
                    byPath.put("out." + name, new ColumnInfo(free, column.kind(), column.role()));
                });
    }

    /// The column of a member; empty where it is not looked at.
    Optional<ColumnInfo> column(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /// The column of the requests' ids.
    ColumnInfo id() {
        return java.util.Objects.requireNonNull(byPath.get("id"));
    }

    /// All columns, in their order.
    List<ColumnInfo> all() {
        return new ArrayList<>(byPath.values());
    }

    private void own(
            String path,
            Map<String, ColumnInfo> inputs,
            Map<String, ColumnInfo> outputs,
            String name,
            ColumnKind kind,
            Role role) {
        boolean taken = inputs.containsKey(name) || outputs.containsKey(name);
        byPath.put(path, new ColumnInfo(taken ? name + " (log)" : name, kind, role));
    }
}
