package gemwright.source.catboost;

import gemwright.source.sklearn.Labels;
import gemwright.source.sklearn.tree.BinaryTree;

import java.util.List;
import java.util.Optional;

/// A booster, whatever it was read from.
///
/// @param features number of columns
/// @param names of the columns; none where the file does not name them
/// @param targets numbers that each leaf speaks of
/// @param trees ready to be added up
/// @param scale what the sums are multiplied by
/// @param bias what is added then, by target
/// @param loss name of the loss that it was trained for
/// @param labels classes, where it knows any
/// @param border the probability above which the second of two classes is chosen
record Booster(
        int features,
        List<String> names,
        int targets,
        List<BinaryTree> trees,
        double scale,
        List<Double> bias,
        String loss,
        Optional<Labels> labels,
        Optional<Double> border) {
    Booster {
        names = List.copyOf(names);
        trees = List.copyOf(trees);
        bias = List.copyOf(bias);
    }
}
