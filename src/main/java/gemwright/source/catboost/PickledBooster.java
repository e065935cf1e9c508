package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleBytes;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Estimator;

import java.util.Optional;

/// The booster inside a pickled wrapper.
final class PickledBooster {
    private static final String MODEL = "__model";

    private PickledBooster() {}

    static Booster of(Estimator fitted) throws Problem {
        Optional<PickleValue> model = fitted.get(MODEL);
        if (model.isPresent() && model.get() instanceof PickleBytes bytes) {
            return BoosterBinary.read(bytes.segment(), fitted.path());
        }
        throw fitted.unreadable(MODEL);
    }
}
