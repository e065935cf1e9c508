package gemwright.drift;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.drift.DriftOptions.Window;
import gemwright.drift.Series.Alarm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Makes the [Timeline] of a comparison: each judged column's distance from the reference, the
/// confidence and the realised performance, window by window.
final class TimelineMaker {
    /// With more windows than this the strips could not be read.
    private static final int MOST_WINDOWS = 2000;

    /// Rows that must have an outcome before performance is called realised, as a share.
    private static final double COVERAGE = 0.8;

    private static final double NAN = Double.NaN;

    private final List<ColumnReport> columns;
    private final DriftOptions options;
    private final Progress progress;

    TimelineMaker(List<ColumnReport> columns, DriftOptions options, Progress progress) {
        this.columns = columns;
        this.options = options;
        this.progress = progress;
    }

    /// Both sides with their windows.
    private record Cut(Table reference, Table current, TimeWindows before, TimeWindows after) {
        /// A figure of each window: the reference's, then the current ones.
        List<Double> figures(ToDoubleFunction<IntStream> first, ToDoubleFunction<IntStream> then) {
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                values.add(first.applyAsDouble(before.rows(i)));
            }
            for (int i = 0; i < after.size(); i++) {
                values.add(then.applyAsDouble(after.rows(i)));
            }
            return values;
        }
    }

    /// Empty where a side has no time stamps.
    Optional<Timeline> make(Table reference, Table current) throws Problem {
        Optional<Column> first = times(reference);
        Optional<Column> second = times(current);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        Window window = options.window().orElseGet(() -> TimeWindows.standard(reference.rows()));
        Cut cut =
                new Cut(
                        reference,
                        current,
                        TimeWindows.of(first.get(), window),
                        TimeWindows.of(second.get(), window));
        if (cut.before.size() + cut.after.size() > MOST_WINDOWS) {
            throw Problem.of(
                    "drift.windows",
                    "--window",
                    Integer.toString(cut.before.size() + cut.after.size()),
                    Integer.toString(MOST_WINDOWS));
        }
        List<Timeline.Window> windows = new ArrayList<>(cut.before.windows(true));
        windows.addAll(cut.after.windows(false));
        int rows = window instanceof Window.Rows(int count) ? count : 0;
        return Optional.of(
                new Timeline(rows, windows, features(cut), confidence(cut), performance(cut)));
    }

    private Optional<Column> times(Table table) {
        return table.columns().stream()
                .filter(c -> c.kind() == ColumnKind.TIME && c.rows() > c.missingCount())
                .filter(c -> Kinds.role(c, options.choice(c.name())) == Role.TIME)
                .findFirst();
    }

    private List<Series> features(Cut cut) throws Problem {
        List<ColumnReport> judged =
                columns.stream().filter(c -> c.verdict() != Verdict.NOT_JUDGED).toList();
        return Tasks.parallel(
                judged,
                column -> {
                    progress.step("windows", judged.indexOf(column), judged.size());
                    return series(
                            column.name(), distances(cut, column), cut.before.size(), Alarm.ABOVE);
                });
    }

    private static Series series(String name, List<Double> values, int reference, Alarm alarm) {
        DoubleStream.Builder band = DoubleStream.builder();
        values.subList(0, reference).stream().filter(v -> !v.isNaN()).forEach(band::add);
        var range = band.build().summaryStatistics();
        return new Series(
                name,
                values,
                reference,
                range.getMin(),
                range.getMax(),
                alarm,
                ChangePoints.find(values));
    }

    /// Jensen-Shannon distance (base 2) of each window from the whole reference.
    private static List<Double> distances(Cut cut, ColumnReport column) {
        Column first = cut.reference.find(column.name()).orElseThrow();
        Column second = cut.current.find(column.name()).orElseThrow();
        int[] before = new int[first.rows()];
        int[] after = new int[second.rows()];
        int size =
                column.kind() == Kind.NUMERIC
                        ? bins(first, second, before, after)
                        : codes(first, second, before, after);
        long[] whole = counts(IntStream.range(0, before.length), before, size);
        return cut.figures(
                rows -> distance(whole, counts(rows, before, size)),
                rows -> distance(whole, counts(rows, after, size)));
    }

    private static double distance(long[] whole, long[] window) {
        long all = LongStream.of(whole).sum();
        long rows = LongStream.of(window).sum();
        return rows == 0
                ? Double.NaN
                : Shares.of(whole, window, all, rows).jensenShannon() / Math.sqrt(Math.log(2));
    }

    private static long[] counts(IntStream rows, int[] codes, int size) {
        long[] counts = new long[size];
        rows.forEach(
                row -> {
                    if (codes[row] >= 0) {
                        counts[codes[row]]++;
                    }
                });
        return counts;
    }

    private static int bins(Column first, Column second, int[] before, int[] after) {
        Optional<Bins> bins = Bins.sturges(Values.numbers(first), Values.numbers(second));
        if (bins.isEmpty()) {
            java.util.Arrays.fill(before, -1);
            java.util.Arrays.fill(after, -1);
            return 1;
        }
        place(first, before, bins.get());
        place(second, after, bins.get());
        return bins.get().size();
    }

    private static void place(Column column, int[] codes, Bins bins) {
        double[] values = Values.inRowOrder(column);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isFinite(values[row]) ? bins.find(values[row]) : -1;
        }
    }

    private static int codes(Column first, Column second, int[] before, int[] after) {
        Map<String, Integer> known = new HashMap<>();
        code(first, before, known);
        code(second, after, known);
        return known.size();
    }

    private static void code(Column column, int[] codes, Map<String, Integer> known) {
        for (int row = 0; row < codes.length; row++) {
            if (column.missing(row)) {
                codes[row] = -1;
            } else {
                codes[row] = known.computeIfAbsent(column.text(row), text -> known.size());
            }
        }
    }

    private Optional<Series> confidence(Cut cut) {
        List<Column> first = withRole(cut.reference, Role.PROBABILITY);
        List<Column> second = withRole(cut.current, Role.PROBABILITY);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        List<Double> values =
                cut.figures(
                        rows -> rows.mapToDouble(row -> sure(first, row)).average().orElse(NAN),
                        rows -> rows.mapToDouble(row -> sure(second, row)).average().orElse(NAN));
        return Optional.of(series("confidence", values, cut.before.size(), Alarm.BOTH));
    }

    /// The probability of the answer given: of the likeliest class.
    private static double sure(List<Column> probabilities, int row) {
        double top = probabilities.stream().mapToDouble(c -> c.number(row)).max().orElse(NAN);
        return probabilities.size() == 1 ? Math.max(top, 1 - top) : top;
    }

    private Optional<Series> performance(Cut cut) {
        Optional<Answers> first = answers(cut.reference);
        Optional<Answers> second = answers(cut.current);
        if (first.isEmpty() || second.isEmpty()) {
            return Optional.empty();
        }
        List<Double> values = cut.figures(first.get()::accuracy, second.get()::accuracy);
        return Optional.of(series("accuracy", values, cut.before.size(), Alarm.BELOW));
    }

    private Optional<Answers> answers(Table table) {
        List<Column> predictions = withRole(table, Role.PREDICTION);
        List<Column> targets = withRole(table, Role.TARGET);
        if (predictions.size() != 1 || targets.size() != 1) {
            return Optional.empty();
        }
        Column target = targets.getFirst();
        boolean known = table.rows() - target.missingCount() >= COVERAGE * table.rows();
        boolean classes = target.kind() != ColumnKind.NUMBER && target.kind() != ColumnKind.TENSOR;
        return known && classes
                ? Optional.of(new Answers(predictions.getFirst(), target))
                : Optional.empty();
    }

    /// What the model said and what came true.
    private record Answers(Column prediction, Column target) {
        double accuracy(IntStream rows) {
            return rows.filter(row -> !target.missing(row))
                    .mapToDouble(row -> right(row) ? 1 : 0)
                    .average()
                    .orElse(NAN);
        }

        private boolean right(int row) {
            return prediction.text(row).equals(target.text(row));
        }
    }

    private List<Column> withRole(Table table, Role role) {
        return table.columns().stream()
                .filter(c -> c.kind() != ColumnKind.TENSOR)
                .filter(c -> Kinds.role(c, options.choice(c.name())) == role)
                .toList();
    }
}
