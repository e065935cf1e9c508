package gemwright.source.sklearn.tree;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which columns of a histogram gradient boosting are categories, and which categories were seen
/// (`_bin_mapper`).
final class HistBins {
    private final List<Boolean> categorical;
    private final List<Set<Integer>> known;

    private HistBins(List<Boolean> categorical, List<Set<Integer>> known) {
        this.categorical = categorical;
        this.known = known;
    }

    static HistBins of(Estimator fitted) throws Problem {
        Estimator mapper = fitted.part("_bin_mapper");
        List<PickleValue> thresholds = mapper.members("bin_thresholds_");
        long[] flags = mapper.integers("is_categorical_");
        if (flags.length != thresholds.size()) {
            throw mapper.unreadable("is_categorical_");
        }
        List<Boolean> categorical = new ArrayList<>();
        List<Set<Integer>> known = new ArrayList<>();
        for (int i = 0; i < flags.length; i++) {
            categorical.add(flags[i] != 0);
            Set<Integer> seen = new TreeSet<>();
            if (flags[i] != 0) {
                double[] categories =
                        Values.numbers(thresholds.get(i))
                                .orElseThrow(() -> mapper.unreadable("bin_thresholds_"));
                for (double category : categories) {
                    seen.add((int) category);
                }
            }
            known.add(seen);
        }
        return new HistBins(categorical, known);
    }

    int features() {
        return categorical.size();
    }

    boolean hasCategories() {
        return categorical.contains(true);
    }

    /// 1 for each categorical column, 0 for others.
    double[] categoricalMask() {
        return categorical.stream().mapToDouble(c -> c ? 1 : 0).toArray();
    }

    /// The categories of a column that were seen.
    Set<Integer> known(int feature) {
        return known.get(feature);
    }
}
