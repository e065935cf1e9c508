package gemwright.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import gemwright.data.DType;
import gemwright.data.NdArray;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The inputs of one run in native memory, which is given back when the run has ended.
///
/// An array that lies in native memory already, and aligned, is not copied. Belongs to the thread
/// that made it.
final class Feed implements AutoCloseable {
    /// What ONNX Runtime's kernels like best.
    private static final long ALIGNMENT = 64;

    private final OrtEnvironment environment;
    private final UnsignedCast casts;
    private final Arena memory = Arena.ofConfined();
    private final List<Runnable> closing = new ArrayList<>();
    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    Feed(OrtEnvironment environment, UnsignedCast casts) {
        this.environment = environment;
        this.casts = casts;
    }

    /// The inputs as ONNX Runtime takes them.
    Map<String, OnnxTensor> tensors() {
        return tensors;
    }

    /// Adds an input; the array has the element type that the model wants.
    void put(String input, NdArray array) throws OrtException {
        long[] shape = array.shape().stream().mapToLong(Long::longValue).toArray();
        if (array.dtype() == DType.STRING) {
            String[] texts = array.texts().toArray(String[]::new);
            tensors.put(input, keep(OnnxTensor.createTensor(environment, texts, shape)));
            return;
        }
        OnnxTensor tensor =
                keep(
                        OnnxTensor.createTensor(
                                environment,
                                bytes(array.segment(), array.dtype()),
                                shape,
                                ElementTypes.carrier(array.dtype())));
        tensors.put(input, unsigned(tensor, array.dtype()));
    }

    private ByteBuffer bytes(MemorySegment source, DType type) {
        MemorySegment usable = source;
        if (!source.isNative() || source.address() % type.bytes() != 0) {
            usable = memory.allocate(Math.max(1, source.byteSize()), ALIGNMENT);
            usable = usable.asSlice(0, source.byteSize()).copyFrom(source);
        }
        return usable.asByteBuffer().order(ByteOrder.nativeOrder());
    }

    private OnnxTensor unsigned(OnnxTensor signed, DType type) throws OrtException {
        Optional<OrtSession.Result> cast = casts.cast(signed, type);
        if (cast.isEmpty()) {
            return signed;
        }
        closing.add(cast.get()::close);
        return (OnnxTensor) cast.get().get(0);
    }

    private OnnxTensor keep(OnnxTensor tensor) {
        closing.add(tensor::close);
        return tensor;
    }

    @Override
    public void close() {
        closing.reversed().forEach(Runnable::run);
        memory.close();
    }
}
