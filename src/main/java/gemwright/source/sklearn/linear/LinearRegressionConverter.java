package gemwright.source.sklearn.linear;

import gemwright.base.Problem;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Predicted;

import java.util.Set;

/// `LinearRegression` and its kin, which differ in how they are fitted only.
final class LinearRegressionConverter implements EstimatorConverter.Regressor {
    private static final String MODULE = "sklearn.linear_model.";

    @Override
    public Set<String> estimators() {
        return Set.of(
                MODULE + "ARDRegression",
                MODULE + "BayesianRidge",
                MODULE + "ElasticNet",
                MODULE + "ElasticNetCV",
                MODULE + "HuberRegressor",
                MODULE + "Lars",
                MODULE + "LarsCV",
                MODULE + "Lasso",
                MODULE + "LassoCV",
                MODULE + "LassoLars",
                MODULE + "LassoLarsCV",
                MODULE + "LassoLarsIC",
                MODULE + "LinearRegression",
                MODULE + "MultiTaskElasticNet",
                MODULE + "MultiTaskElasticNetCV",
                MODULE + "MultiTaskLasso",
                MODULE + "MultiTaskLassoCV",
                MODULE + "OrthogonalMatchingPursuit",
                MODULE + "OrthogonalMatchingPursuitCV",
                MODULE + "PassiveAggressiveRegressor",
                MODULE + "QuantileRegressor",
                MODULE + "Ridge",
                MODULE + "RidgeCV",
                MODULE + "SGDRegressor",
                MODULE + "TheilSenRegressor",
                "sklearn.svm.LinearSVR");
    }

    @Override
    public Predicted predict(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        return new Predicted(Weights.sums(fitted, x, g), Weights.outputs(fitted));
    }
}
