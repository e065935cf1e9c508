package gemwright.source.sklearn.ensemble;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;

import java.util.Arrays;
import java.util.List;

/// The weights of a voting ensemble, divided by their sum.
final class Weighting {
    private Weighting() {}

    /// One weight for each fitted member: those of members that were dropped are left out.
    static double[] of(Estimator fitted, int members) throws Problem {
        double[] weights = new double[members];
        Arrays.fill(weights, 1);
        if (fitted.has("weights")) {
            double[] all = fitted.doubles("weights");
            int next = 0;
            List<PickleValue> listed = fitted.members("estimators");
            for (int i = 0; i < listed.size(); i++) {
                boolean dropped =
                        listed.get(i)
                                .elements()
                                .getLast()
                                .asText()
                                .filter("drop"::equals)
                                .isPresent();
                if (!dropped && i < all.length && next < members) {
                    weights[next++] = all[i];
                }
            }
            if (next != members) {
                throw fitted.unreadable("weights");
            }
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
