package gemwright.report.chart;

import gemwright.drift.Distribution;
import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.drift.Verdict;

import java.util.List;
import java.util.Optional;

/// What is drawn, as a value. Strings from the user must be cleaned before; axis names carry their
/// unit.
public sealed interface Chart {
    /// Both sides of a numeric column over the same bins.
    ///
    /// @param axis name of the column with its unit
    /// @param middles the medians of both sides, marked where they are given
    record Histogram(Distribution.Histogram shares, String axis, Optional<Middles> middles)
            implements Chart {}

    /// The medians of the reference and of the current data.
    record Middles(double reference, double current) {}

    /// As [Histogram], small, without axes; the medians are triangles below.
    record SmallHistogram(Distribution.Histogram shares, Optional<Middles> middles)
            implements Chart {}

    /// Both sides of a categorical column, one pair of bars a category, from the top.
    record CategoryBars(Distribution.Bars shares) implements Chart {}

    /// As [CategoryBars], small, upright, without names.
    record SmallBars(Distribution.Bars shares) implements Chart {}

    /// What the current data have where the reference has a tenth of its rows.
    record Tenths(Distribution.Tenths shares) implements Chart {}

    /// One bar a window: how far each window is from the reference.
    ///
    /// @param axes whether dates and a scale are drawn; without them it fits a table cell
    record Strip(Series series, List<Timeline.Window> windows, boolean axes) implements Chart {
        public Strip {
            windows = List.copyOf(windows);
        }
    }

    /// A line over the windows with the band of the reference.
    ///
    /// @param axis name of the figure with its unit
    record Trend(Series series, List<Timeline.Window> windows, String axis, boolean markChange)
            implements Chart {
        public Trend {
            windows = List.copyOf(windows);
        }
    }

    /// A column's effect as a multiple of its limit, on a logarithmic scale.
    record Effect(double multiple, Verdict verdict) implements Chart {}

    /// Lines over a common axis: requests a second, latencies.
    ///
    /// @param filled whether the area below the first line is filled
    record Lines(List<Line> lines, String horizontal, String vertical, boolean filled)
            implements Chart {
        public Lines {
            lines = List.copyOf(lines);
        }
    }

    /// One line; the second and later ones are dashed.
    record Line(String name, List<Double> at, List<Double> values) {
        public Line {
            at = List.copyOf(at);
            values = List.copyOf(values);
        }
    }

    /// Bars from the top: how sensitive each node is.
    ///
    /// @param axis name of the figure with its unit
    record Ranking(List<Rank> ranks, String axis) implements Chart {
        public Ranking {
            ranks = List.copyOf(ranks);
        }
    }

    /// One bar.
    ///
    /// @param marked drawn in the colour that asks for attention
    record Rank(String name, double value, boolean marked) {}
}
