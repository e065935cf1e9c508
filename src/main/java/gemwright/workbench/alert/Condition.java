package gemwright.workbench.alert;

import java.util.Optional;
import java.util.OptionalDouble;

/// A limit for one figure of a window.
///
/// @param feature the column, empty for figures of the whole
/// @param measure the figure's name, see [Measured]
/// @param above whether the figure must lie above the limit, else below
public record Condition(Optional<String> feature, String measure, boolean above, double limit) {
    /// Whether it holds; empty where the window has no such figure.
    Optional<Boolean> holds(Measured window) {
        OptionalDouble value = window.value(this);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(above ? value.getAsDouble() > limit : value.getAsDouble() < limit);
    }

    /// As it reads: `income psi > 0.25`.
    String words() {
        return feature.map(name -> name + " ").orElse("")
                + measure
                + (above ? " > " : " < ")
                + limit;
    }
}
