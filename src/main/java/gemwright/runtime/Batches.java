package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.data.Table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/// One run over all rows of a table: cut into batches, put together again.
///
/// A model that fixes the number of rows gets batches of that many, the last one filled up with its
/// last row. A model that claims to take any number but fails on many is run row by row.
final class Batches {
    private static final long BATCH_BYTES = 8 << 20;
    private static final int BATCH_ROWS = 4096;

    private final Session session;
    private final Binding binding;
    private final Table table;
    private final OptionalLong fixed;
    private final Set<String> notByRow = new TreeSet<>();
    private final Map<String, List<Output>> parts = new LinkedHashMap<>();

    Batches(Session session, Binding binding, Table table) {
        this.session = session;
        this.binding = binding;
        this.table = table;
        this.fixed = fixedRows(session.inputs());
    }

    /// How many rows the model wants at a time, where it says so.
    static OptionalLong fixedRows(List<Port> inputs) {
        return inputs.stream()
                .map(input -> input.fixed(0))
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    Answer run(Progress progress) throws Problem {
        if (table.rows() == 0) {
            throw Problem.of("runtime.noRows", session.name());
        }
        int size = batchRows();
        for (int from = 0; from < table.rows(); ) {
            progress.step("running", from, table.rows());
            int to = (int) Math.min(table.rows(), (long) from + size);
            try {
                batch(from, to, size);
                from = to;
            } catch (Problem failed) {
                if (!failed.key().equals("runtime.run") || size == 1 || fixed.isPresent()) {
                    throw failed;
                }
                size = 1;
            }
        }
        progress.step("running", table.rows(), table.rows());
        return answer();
    }

    private int batchRows() throws Problem {
        if (fixed.isPresent()) {
            return Math.toIntExact(Math.max(1, fixed.getAsLong()));
        }
        long bytes = 0;
        for (NdArray array : binding.arrays(table.slice(0, 1), 1).values()) {
            bytes += Math.max(array.segment().byteSize(), array.texts().size() * 64L);
        }
        return Math.clamp(BATCH_BYTES / Math.max(1, bytes), 1, BATCH_ROWS);
    }

    private void batch(int from, int to, int size) throws Problem {
        Map<String, NdArray> arrays = binding.arrays(table.slice(from, to), from + 1L);
        if (fixed.isPresent() && to - from < size) {
            arrays.replaceAll((input, array) -> filled(array, size));
        }
        int given = fixed.isPresent() ? size : to - from;
        for (Output output : session.run(arrays).outputs()) {
            if (rows(output) == given) {
                parts.computeIfAbsent(output.name(), name -> new ArrayList<>())
                        .add(first(output, to - from));
            } else {
                notByRow.add(output.name());
            }
        }
    }

    /// The rows, and the last one again until there are `size`.
    static NdArray filled(NdArray array, int size) {
        List<NdArray> rows = new ArrayList<>(List.of(array));
        NdArray last = array.slice(array.rows() - 1, array.rows());
        for (long row = array.rows(); row < size; row++) {
            rows.add(last);
        }
        return NdArray.concat(rows);
    }

    private static long rows(Output output) {
        return switch (output) {
            case Output.Tensor tensor -> tensor.values().rank() == 0 ? -1 : tensor.values().rows();
            case Output.Scores scores -> scores.values().rows();
            case Output.Sequence sequence -> -1;
        };
    }

    private static Output first(Output output, int rows) {
        return switch (output) {
            case Output.Tensor(String name, NdArray values) ->
                    new Output.Tensor(name, values.slice(0, rows));
            case Output.Scores(String name, NdArray values, List<String> classes) ->
                    new Output.Scores(name, values.slice(0, rows), classes);
            case Output.Sequence sequence -> sequence;
        };
    }

    private Answer answer() throws Problem {
        List<Output> outputs = new ArrayList<>();
        for (Map.Entry<String, List<Output>> output : parts.entrySet()) {
            if (!notByRow.contains(output.getKey())) {
                outputs.add(joined(output.getKey(), output.getValue()));
            }
        }
        return new Answer(outputs, List.copyOf(notByRow));
    }

    private Output joined(String name, List<Output> pieces) throws Problem {
        List<NdArray> arrays = new ArrayList<>();
        List<String> classes = List.of();
        for (Output piece : pieces) {
            switch (piece) {
                case Output.Tensor tensor -> arrays.add(tensor.values());
                case Output.Scores scores -> {
                    arrays.add(scores.values());
                    classes = scores.classes();
                }
                case Output.Sequence sequence -> throw new IllegalStateException(sequence.name());
            }
        }
        NdArray first = arrays.getFirst();
        if (arrays.stream().anyMatch(a -> !a.rowShape().equals(first.rowShape()))) {
            throw Problem.of("runtime.unevenRows", session.name(), name);
        }
        NdArray whole = NdArray.concat(arrays);
        return pieces.getFirst() instanceof Output.Scores
                ? new Output.Scores(name, whole, classes)
                : new Output.Tensor(name, whole);
    }
}
