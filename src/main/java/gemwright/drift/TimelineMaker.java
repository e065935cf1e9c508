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
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the [Timeline] of a comparison: each judged column's distance from the reference, the
/// confidence and the realised performance, window by window.
final class TimelineMaker {
    /// With more windows than this the strips could not be read.
    private static final int MOST_WINDOWS = 2000;

    private static final String RECONSTRUCTION = "reconstruction_error";

    private final List<ColumnReport> columns;
    private final DriftOptions options;
    private final Progress progress;

    TimelineMaker(List<ColumnReport> columns, DriftOptions options, Progress progress) {
        this.columns = columns;
        this.options = options;
        this.progress = progress;
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
        if (cut.before().size() + cut.after().size() > MOST_WINDOWS) {
            throw Problem.of(
                    "drift.windows",
                    "--window",
                    Integer.toString(cut.before().size() + cut.after().size()),
                    Integer.toString(MOST_WINDOWS));
        }
        List<Timeline.Window> windows = new ArrayList<>(cut.before().windows(true));
        windows.addAll(cut.after().windows(false));
        int rows = window instanceof Window.Rows(int count) ? count : 0;
        return Optional.of(timeline(rows, windows, cut));
    }

    private Timeline timeline(int rows, List<Timeline.Window> windows, Cut cut) throws Problem {
        ModelSeries model = new ModelSeries(cut, options);
        List<Series> figures =
                Stream.concat(model.others().stream(), reconstruction(cut).stream()).toList();
        Optional<Series> confidence = model.confidence();
        Optional<Series> quality = model.performance();
        Optional<Series> estimate = model.estimate();
        List<Series> related =
                Stream.of(confidence, quality, estimate, reconstruction(figures))
                        .flatMap(Optional::stream)
                        .toList();
        return new Timeline(
                rows,
                windows,
                features(cut),
                confidence,
                quality,
                estimate,
                figures,
                new BusinessMetrics(cut, options).all(related));
    }

    private static Optional<Series> reconstruction(List<Series> figures) {
        return figures.stream().filter(s -> s.name().equals(RECONSTRUCTION)).findFirst();
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
                    return cut.series(column.name(), WindowDistances.of(cut, column), Alarm.ABOVE)
                            .since(onset(cut, column));
                });
    }

    private static Optional<Series.Onset> onset(Cut cut, ColumnReport column) {
        return column.kind() != Kind.NUMERIC
                ? Optional.empty()
                : new Onsets(cut)
                        .ofLevel(
                                numbers(cut.reference(), column.name()),
                                numbers(cut.current(), column.name()));
    }

    private static double[] numbers(Table table, String column) {
        return Values.inRowOrder(table.find(column).orElseThrow());
    }

    /// Drift of all features together.
    private Optional<Series> reconstruction(Cut cut) {
        return Reconstruction.learn(cut.reference(), columns)
                .map(
                        learned -> {
                            double[] before = learned.errors(cut.reference());
                            double[] after = learned.errors(cut.current());
                            List<Double> values =
                                    cut.figures(
                                            rows -> mean(before, rows), rows -> mean(after, rows));
                            return cut.series(RECONSTRUCTION, values, Alarm.BOTH);
                        });
    }

    private static double mean(double[] errors, IntStream rows) {
        return rows.mapToDouble(row -> errors[row]).average().orElse(Double.NaN);
    }
}
