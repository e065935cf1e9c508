package gemwright.ui.convert;

import gemwright.base.Problem;
import gemwright.onnx.ValueInfo;
import gemwright.scan.Verdict;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What would come of a conversion, found out before anything is written.
///
/// @param source the file
/// @param producer the library that wrote it, with its version
/// @param structure its class and what it is made of: `Pipeline(ColumnTransformer → MLPClassifier)`
/// @param bytes size of the file
/// @param verdict whether it is safe
/// @param steps its parts that become something
/// @param nodes how many ONNX nodes they become; 0 where they do not
/// @param values inputs and outputs of the ONNX model, where it can be made
/// @param inputs how many of them are inputs
/// @param refusal what stands in the way; empty where all can be done
record Plan(
        Path source,
        String producer,
        String structure,
        long bytes,
        Verdict verdict,
        List<Step> steps,
        int nodes,
        List<ValueInfo> values,
        int inputs,
        Optional<Problem> refusal) {
    Plan {
        steps = List.copyOf(steps);
        values = List.copyOf(values);
    }

    /// One part of the model.
    ///
    /// @param path as the file names it: `preprocessing/num`
    /// @param type its class, without the module
    /// @param becomes ONNX operators it turns into; empty where that is not known
    /// @param possible whether it can be converted
    record Step(String path, String type, String becomes, boolean possible) {}

    /// How many steps can be converted.
    long possible() {
        return steps.stream().filter(Step::possible).count();
    }
}
