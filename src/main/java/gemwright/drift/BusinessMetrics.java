package gemwright.drift;

import gemwright.data.Column;
import gemwright.data.Role;
import gemwright.drift.BusinessMetric.Band;
import gemwright.drift.BusinessMetric.Correlation;
import gemwright.drift.Series.Alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds the columns of role metric that both sides have, and what they move with.
final class BusinessMetrics {
    /// Fewer pairs of windows say nothing about a correlation.
    private static final int LEAST_WINDOWS = 8;

    private static final int LARGEST_LAG = 3;

    private final Cut cut;
    private final DriftOptions options;

    BusinessMetrics(Cut cut, DriftOptions options) {
        this.cut = cut;
        this.options = options;
    }

    /// @param figures what they may move with
    List<BusinessMetric> all(List<Series> figures) {
        List<BusinessMetric> metrics = new ArrayList<>();
        for (Column column : cut.reference().columns()) {
            Optional<Column> other = cut.current().find(column.name()).filter(this::counts);
            if (counts(column) && other.isPresent()) {
                metrics.add(metric(column, other.get(), figures));
            }
        }
        return metrics;
    }

    private boolean counts(Column column) {
        boolean number =
                switch (column.kind()) {
                    case NUMBER, INTEGER, BOOLEAN -> true;
                    case TEXT, TIME, TENSOR -> false;
                };
        return number && Kinds.role(column, options.choice(column.name())) == Role.METRIC;
    }

    private BusinessMetric metric(Column reference, Column current, List<Series> figures) {
        double[] first = Values.inRowOrder(reference);
        double[] second = Values.inRowOrder(current);
        List<Double> means =
                cut.figures(rows -> mean(known(first, rows)), rows -> mean(known(second, rows)));
        List<Band> bands = new ArrayList<>();
        for (int i = 0; i < cut.before().size(); i++) {
            bands.add(Intervals.of(known(first, cut.before().rows(i))));
        }
        for (int i = 0; i < cut.after().size(); i++) {
            bands.add(Intervals.of(known(second, cut.after().rows(i))));
        }
        List<Correlation> correlations =
                figures.stream().flatMap(figure -> closest(figure, means).stream()).toList();
        return new BusinessMetric(
                cut.series(reference.name(), means, Alarm.BOTH), bands, correlations);
    }

    private static double[] known(double[] values, IntStream rows) {
        return rows.mapToDouble(row -> values[row]).filter(Double::isFinite).toArray();
    }

    private static double mean(double[] values) {
        return IntStream.range(0, values.length)
                .mapToDouble(i -> values[i])
                .average()
                .orElse(Double.NaN);
    }

    /// The lag at which the metric follows the figure most closely.
    private static Optional<Correlation> closest(Series figure, List<Double> metric) {
        Optional<Correlation> closest = Optional.empty();
        for (int lag = 0; lag <= LARGEST_LAG; lag++) {
            Optional<Correlation> here = at(lag, figure, metric);
            boolean closer =
                    here.isPresent()
                            && closest.map(c -> Math.abs(c.rank())).orElse(-1.0)
                                    < Math.abs(here.get().rank());
            closest = closer ? here : closest;
        }
        return closest;
    }

    private static Optional<Correlation> at(int lag, Series figure, List<Double> metric) {
        int[] pairs =
                IntStream.range(0, metric.size() - lag)
                        .filter(i -> Double.isFinite(figure.values().get(i)))
                        .filter(i -> Double.isFinite(metric.get(i + lag)))
                        .toArray();
        if (pairs.length < LEAST_WINDOWS) {
            return Optional.empty();
        }
        double[] x = IntStream.of(pairs).mapToDouble(i -> figure.values().get(i)).toArray();
        double[] y = IntStream.of(pairs).mapToDouble(i -> metric.get(i + lag)).toArray();
        double rank = RankCorrelation.of(x, y);
        return Double.isNaN(rank)
                ? Optional.empty()
                : Optional.of(new Correlation(figure.name(), lag, rank, pairs.length));
    }
}
