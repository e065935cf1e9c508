package gemwright.drift;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What happened over time: the rows of both sides cut into windows by their time stamps.
///
/// @param rowsPerWindow rows a window has, 0 where windows are spans of time
/// @param windows those of the reference, then those of the current data
/// @param features the distance of each column's window from the whole reference
/// @param confidence mean top probability, where there are probabilities
/// @param performance the realised accuracy, where there are predictions and targets
/// @param estimate the accuracy to be expected without outcomes, of a two-class model whose
///   reference has them
/// @param figures everything else about the model: entropy, share of unsure answers, estimated and
///   realised figures, calibration
/// @param metrics what the business counts
public record Timeline(
        int rowsPerWindow,
        List<Window> windows,
        List<Series> features,
        Optional<Series> confidence,
        Optional<Series> performance,
        Optional<Series> estimate,
        List<Series> figures,
        List<BusinessMetric> metrics) {
    /// One window.
    ///
    /// @param from the first row's time
    /// @param to the last row's time
    public record Window(Instant from, Instant to, long rows, boolean reference) {}

    public Timeline {
        windows = List.copyOf(windows);
        features = List.copyOf(features);
        figures = List.copyOf(figures);
        metrics = List.copyOf(metrics);
    }

    /// How many windows the reference has.
    public int referenceWindows() {
        return (int) windows.stream().filter(Window::reference).count();
    }

    /// Whether the band means something: at least eight reference windows.
    public boolean reliable() {
        return referenceWindows() >= 8;
    }

    /// The series of that column.
    public Optional<Series> feature(String column) {
        return features.stream().filter(s -> s.name().equals(column)).findFirst();
    }
}
