package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.data.NdArray;

import java.util.List;
import java.util.Optional;

/// What a model answered: its outputs, in the model's order.
///
/// @param outputs the outputs; after a run on a table only those that have a row for each row
/// @param leftOut names of outputs that have no row for each row, such as the last state of a
///   recurrent layer; empty after a run on arrays
public record Answer(List<Output> outputs, List<String> leftOut) {
    public Answer {
        outputs = List.copyOf(outputs);
        leftOut = List.copyOf(leftOut);
    }

    /// The output of that name.
    public Optional<Output> find(String name) {
        return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
    }

    /// The array of that output: a tensor, or the figures of scores.
    ///
    /// @throws Problem where there is no such output, or it is a sequence
    public NdArray array(String name) throws Problem {
        Output output = find(name).orElseThrow(() -> noOutput(name));
        return switch (output) {
            case Output.Tensor tensor -> tensor.values();
            case Output.Scores scores -> scores.values();
            case Output.Sequence sequence ->
                    throw Problem.of("runtime.sequenceOutput", sequence.name());
        };
    }

    private Problem noOutput(String name) {
        List<String> names = outputs.stream().map(Output::name).toList();
        return Problem.of("runtime.noOutput", name, String.join(", ", names));
    }
}
