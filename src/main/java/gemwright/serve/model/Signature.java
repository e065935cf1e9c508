package gemwright.serve.model;

import java.util.List;
import java.util.Optional;

/// What a served model takes and gives.
public record Signature(List<Slot> inputs, List<Slot> outputs, Layout layout) {
    public Signature {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /// The input of that name.
    public Optional<Slot> input(String name) {
        return inputs.stream().filter(slot -> slot.name().equals(name)).findFirst();
    }

    /// The names of the inputs.
    public List<String> inputNames() {
        return inputs.stream().map(Slot::name).toList();
    }

    /// Whether the model is made of rows of features, rather than of whole arrays.
    public boolean hasRows() {
        return !(layout instanceof Layout.Tensors);
    }

    /// Whether an element of an input may be a missing number.
    ///
    /// @param index counted over the whole array, row by row
    public boolean maybeMissing(String input, int index) {
        return switch (layout) {
            case Layout.Matrix matrix ->
                    matrix.features().get(index % matrix.features().size()).maybeMissing();
            case Layout.Columns columns ->
                    columns.features().stream()
                            .anyMatch(
                                    feature ->
                                            feature.name().equals(input) && feature.maybeMissing());
            case Layout.Tensors tensors -> false;
        };
    }
}
