package gemwright.source.lightgbm;

import gemwright.source.sklearn.Category;

import java.util.List;

/// A booster as its text tells of it.
///
/// @param version of the text: `v3`, `v4`
/// @param perIteration trees of one iteration, one for each class
/// @param features number of columns
/// @param names of the columns
/// @param categorical whether each column was taken for categories
/// @param objective with its settings: `binary sigmoid:1`; empty for one of the user's own
/// @param averages whether trees are averaged and not added up
/// @param trees in their order, iteration after iteration
/// @param categories of the columns that pandas held as categories, in the order of these columns
record Booster(
        String version,
        int perIteration,
        int features,
        List<String> names,
        List<Boolean> categorical,
        String objective,
        boolean averages,
        List<LeafTree> trees,
        List<List<Category>> categories) {
    Booster {
        names = List.copyOf(names);
        categorical = List.copyOf(categorical);
        trees = List.copyOf(trees);
        categories = categories.stream().map(List::copyOf).toList();
    }

    /// How many trained numbers it holds.
    long parameters() {
        return trees.stream().mapToLong(LeafTree::parameters).sum();
    }
}
