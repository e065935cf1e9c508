package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Functions;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// `FunctionTransformer` without a function, or with one of numpy's that is known.
final class FunctionTransformerConverter implements EstimatorConverter.Invertible {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.FunctionTransformer");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return apply(fitted, "func", "kw_args", x, g);
    }

    @Override
    public Features inverse(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return apply(fitted, "inverse_func", "inv_kw_args", x, g);
    }

    private static Features apply(
            Estimator fitted, String function, String arguments, Features x, EstimatorGraph g)
            throws Problem {
        Optional<PickleValue> called = fitted.get(function);
        if (called.isEmpty() || Functions.isIdentity(called.get())) {
            return x;
        }
        if (!fitted.entries(arguments, List.of()).isEmpty()) {
            throw fitted.unsupported(arguments);
        }
        Value result =
                Functions.apply(called.get(), x.doubles(g), g)
                        .orElseThrow(() -> fitted.unsupported(function));
        return Features.of(result, x.width());
    }
}
