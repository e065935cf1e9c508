package gemwright.source.sklearn.decompose;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.List;
import java.util.Set;

/// Rows as sums of few atoms of a dictionary, found by orthogonal matching pursuit or by a
/// threshold. (The lasso and least angle regression go on until they come to rest: refused.)
final class SparseCodingConverter implements EstimatorConverter.Transformer {
    private static final String MODULE = "sklearn.decomposition.";

    /// Each step is several nodes for each one before it.
    private static final int MOST_ATOMS = 20;

    @Override
    public Set<String> estimators() {
        return Set.of(
                MODULE + "DictionaryLearning",
                MODULE + "MiniBatchDictionaryLearning",
                MODULE + "SparseCoder");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) throws Problem {
        return fitted.has("n_features_in_")
                ? Columns.of(fitted)
                : Columns.matrix(dictionary(fitted).columns());
    }

    private static Matrix dictionary(Estimator fitted) throws Problem {
        return fitted.matrix(fitted.has("components_") ? "components_" : "dictionary");
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Matrix dictionary = dictionary(fitted); // [atoms, features]
        if (dictionary.columns() != x.width()) {
            throw fitted.refuse("sklearn.width", dictionary.columns(), x.width());
        }
        Value rows = x.doubles(g);
        Value code =
                switch (fitted.choice("transform_algorithm", "omp", "omp", "threshold")) {
                    case "omp" ->
                            new MatchingPursuit(dictionary, g)
                                    .code(rows, atoms(fitted, dictionary));
                    default -> threshold(fitted, dictionary, rows, g);
                };
        if (!fitted.flag("split_sign", false)) {
            return Features.of(code, dictionary.rows());
        }
        Value zero = g.scalar("zero", 0, code);
        Value negative = g.op("Max", g.op("Neg", code), zero);
        Value both = g.sideBySide(List.of(g.op("Max", code, zero), negative));
        return Features.of(both, 2 * dictionary.rows());
    }

    /// A tenth of the columns where nothing else was asked for.
    private static int atoms(Estimator fitted, Matrix dictionary) throws Problem {
        if (fitted.flag("positive_code", false)) {
            throw fitted.unsupported("positive_code");
        }
        int usual = Math.min(Math.max(dictionary.columns() / 10, 1), dictionary.rows());
        int atoms = fitted.integer("transform_n_nonzero_coefs", usual);
        if (atoms < 1 || atoms > Math.min(MOST_ATOMS, dictionary.rows())) {
            throw fitted.unsupported("transform_n_nonzero_coefs");
        }
        return atoms;
    }

    /// What each atom has in common with the row, brought nearer to 0 by α.
    private static Value threshold(
            Estimator fitted, Matrix dictionary, Value rows, EstimatorGraph g) throws Problem {
        double alpha = fitted.number("transform_alpha", fitted.number("alpha", 1));
        Value common = g.op("MatMul", rows, g.doubles("dictionary", dictionary.transposed()));
        Value zero = g.scalar("zero", 0, common);
        Value size = g.op("Sub", g.op("Abs", common), g.scalar("alpha", alpha, common));
        Value code = g.op("Mul", g.op("Sign", common), g.op("Max", size, zero));
        return fitted.flag("positive_code", false) ? g.op("Max", code, zero) : code;
    }
}
