package gemwright.serve;

import gemwright.data.Column;
import gemwright.data.ColumnInfo;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.runtime.Output;
import gemwright.serve.model.Feature;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Layout;
import gemwright.serve.model.Signature;
import gemwright.serve.model.Slot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Requests and answers as rows of the prediction log: a column for each feature, for each output
/// of one value, and for each value of an output of a few; whole arrays otherwise.
final class LogTables {
    /// Outputs up to this width get a column for each value.
    private static final long WIDEST = 64;

    private final Signature signature;
    private final List<ColumnInfo> columns = new ArrayList<>();

    LogTables(Signature signature) {
        this.signature = signature;
        for (Feature feature : signature.layout().features()) {
            columns.add(new ColumnInfo(feature.name(), kind(feature.type())));
        }
        if (!signature.hasRows()) {
            for (Slot input : signature.inputs()) {
                columns.add(new ColumnInfo(input.name(), ColumnKind.TENSOR));
            }
        }
        for (Slot output : signature.outputs()) {
            long width = width(output);
            if (width == 0) {
                columns.add(new ColumnInfo(output.name(), ColumnKind.TENSOR, Role.PREDICTION));
            } else if (width == 1) {
                columns.add(new ColumnInfo(output.name(), kind(output.type()), Role.PREDICTION));
            } else {
                for (int i = 0; i < width; i++) {
                    columns.add(new ColumnInfo(part(output, i), kind(output.type()), role(output)));
                }
            }
        }
    }

    /// The columns of the log.
    List<ColumnInfo> columns() {
        return List.copyOf(columns);
    }

    /// Values of a row of an output: 1 for `[N]` and `[N, 1]`, its columns for `[N, few]`, 0 where
    /// it is to be kept as an array.
    private long width(Slot output) {
        List<Long> shape = output.shape();
        boolean rows = signature.hasRows() && output.ranked() && output.isBatched();
        if (rows && shape.size() == 1) {
            return 1;
        }
        boolean few = rows && shape.size() == 2 && shape.get(1) >= 1 && shape.get(1) <= WIDEST;
        return few ? shape.get(1) : 0;
    }

    private static String part(Slot output, int index) {
        return output.name() + "_" + index;
    }

    private static Role role(Slot output) {
        return output.name().startsWith("probabilit") ? Role.PROBABILITY : Role.PREDICTION;
    }

    private static ColumnKind kind(DType type) {
        if (type == DType.STRING) {
            return ColumnKind.TEXT;
        }
        if (type == DType.BOOL) {
            return ColumnKind.BOOLEAN;
        }
        return type.whole() ? ColumnKind.INTEGER : ColumnKind.NUMBER;
    }

    /// What was asked.
    Table inputs(Journal.Entry entry) {
        List<Column> found = new ArrayList<>();
        int rows = rows(entry);
        switch (signature.layout()) {
            case Layout.Matrix matrix -> {
                NdArray values = array(entry, matrix.input());
                int width = matrix.features().size();
                for (int i = 0; i < width; i++) {
                    found.add(column(matrix.features().get(i).name(), values, rows, i, width));
                }
            }
            case Layout.Columns perFeature -> {
                for (Slot input : perFeature.inputs()) {
                    found.add(column(input.name(), array(entry, input), rows, 0, 1));
                }
            }
            case Layout.Tensors tensors -> {
                for (Slot input : tensors.inputs()) {
                    found.add(tensor(input.name(), array(entry, input), rows));
                }
            }
        }
        return Table.of(found);
    }

    /// What was answered.
    Table outputs(Journal.Entry entry) {
        List<Column> found = new ArrayList<>();
        int rows = rows(entry);
        for (Slot slot : signature.outputs()) {
            Optional<NdArray> values = entry.answer().find(slot.name()).flatMap(LogTables::values);
            if (values.isEmpty()) {
                continue;
            }
            long width = width(slot);
            boolean asPlanned = width > 0 && values.get().size() == rows * width;
            if (!asPlanned) {
                found.add(tensor(slot.name(), values.get(), rows));
            } else if (width == 1) {
                found.add(column(slot.name(), values.get(), rows, 0, 1));
            } else {
                for (int i = 0; i < width; i++) {
                    found.add(column(part(slot, i), values.get(), rows, i, (int) width));
                }
            }
        }
        return Table.of(found);
    }

    /// Rows of the log: those of the request, or one for whole arrays that do not agree on a
    /// number.
    private int rows(Journal.Entry entry) {
        if (signature.hasRows()) {
            return entry.rows();
        }
        long rows = -1;
        for (NdArray input : entry.inputs().values()) {
            rows = agree(rows, input);
        }
        for (Output output : entry.answer().outputs()) {
            Optional<NdArray> values = values(output);
            rows = values.isPresent() ? agree(rows, values.get()) : rows;
        }
        return rows < 1 ? 1 : Math.toIntExact(rows);
    }

    /// -1 for nothing seen yet, 0 for a disagreement.
    private static long agree(long rows, NdArray array) {
        long own = array.rank() == 0 ? 0 : array.rows();
        return rows == -1 || rows == own ? own : 0;
    }

    private static Optional<NdArray> values(Output output) {
        return switch (output) {
            case Output.Tensor tensor -> Optional.of(tensor.values());
            case Output.Scores scores -> Optional.of(scores.values());
            case Output.Sequence sequence -> Optional.empty();
        };
    }

    private static NdArray array(Journal.Entry entry, Slot input) {
        return java.util.Objects.requireNonNull(entry.inputs().get(input.name()));
    }

    private static Column tensor(String name, NdArray values, int rows) {
        if (values.rank() > 0 && values.rows() == rows) {
            return Column.tensor(name, values);
        }
        long[] shape = new long[values.rank() + 1];
        shape[0] = 1;
        for (int i = 1; i < shape.length; i++) {
            shape[i] = values.shape().get(i - 1);
        }
        return Column.tensor(name, values.reshape(shape));
    }

    /// Every `step`-th value from `first` on.
    private static Column column(String name, NdArray values, int rows, int first, int step) {
        return switch (kind(values.dtype())) {
            case TEXT -> {
                String[] texts = new String[rows];
                for (int row = 0; row < rows; row++) {
                    texts[row] = values.text((long) row * step + first);
                }
                yield Column.texts(name, texts);
            }
            case INTEGER -> Column.integers(name, wholes(values, rows, first, step));
            case BOOLEAN -> Column.booleans(name, wholes(values, rows, first, step), new BitSet());
            case NUMBER -> {
                double[] numbers = new double[rows];
                boolean wide = values.dtype() == DType.FLOAT64;
                for (int row = 0; row < rows; row++) {
                    double value = values.number((long) row * step + first);
                    // 0.1f is 0.1 to whoever sent it, not 0.10000000149011612
                    numbers[row] = wide ? value : Double.parseDouble(Float.toString((float) value));
                }
                yield Column.numbers(name, numbers);
            }
            case TIME, TENSOR -> throw new IllegalStateException(name);
        };
    }

    private static long[] wholes(NdArray values, int rows, int first, int step) {
        long[] wholes = new long[rows];
        for (int row = 0; row < rows; row++) {
            wholes[row] = values.integer((long) row * step + first);
        }
        return wholes;
    }
}
