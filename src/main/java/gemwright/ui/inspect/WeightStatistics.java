package gemwright.ui.inspect;

import java.util.List;

/// The numbers of one tensor, summed up.
///
/// @param tensor its name
/// @param count numbers seen; those that are not finite are not among them
/// @param std biased (n), as numpy's `std`
/// @param zeros share of numbers that are exactly zero
/// @param edges borders of the bins, one more than counts
/// @param counts numbers in each bin
record WeightStatistics(
        String tensor,
        long count,
        double min,
        double max,
        double mean,
        double std,
        double zeros,
        List<Double> edges,
        List<Long> counts) {
    WeightStatistics {
        edges = List.copyOf(edges);
        counts = List.copyOf(counts);
    }
}
