package gemwright.source.sklearn.select;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;

import java.util.List;
import java.util.stream.IntStream;

/// Some of the columns.
final class Selection {
    private Selection() {}

    /// The columns that are chosen, in their order.
    static Features of(
            Estimator fitted,
            java.util.function.IntPredicate chosen,
            int columns,
            Features x,
            EstimatorGraph g)
            throws Problem {
        List<Integer> kept = IntStream.range(0, columns).filter(chosen).boxed().toList();
        if (kept.isEmpty()) {
            throw fitted.refuse("sklearn.noColumns");
        }
        return x.select(kept, g);
    }
}
