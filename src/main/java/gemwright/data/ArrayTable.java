package gemwright.data;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Arrays as a table: the first dimension counts the rows.
final class ArrayTable {
    private ArrayTable() {}

    /// The table of the arrays that are equally long. Single numbers and arrays of another length,
    /// such as constants and states, are left out and listed in its faults; [Data#arrays] has them.
    ///
    /// @param where the file, for messages
    /// @throws Problem where there is no array with rows, or too many rows
    static Table of(Map<String, NdArray> arrays, ReadOptions options, String where) throws Problem {
        long rows = commonLength(arrays, where);
        List<Column> columns = new ArrayList<>();
        List<RowFault> left = new ArrayList<>();
        for (Map.Entry<String, NdArray> each : arrays.entrySet()) {
            NdArray array = each.getValue();
            String name = each.getKey();
            if (array.rank() == 0 || array.rows() != rows) {
                left.add(
                        new RowFault(
                                0,
                                Problem.Part.of(
                                        "data.array.rows",
                                        where + ", " + name,
                                        name,
                                        array.shape().toString(),
                                        Long.toString(rows))));
            } else {
                Role role = options.roles().getOrDefault(name, Role.FEATURE);
                columns.add(column(name, array).as(role));
            }
        }
        return Table.of(columns).withFaults(left);
    }

    /// The length that the most arrays have; at a tie that of the first.
    private static long commonLength(Map<String, NdArray> arrays, String where) throws Problem {
        Map<Long, Integer> votes = new HashMap<>();
        for (NdArray array : arrays.values()) {
            if (array.rank() > 0) {
                votes.merge(array.rows(), 1, Integer::sum);
            }
        }
        int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (NdArray array : arrays.values()) {
            if (array.rank() > 0 && votes.getOrDefault(array.rows(), 0) == most) {
                if (array.rows() > Integer.MAX_VALUE - 8) {
                    throw Problem.of("data.tooManyRows", where, Long.toString(array.rows()));
                }
                return array.rows();
            }
        }
        throw Problem.of("data.array.none", where);
    }

    /// A plain column for one value a row, arrays for more.
    private static Column column(String name, NdArray array) {
        if (array.rank() > 1) {
            return Column.tensor(name, array);
        }
        return switch (array.dtype()) {
            case FLOAT16, BFLOAT16, FLOAT32, FLOAT64 -> Column.numbers(name, array.doubles());
            case BOOL -> Column.booleans(name, array.integers(), new BitSet());
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 ->
                    Column.integers(name, array.integers());
            case STRING -> Column.texts(name, array.texts().toArray(String[]::new));
            case UINT64, COMPLEX64, COMPLEX128 -> Column.tensor(name, array);
        };
    }
}
