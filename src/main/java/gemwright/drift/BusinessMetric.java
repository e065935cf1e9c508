package gemwright.drift;

import java.util.List;

/// What the business counts, window by window: clicks, conversions, any number of role metric.
///
/// @param series its mean in each window
/// @param bands where the true mean lies in 95 of 100 windows like that
/// @param correlations with figures of the model; a correlation, never a cause
public record BusinessMetric(Series series, List<Band> bands, List<Correlation> correlations) {
    public BusinessMetric {
        bands = List.copyOf(bands);
        correlations = List.copyOf(correlations);
    }

    /// A 95 % interval; NaN where a window has too few values.
    public record Band(double low, double high) {}

    /// How closely the metric follows a figure.
    ///
    /// @param with the figure's name
    /// @param lag by how many windows the metric comes later
    /// @param rank Spearman's rank correlation, -1 to 1
    /// @param windows pairs of windows that it is of
    public record Correlation(String with, int lag, double rank, int windows) {}
}
