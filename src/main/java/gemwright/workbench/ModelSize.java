package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.onnx.ExternalData;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.TensorMap;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// How many bytes a model takes, with the files beside it that hold its weights.
final class ModelSize {
    private ModelSize() {}

    /// The files beside the model that hold weights of it.
    static Set<Path> beside(OnnxFile file) {
        Set<Path> beside = new HashSet<>();
        TensorMap.of(
                file.model(),
                tensor -> {
                    if (tensor.data() instanceof ExternalData external) {
                        external.file().ifPresent(beside::add);
                    }
                    return tensor;
                });
        return beside;
    }

    static long of(OnnxFile file) throws Problem {
        long bytes = file.bytes();
        for (Path one : beside(file)) {
            try {
                bytes += Files.size(one);
            } catch (IOException failed) {
                throw Problem.of("file.cannotRead", one, String.valueOf(failed.getMessage()))
                        .causedBy(failed);
            }
        }
        return bytes;
    }
}
