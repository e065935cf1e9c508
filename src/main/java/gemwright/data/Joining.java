package gemwright.data;

import org.jspecify.annotations.Nullable;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/// Puts tables, columns and arrays one after the other.
final class Joining {
    private Joining() {}

    static Table tables(List<Table> parts) {
        Table first = parts.getFirst();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < first.columns().size(); i++) {
            List<Column> pieces = new ArrayList<>();
            for (Table part : parts) {
                if (!part.names().equals(first.names())) {
                    throw new IllegalArgumentException(first.names() + " and " + part.names());
                }
                pieces.add(part.columns().get(i));
            }
            columns.add(columns(pieces));
        }
        List<RowFault> faults = new ArrayList<>();
        parts.forEach(part -> faults.addAll(part.faults()));
        return Table.of(columns).withFaults(faults);
    }

    static NdArray arrays(List<NdArray> parts) {
        NdArray first = parts.getFirst();
        long rows = 0;
        long bytes = 0;
        List<String> texts = new ArrayList<>();
        for (NdArray part : parts) {
            if (part.dtype() != first.dtype() || !part.rowShape().equals(first.rowShape())) {
                throw new IllegalArgumentException(first + " and " + part);
            }
            rows += part.rows();
            bytes += part.segment().byteSize();
            texts.addAll(part.texts());
        }
        List<Long> shape = new ArrayList<>(first.shape());
        shape.set(0, rows);
        if (first.dtype() == DType.STRING) {
            return NdArray.of(texts, shape.stream().mapToLong(Long::longValue).toArray());
        }
        MemorySegment all = MemorySegment.ofArray(new byte[Math.toIntExact(bytes)]);
        long at = 0;
        for (NdArray part : parts) {
            MemorySegment.copy(part.segment(), 0, all, at, part.segment().byteSize());
            at += part.segment().byteSize();
        }
        return NdArray.of(first.dtype(), all, shape);
    }

    static Column columns(List<Column> parts) {
        Column first = parts.getFirst();
        if (parts.size() == 1) {
            return first;
        }
        ColumnKind kind = first.kind();
        for (Column part : parts) {
            kind = kind(kind, part);
        }
        ColumnInfo info = new ColumnInfo(first.name(), kind, first.role());
        return switch (kind) {
            case NUMBER -> numbers(info, parts);
            case INTEGER, BOOLEAN, TIME -> wholes(info, parts);
            case TEXT -> texts(info, parts);
            case TENSOR ->
                    new TensorColumn(
                            info, NdArray.concat(parts.stream().map(Column::tensor).toList()));
        };
    }

    private static ColumnKind kind(ColumnKind before, Column next) {
        if (before == next.kind()) {
            return before;
        }
        boolean numeric =
                (before == ColumnKind.NUMBER || before == ColumnKind.INTEGER)
                        && (next.kind() == ColumnKind.NUMBER || next.kind() == ColumnKind.INTEGER);
        if (!numeric) {
            throw new IllegalArgumentException(next + " does not continue a " + before + " column");
        }
        return ColumnKind.NUMBER;
    }

    private static Column numbers(ColumnInfo info, List<Column> parts) {
        double[] all = new double[rows(parts)];
        int at = 0;
        for (Column part : parts) {
            System.arraycopy(part.numbers(), 0, all, at, part.rows());
            at += part.rows();
        }
        return new NumberColumn(info, all, 0, at);
    }

    private static Column wholes(ColumnInfo info, List<Column> parts) {
        long[] all = new long[rows(parts)];
        BitSet missing = new BitSet();
        int at = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++, at++) {
                all[at] = part.integer(row);
                if (part.missing(row)) {
                    missing.set(at);
                }
            }
        }
        return new WholeColumn(info, all, missing, 0, at);
    }

    private static Column texts(ColumnInfo info, List<Column> parts) {
        @Nullable String[] all = new @Nullable String[rows(parts)];
        int at = 0;
        for (Column part : parts) {
            for (int row = 0; row < part.rows(); row++, at++) {
                all[at] = part.missing(row) ? null : part.text(row);
            }
        }
        return new TextColumn(info, all, 0, at);
    }

    private static int rows(List<Column> parts) {
        int rows = 0;
        for (Column part : parts) {
            rows = Math.addExact(rows, part.rows());
        }
        return rows;
    }
}
