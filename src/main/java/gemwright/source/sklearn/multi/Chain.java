package gemwright.source.sklearn.multi;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The members of a chain in the order in which they are asked.
///
/// @param order the target that each of them speaks of
record Chain(List<Estimator> members, List<Integer> order) {
    Chain {
        members = List.copyOf(members);
        order = List.copyOf(order);
    }

    static Chain of(Estimator fitted) throws Problem {
        List<Estimator> members = fitted.children("estimators_");
        List<Integer> order =
                Arrays.stream(fitted.integers("order_")).mapToObj(place -> (int) place).toList();
        List<Integer> sorted = order.stream().sorted().toList();
        if (!sorted.equals(IntStream.range(0, members.size()).boxed().toList())) {
            throw fitted.unreadable("order_");
        }
        return new Chain(members, order);
    }

    /// Where each target stands in the order of asking.
    List<Integer> back() {
        return IntStream.range(0, order.size()).mapToObj(order::indexOf).toList();
    }
}
