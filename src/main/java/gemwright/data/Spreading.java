package gemwright.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Columns of short arrays as one number column for each element.
final class Spreading {
    private Spreading() {}

    static Table of(Table table, int widest) {
        Set<String> names = new HashSet<>(table.names());
        List<Column> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            List<Column> spread =
                    column.kind() == ColumnKind.TENSOR ? columns(column, widest) : List.of();
            boolean taken = spread.stream().anyMatch(one -> names.contains(one.name()));
            if (spread.isEmpty() || taken) {
                columns.add(column);
            } else {
                columns.addAll(spread);
                spread.forEach(one -> names.add(one.name()));
            }
        }
        return Table.of(columns).withFaults(table.faults());
    }

    private static List<Column> columns(Column column, int widest) {
        NdArray array = column.tensor();
        boolean numbers =
                switch (array.dtype()) {
                    case STRING, COMPLEX64, COMPLEX128 -> false;
                    case BOOL, INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> true;
                    case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> true;
                };
        if (!numbers || array.rank() != 2 || array.shape().get(1) > widest) {
            return List.of();
        }
        int width = array.shape().get(1).intValue();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < width; i++) {
            double[] values = new double[column.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = array.number((long) row * width + i);
            }
            columns.add(Column.numbers(column.name() + "_" + i, values).as(column.role()));
        }
        return columns;
    }
}
