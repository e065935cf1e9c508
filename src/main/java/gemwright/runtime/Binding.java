package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.NdArray;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.onnx.Dimension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// Which columns of a table feed which input of a model; decided once, applied to each batch.
///
/// An input takes the column of its name. A model with one input that no column is named after
/// takes, side by side: the columns that the model names itself (`gemwright.features`), else the
/// only column of arrays, else all columns that are features, in the order of the file.
final class Binding {
    private final List<Bound> inputs;

    private record Bound(Port port, List<String> columns) {
        Bound {
            columns = List.copyOf(columns);
        }
    }

    private Binding(List<Bound> inputs) {
        this.inputs = inputs;
    }

    /// @param features names of the columns, where the model says so
    /// @throws Problem naming every column that is missing or of the wrong kind
    static Binding of(List<Port> ports, Optional<List<String>> features, Table table)
            throws Problem {
        List<Problem.Part> wrong = new ArrayList<>();
        List<Bound> inputs = new ArrayList<>();
        for (Port port : ports) {
            List<String> chosen = choose(port, ports.size() == 1, features, table);
            for (String name : chosen) {
                if (table.find(name).isEmpty()) {
                    wrong.add(missing(name, table));
                }
            }
            if (chosen.stream().allMatch(name -> table.find(name).isPresent())) {
                wrong.addAll(check(port, table.select(chosen).columns()));
            }
            inputs.add(new Bound(port, chosen));
        }
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
        return new Binding(inputs);
    }

    private static Problem.Part missing(String name, Table table) {
        return Problem.Part.of(
                "runtime.columnMissing", name, name, String.join(", ", table.names()));
    }

    private static List<String> choose(
            Port port, boolean alone, Optional<List<String>> features, Table table) {
        if (!alone || table.find(port.name()).isPresent()) {
            return List.of(port.name());
        }
        if (features.isPresent()) {
            return features.get();
        }
        List<Column> candidates = table.withRole(Role.FEATURE);
        List<Column> arrays =
                candidates.stream().filter(c -> c.kind() == ColumnKind.TENSOR).toList();
        return (arrays.size() == 1 ? arrays : candidates).stream().map(Column::name).toList();
    }

    private static List<Problem.Part> check(Port port, List<Column> columns) {
        if (columns.size() == 1 && columns.getFirst().kind() == ColumnKind.TENSOR) {
            return List.of();
        }
        List<Problem.Part> wrong = new ArrayList<>(Cells.mismatches(columns, port.element()));
        OptionalLong width = width(port);
        if (wrong.isEmpty() && width.isPresent() && width.getAsLong() != columns.size()) {
            wrong.add(
                    Problem.Part.of(
                            "runtime.columns",
                            port.name(),
                            port.name(),
                            Long.toString(width.getAsLong()),
                            Integer.toString(columns.size()),
                            String.join(", ", columns.stream().map(Column::name).toList())));
        }
        return wrong;
    }

    /// How many numbers a row of the input holds, where the model fixes it.
    private static OptionalLong width(Port port) {
        if (port.shape().isEmpty()) {
            return OptionalLong.empty();
        }
        long width = 1;
        for (Dimension dimension : afterRows(port)) {
            if (!(dimension instanceof Dimension.Fixed fixed)) {
                return OptionalLong.empty();
            }
            width = Math.multiplyExact(width, fixed.size());
        }
        return OptionalLong.of(width);
    }

    private static List<Dimension> afterRows(Port port) {
        List<Dimension> all = port.dimensions();
        return all.isEmpty() ? all : all.subList(1, all.size());
    }

    /// The inputs for these rows.
    ///
    /// @param firstRow number of the first of them in the user's data, counted from 1
    Map<String, NdArray> arrays(Table rows, long firstRow) throws Problem {
        Map<String, NdArray> arrays = new LinkedHashMap<>();
        for (Bound input : inputs) {
            List<Column> columns = rows.select(input.columns()).columns();
            arrays.put(input.port().name(), array(input.port(), columns, firstRow));
        }
        return arrays;
    }

    private static NdArray array(Port port, List<Column> columns, long firstRow) throws Problem {
        if (columns.size() == 1 && columns.getFirst().kind() == ColumnKind.TENSOR) {
            return columns.getFirst().tensor();
        }
        NdArray cells = new Cells(columns, port.element(), firstRow).array(port.name());
        return cells.reshape(shape(port, cells));
    }

    /// `[rows]`, `[rows, columns]`, or the fixed dimensions that the columns fill: 64 columns are
    /// an image of `[rows, 1, 8, 8]`.
    private static long[] shape(Port port, NdArray cells) {
        long rows = cells.rows();
        List<Dimension> dimensions = port.dimensions();
        if (dimensions.size() == 1) {
            return new long[] {rows};
        }
        if (dimensions.size() < 3 || width(port).isEmpty()) {
            return new long[] {rows, cells.shape().get(1)};
        }
        long[] shape = new long[dimensions.size()];
        shape[0] = rows;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = port.fixed(i).orElseThrow();
        }
        return shape;
    }
}
