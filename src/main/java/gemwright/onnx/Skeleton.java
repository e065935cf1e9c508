package gemwright.onnx;

import gemwright.base.Problem;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/// Replaces weights by their place in the file that they were read from.
final class Skeleton {
    /// Smaller ones cost more to look up than to carry along.
    private static final long LEAST_BYTES = 1024;

    private final Path path;
    private final MemorySegment bytes;

    Skeleton(Path path, MemorySegment bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    byte[] of(Model model) throws Problem {
        return ModelSaving.asItStands(placed(model));
    }

    private Model placed(Model model) throws Problem {
        try {
            String location = path.toRealPath().getFileName().toString();
            return TensorMap.ofInitializers(model, tensor -> placed(tensor, location));
        } catch (IOException unreadable) {
            throw OnnxFile.cannotRead(path, unreadable);
        }
    }

    private Tensor placed(Tensor tensor, String location) {
        TensorData data = tensor.data();
        OptionalLong offset = offset(data);
        if (data.bytes() < LEAST_BYTES || offset.isEmpty()) {
            return tensor;
        }
        TensorData there = new ExternalData(location, offset.getAsLong(), data, Optional.of(path));
        return tensor.with(tensor.type(), tensor.shape(), there);
    }

    private OptionalLong offset(TensorData data) {
        if (!(data instanceof TensorData.Window window) || !window.raw().isNative()) {
            return OptionalLong.empty();
        }
        long offset = window.raw().address() - bytes.address();
        return offset >= 0 && offset + data.bytes() <= bytes.byteSize()
                ? OptionalLong.of(offset)
                : OptionalLong.empty();
    }
}
