package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A member of a bagging ensemble and the columns that it sees.
record Bag(Estimator member, List<Integer> columns) {
    Bag {
        columns = List.copyOf(columns);
    }

    static List<Bag> of(Estimator fitted) throws Problem {
        List<Estimator> members = fitted.children("estimators_");
        List<PickleValue> columns = fitted.members("estimators_features_");
        if (members.isEmpty() || members.size() != columns.size()) {
            throw fitted.unreadable("estimators_features_");
        }
        List<Bag> bags = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            long[] places =
                    Values.integers(columns.get(i))
                            .orElseThrow(() -> fitted.unreadable("estimators_features_"));
            bags.add(
                    new Bag(
                            members.get(i),
                            Arrays.stream(places).mapToObj(place -> (int) place).toList()));
        }
        return bags;
    }
}
