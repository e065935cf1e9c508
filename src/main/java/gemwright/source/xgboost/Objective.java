package gemwright.source.xgboost;

import java.util.Optional;

/// What a booster was trained for, which tells how its margins become predictions (`PredTransform`
/// and `ProbToMargin` of `src/objective`).
///
/// @param name as the file spells it
/// @param link what is undone to `base_score`, and done to margins
/// @param task what the predictions are
record Objective(String name, Link link, Task task) {
    /// From margins to predictions.
    enum Link {
        IDENTITY,
        LOGISTIC,
        EXPONENTIAL
    }

    /// What predictions are.
    enum Task {
        NUMBERS,
        /// a probability of the second class
        BINARY,
        /// 1 where the margin is positive, else 0
        BINARY_HINGE,
        /// a margin for each class
        CLASSES
    }

    /// The objective of that name; empty for one that we do not know, or whose base score means
    /// different things in different releases (`binary:logitraw`).
    static Optional<Objective> of(String name) {
        return switch (name) {
            case "reg:squarederror",
                    "reg:linear", // up to 0.8
                    "reg:squaredlogerror",
                    "reg:pseudohubererror",
                    "reg:absoluteerror",
                    "reg:quantileerror",
                    "rank:pairwise",
                    "rank:ndcg",
                    "rank:map" ->
                    known(name, Link.IDENTITY, Task.NUMBERS);
            case "reg:logistic" -> known(name, Link.LOGISTIC, Task.NUMBERS);
            case "count:poisson", "reg:gamma", "reg:tweedie", "survival:cox", "survival:aft" ->
                    known(name, Link.EXPONENTIAL, Task.NUMBERS);
            case "binary:logistic" -> known(name, Link.LOGISTIC, Task.BINARY);
            case "binary:hinge" -> known(name, Link.IDENTITY, Task.BINARY_HINGE);
            case "multi:softprob", "multi:softmax" -> known(name, Link.IDENTITY, Task.CLASSES);
            default -> Optional.empty();
        };
    }

    private static Optional<Objective> known(String name, Link link, Task task) {
        return Optional.of(new Objective(name, link, task));
    }

    /// The margin that a base score stands for.
    double margin(double baseScore) {
        return switch (link) {
            case IDENTITY -> baseScore;
            case LOGISTIC -> -Math.log(1 / baseScore - 1);
            case EXPONENTIAL -> Math.log(baseScore);
        };
    }
}
