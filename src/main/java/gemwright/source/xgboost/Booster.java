package gemwright.source.xgboost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// A booster of XGBoost as any of its files tells it.
///
/// @param version the release that wrote it, `1.7`; empty where the file does not say
/// @param objective its name, as the file spells it
/// @param features number of columns
/// @param names of the columns; none where it was fitted on a matrix
/// @param types of the columns, `float`, `int`, `c` …; none where the file does not say
/// @param codings the categories of each column; none at all where the file keeps no categories
/// @param groups margins of a row: classes or targets
/// @param classes `num_class`; 0 for two classes or none
/// @param baseScore one, or one for each group
/// @param attributes whatever was stored with it, by name
/// @param terms what is added up
record Booster(
        String version,
        String objective,
        int features,
        List<String> names,
        List<String> types,
        List<Coding> codings,
        int groups,
        int classes,
        List<Double> baseScore,
        Map<String, String> attributes,
        Terms terms) {
    Booster {
        names = List.copyOf(names);
        types = List.copyOf(types);
        codings = List.copyOf(codings);
        baseScore = List.copyOf(baseScore);
        attributes = Map.copyOf(attributes);
    }

    /// What a booster adds up.
    sealed interface Terms {}

    /// Trees, iteration after iteration (`gbtree`, and `dart` with factors).
    ///
    /// @param ends number of trees after each iteration
    record Trees(List<Tree> trees, List<Integer> ends) implements Terms {
        Trees {
            trees = List.copyOf(trees);
            ends = List.copyOf(ends);
        }

        /// The trees up to an iteration, itself included; all of them where there is none such.
        List<Tree> until(OptionalInt iteration) {
            int last = iteration.orElse(Integer.MAX_VALUE);
            return last < ends.size() ? trees.subList(0, ends.get(last)) : trees;
        }
    }

    /// A tree and the group that it speaks of.
    ///
    /// @param factor what its leaves are multiplied by
    record Tree(BoosterTree tree, int group, float factor) {}

    /// One weight for each column and group, then one for each group alone (`gblinear`).
    record Weights(List<Double> weights) implements Terms {
        Weights {
            weights = List.copyOf(weights);
        }
    }

    /// The iteration that early stopping found best, which the scikit-learn wrapper predicts with.
    OptionalInt bestIteration() {
        try {
            return Optional.ofNullable(attributes.get("best_iteration"))
                    .map(text -> OptionalInt.of(Integer.parseInt(text)))
                    .orElse(OptionalInt.empty());
        } catch (NumberFormatException foreign) {
            return OptionalInt.empty(); // the attribute is free text; then it is somebody else's
        }
    }

    /// Trained numbers in it.
    long parameters() {
        return switch (terms) {
            case Trees(var trees, _) -> trees.stream().mapToLong(t -> t.tree().size()).sum();
            case Weights(var weights) -> weights.size();
        };
    }
}
