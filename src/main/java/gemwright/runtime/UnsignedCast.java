package gemwright.runtime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import gemwright.data.DType;
import gemwright.onnx.ElementType;

import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes `uint16`, `uint32` and `uint64` tensors for the inputs of one session: ONNX Runtime's Java
/// side cannot name these types, but a `Cast` from the signed type of the same width keeps the bits
/// and gives one.
final class UnsignedCast implements AutoCloseable {
    private static final Map<ElementType, ElementType> SIGNED =
            Map.of(
                    ElementType.UINT16, ElementType.INT16,
                    ElementType.UINT32, ElementType.INT32,
                    ElementType.UINT64, ElementType.INT64);

    private final Map<ElementType, OrtSession> casts = new EnumMap<>(ElementType.class);

    /// Loads what these inputs need: nothing, for nearly every model.
    UnsignedCast(OrtEnvironment environment, List<Port> inputs) throws OrtException {
        for (Port input : inputs) {
            ElementType signed = SIGNED.get(input.element());
            if (signed != null && !casts.containsKey(input.element())) {
                casts.put(input.element(), load(environment, signed, input.element()));
            }
        }
    }

    private static OrtSession load(OrtEnvironment environment, ElementType from, ElementType to)
            throws OrtException {
        try (OrtSession.SessionOptions settings = Loading.settings(SessionOptions.serving())) {
            return environment.createSession(model(from, to), settings);
        }
    }

    /// The same bits in the type that the input wants; empty where the tensor has it already. The
    /// caller closes the result.
    Optional<OrtSession.Result> cast(OnnxTensor tensor, DType type) throws OrtException {
        for (Map.Entry<ElementType, OrtSession> cast : casts.entrySet()) {
            if (ElementTypes.array(cast.getKey()).equals(Optional.of(type))) {
                return Optional.of(cast.getValue().run(Map.of("x", tensor)));
            }
        }
        return Optional.empty();
    }

    /// `ModelProto`: operator set 13, one node `y = Cast(x, to)`.
    private static byte[] model(ElementType from, ElementType to) {
        HexFormat hex = HexFormat.of();
        String source = hex.toHexDigits((byte) from.code());
        String target = hex.toHexDigits((byte) to.code());
        return hex.parseHex(
                "0807120967656d7772696768743a320a170a01781201792204436173742a090a02746f18"
                        + target
                        + "a001021201675a090a017812040a0208"
                        + source
                        + "62090a017912040a0208"
                        + target
                        + "42040a00100d");
    }

    @Override
    public void close() throws OrtException {
        for (OrtSession cast : casts.values()) {
            cast.close();
        }
    }
}
