package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.onnx.Dimension;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds arrays against the inputs of a model before ONNX Runtime sees them.
final class Feeds {
    private Feeds() {}

    /// The arrays in the types that the inputs want.
    ///
    /// @throws Problem naming everything that does not fit
    static Map<String, NdArray> checked(
            String model, List<Port> inputs, Map<String, NdArray> arrays) throws Problem {
        List<Problem.Part> wrong = new ArrayList<>();
        Map<String, NdArray> feeds = new LinkedHashMap<>();
        for (Port input : inputs) {
            NdArray array = arrays.get(input.name());
            if (array == null) {
                wrong.add(
                        Problem.Part.of(
                                "runtime.inputMissing",
                                model,
                                input.toString(),
                                String.join(", ", arrays.keySet())));
            } else if (!fits(array, input)) {
                wrong.add(
                        Problem.Part.of(
                                "runtime.shape",
                                model,
                                input.name(),
                                input.dimensions().toString(),
                                array.shape().toString()));
            } else {
                feeds.put(input.name(), Casting.cast(input.name(), array, input.element()));
            }
        }
        for (String given : arrays.keySet()) {
            if (inputs.stream().noneMatch(input -> input.name().equals(given))) {
                wrong.add(
                        Problem.Part.of(
                                "runtime.inputUnknown",
                                model,
                                given,
                                String.join(", ", inputs.stream().map(Port::name).toList())));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
        return feeds;
    }

    /// ONNX Runtime describes a tensor of unknown rank like a single number: then anything fits.
    private static boolean fits(NdArray array, Port input) {
        List<Dimension> dimensions = input.dimensions();
        if (dimensions.isEmpty()) {
            return true;
        }
        if (dimensions.size() != array.rank()) {
            return false;
        }
        for (int i = 0; i < dimensions.size(); i++) {
            if (input.fixed(i).isPresent() && input.fixed(i).getAsLong() != array.shape().get(i)) {
                return false;
            }
        }
        return true;
    }
}
