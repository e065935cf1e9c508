package gemwright.drift;

import gemwright.data.Table;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Both sides of a comparison with their windows over time.
record Cut(Table reference, Table current, TimeWindows before, TimeWindows after) {
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

    /// Those figures with the band of the reference's windows.
    Series series(String name, List<Double> values, Series.Alarm alarm) {
        DoubleSummaryStatistics band =
                values.subList(0, before.size()).stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(value -> !Double.isNaN(value))
                        .summaryStatistics();
        return new Series(
                name,
                values,
                before.size(),
                band.getMin(),
                band.getMax(),
                alarm,
                ChangePoints.find(values),
                Optional.empty());
    }
}
