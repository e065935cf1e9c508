package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;

import java.util.Optional;

/// One input of the model to be: the whole matrix, or one column of a data frame.
///
/// Whether it is text or a number is settled by the first estimator that reads it.
final class ModelInput {
    private final String name;
    private final int width;
    private Optional<Value> value = Optional.empty();

    ModelInput(String name, int width) {
        this.name = name;
        this.width = width;
    }

    String name() {
        return name;
    }

    int width() {
        return width;
    }

    /// What it holds; empty as long as nobody has read it.
    Optional<ElementType> type() {
        return value.map(Value::type);
    }

    /// The input as text or as numbers.
    Value read(boolean text, EstimatorGraph g) throws Problem {
        Value known =
                value.orElseGet(() -> g.input(name, text ? ElementType.STRING : g.number(), width));
        value = Optional.of(known);
        if (text != (known.type() == ElementType.STRING)) {
            throw Problem.of("sklearn.textAndNumber", g.path(), name);
        }
        return known;
    }
}
