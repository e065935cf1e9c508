package gemwright.drift;

import java.util.List;

/// The shares of both sides as they are drawn, 0 to 1, over the same bins or categories.
public sealed interface Distribution {
    /// Nothing to draw.
    record None() implements Distribution {}

    /// Numbers over bins of equal, round width.
    ///
    /// @param edges one more than there are bins, ascending
    /// @param outside rows of both sides that lie beyond the outer edges and are drawn in the outer
    ///   bins
    /// @param tenths the shares of both sides in the tenths of the reference
    record Histogram(
            List<Double> edges,
            List<Double> reference,
            List<Double> current,
            long outside,
            Tenths tenths)
            implements Distribution {
        public Histogram {
            edges = List.copyOf(edges);
            reference = List.copyOf(reference);
            current = List.copyOf(current);
        }
    }

    /// The bins of the stability index: the reference cut into tenths, fewer where values repeat.
    record Tenths(List<Double> reference, List<Double> current) {
        public Tenths {
            reference = List.copyOf(reference);
            current = List.copyOf(current);
        }
    }

    /// The largest categories by reference rows, then the rest as one.
    ///
    /// @param others how many categories the last bar stands for; 0 where there is no such bar
    record Bars(List<Bar> bars, int others) implements Distribution {
        public Bars {
            bars = List.copyOf(bars);
        }
    }

    /// One category.
    ///
    /// @param referenceRows rows of the reference with it
    /// @param reference its share of the reference, 0 to 1
    record Bar(
            String category,
            long referenceRows,
            long currentRows,
            double reference,
            double current) {
        /// Whether the current data have none of it.
        public boolean lost() {
            return currentRows == 0 && referenceRows > 0;
        }

        /// Whether the reference has none of it.
        public boolean unseen() {
            return referenceRows == 0 && currentRows > 0;
        }
    }
}
