package gemwright.source.sklearn;

import gemwright.base.Problem;

import java.util.List;

/// What an estimator was fitted on: a matrix, or a data frame with named columns.
///
/// @param names of the columns of the data frame; none for a matrix
/// @param width number of columns
public record Columns(List<String> names, int width) {
    public Columns {
        names = List.copyOf(names);
        if (!names.isEmpty() && names.size() != width) {
            throw new IllegalArgumentException(names.size() + " names for " + width);
        }
    }

    /// A matrix of that width.
    public static Columns matrix(int width) {
        return new Columns(List.of(), width);
    }

    /// As the estimator itself remembers it.
    public static Columns of(Estimator fitted) throws Problem {
        for (String attribute : List.of("feature_names_in_", "_feature_names_in")) {
            if (fitted.has(attribute)) {
                List<String> names = fitted.texts(attribute);
                return new Columns(names, names.size());
            }
        }
        return matrix(fitted.integer("n_features_in_"));
    }
}
