package gemwright.ui.drift;

import gemwright.drift.ColumnReport;
import gemwright.drift.DriftReport;
import gemwright.drift.Finding;
import gemwright.drift.RuleOutcome;
import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.drift.Verdict;
import gemwright.workbench.Watching;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A look at the data, as the screen shows it.
///
/// @param plan what was held against what
/// @param run number of its run in the workspace
record Watched(DriftReport report, Watching.Plan plan, int run) {
    /// So many windows in a row outside the band count; the rules of the report say the same.
    private static final int IN_A_ROW = 2;

    /// Features and outputs with a verdict, drifted ones first, then by effect.
    List<ColumnReport> columns() {
        return report.ranked().stream().filter(one -> one.feature() || one.output()).toList();
    }

    /// Features with a verdict.
    long features() {
        return report.ranked().stream().filter(ColumnReport::feature).count();
    }

    /// Features that drifted.
    int drifted() {
        return (int) report.with(Verdict.DRIFTED).stream().filter(ColumnReport::feature).count();
    }

    /// Over time, where a window has its band.
    Optional<Series> series(ColumnReport column) {
        return report.timeline().flatMap(timeline -> timeline.feature(column.name()));
    }

    /// When a column left its band for good, or at least for a while.
    Optional<Instant> since(ColumnReport column) {
        return series(column).flatMap(this::since);
    }

    private Optional<Instant> since(Series series) {
        OptionalInt first = series.firstRun(IN_A_ROW);
        return first.isEmpty()
                ? Optional.empty()
                : report.timeline().map(timeline -> from(timeline, first.getAsInt()));
    }

    private static Instant from(Timeline timeline, int window) {
        return timeline.windows().get(window).from();
    }

    /// When the first feature that drifted left its band.
    Optional<Instant> since() {
        return report.with(Verdict.DRIFTED).stream()
                .filter(ColumnReport::feature)
                .flatMap(column -> since(column).stream())
                .min(Instant::compareTo);
    }

    /// The model's confidence over time, where there are probabilities and time stamps.
    Optional<Series> confidence() {
        return report.timeline().flatMap(Timeline::confidence);
    }

    /// Rules that hold now.
    List<RuleOutcome> fired() {
        return report.outcomes().stream().filter(RuleOutcome::fired).toList();
    }

    /// What was found in a column beside its distribution.
    ///
    /// @param column its name
    record Found(String column, Finding finding) {}

    /// All that was found.
    List<Found> findings() {
        return report.columns().stream()
                .flatMap(
                        column ->
                                column.findings().stream()
                                        .map(finding -> new Found(column.name(), finding)))
                .toList();
    }
}
