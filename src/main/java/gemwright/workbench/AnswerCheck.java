package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.Data;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.runtime.Session;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// How a converted model's answers differ from those that the original gave, which stand in a data
/// file beside the rows.
///
/// An output's answers are the columns of its name: `variable`, `probabilities_0`,
/// `probabilities_1` …, or one column of arrays. `prediction` stands for the label or number too,
/// and `probability` for the second of two classes.
///
/// @param rows rows that were compared
/// @param outputs one for each output that the file has answers for; at least one
public record AnswerCheck(int rows, List<Difference> outputs) {
    /// A number may differ by that share of itself …
    private static final double RELATIVE = 1e-4;

    /// … and by that share of the largest number of its output, or of 1.
    private static final double ABSOLUTE = 1e-5;

    public AnswerCheck {
        outputs = List.copyOf(outputs);
    }

    /// How one output differs.
    ///
    /// @param maxAbs the largest difference of two numbers; 0 for texts
    /// @param agreement share of values that are the same, within the tolerance for numbers
    public record Difference(String output, double maxAbs, double agreement) {
        /// Whether every value is the same.
        public boolean same() {
            return agreement == 1;
        }
    }

    /// Whether all answers are the same.
    public boolean same() {
        return outputs.stream().allMatch(Difference::same);
    }

    /// Runs the model on the rows of a file and compares.
    ///
    /// @throws Problem where the file has no answers, or the model cannot be run on it
    static AnswerCheck of(Session session, Path data, Progress progress) throws Problem {
        Table table = Data.open(data, Predicting.options(session)).read(progress);
        Map<String, List<Column>> expected = new LinkedHashMap<>();
        Set<String> answers = new HashSet<>();
        session.outputs()
                .forEach(
                        port -> {
                            List<Column> columns = expected(port.name(), table);
                            expected.put(port.name(), columns);
                            columns.forEach(column -> answers.add(column.name()));
                        });
        if (answers.isEmpty()) {
            List<String> names = List.copyOf(expected.keySet());
            throw Problem.of("convert.noAnswers", data, String.join(", ", names));
        }
        Answer answer = session.run(table.without(answers), progress);
        List<Difference> differences = new ArrayList<>();
        for (Output output : answer.outputs()) {
            List<Column> columns = expected.getOrDefault(output.name(), List.of());
            if (!columns.isEmpty() && output instanceof Output.Tensor(var name, var values)) {
                differences.add(difference(name, values, columns, table.rows()));
            }
        }
        return new AnswerCheck(table.rows(), differences);
    }

    private static List<Column> expected(String output, Table table) {
        Optional<Column> own = table.find(output);
        if (own.isPresent()) {
            return List.of(own.get());
        }
        List<Column> parts = new ArrayList<>();
        for (int i = 0; table.find(output + "_" + i).isPresent(); i++) {
            parts.add(table.find(output + "_" + i).get());
        }
        if (!parts.isEmpty()) {
            return parts;
        }
        String alias =
                switch (output) {
                    case "label", "variable" -> "prediction";
                    case "probabilities" -> "probability";
                    default -> "";
                };
        return table.find(alias).stream().toList();
    }

    private static Difference difference(
            String output, NdArray got, List<Column> columns, int rows) {
        int width = (int) (got.size() / Math.max(1, rows));
        if (got.dtype() == DType.STRING) {
            long same =
                    IntStream.range(0, rows)
                            .filter(row -> columns.getFirst().text(row).equals(got.text(row)))
                            .count();
            return new Difference(output, 0, share(same, rows));
        }
        if (columns.stream().anyMatch(column -> column.kind() == ColumnKind.TEXT)) {
            return new Difference(output, Double.POSITIVE_INFINITY, 0);
        }
        double[] wanted = wanted(columns, rows);
        int wantedWidth = wanted.length / Math.max(1, rows);
        // one probability is that of the second class
        int first = wantedWidth == 1 && width == 2 ? 1 : 0;
        if (wantedWidth != width && first == 0) {
            return new Difference(output, Double.POSITIVE_INFINITY, 0);
        }
        return numbers(output, got, width, first, wanted, wantedWidth);
    }

    private static Difference numbers(
            String output, NdArray got, int width, int first, double[] wanted, int wantedWidth) {
        double scale = 1;
        for (double number : wanted) {
            scale = Double.isFinite(number) ? Math.max(scale, Math.abs(number)) : scale;
        }
        double most = 0;
        long same = 0;
        for (int i = 0; i < wanted.length; i++) {
            long at = (long) (i / wantedWidth) * width + i % wantedWidth + first;
            double difference = Math.abs(got.number(at) - wanted[i]);
            boolean equal = Double.compare(got.number(at), wanted[i]) == 0;
            double bound = RELATIVE * Math.abs(wanted[i]) + ABSOLUTE * scale;
            same += equal || difference <= bound ? 1 : 0;
            most = equal ? most : Math.max(most, difference);
        }
        return new Difference(output, most, share(same, wanted.length));
    }

    private static double[] wanted(List<Column> columns, int rows) {
        if (columns.getFirst().kind() == ColumnKind.TENSOR) {
            return columns.getFirst().tensor().doubles();
        }
        double[] wanted = new double[rows * columns.size()];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < columns.size(); i++) {
                wanted[row * columns.size() + i] = columns.get(i).number(row);
            }
        }
        return wanted;
    }

    private static double share(long same, long all) {
        return all == 0 ? 1 : (double) same / all;
    }
}
