package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.Value;
import gemwright.onnx.transpose.Transposes;
import gemwright.source.sized.SizedGraph;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The tensors of a graph as values, by their place: as they are stored, and as the reals that they
/// stand for.
final class Values {
    private final TfliteGraph graph;
    private final SizedGraph g;
    private final String where;
    private final Map<Integer, Value> stored = new HashMap<>();
    private final Map<Integer, Value> reals = new HashMap<>();
    private final Map<Integer, Integer> widened = new HashMap<>();

    Values(TfliteGraph graph, SizedGraph g, String where) {
        this.graph = graph;
        this.g = g;
        this.where = where;
    }

    private TfliteTensor tensor(int place) {
        return graph.tensors().get(place);
    }

    /// Whether whole numbers of a tensor stand for reals.
    static boolean isQuantized(TfliteTensor tensor) {
        return tensor.quantization().isPresent() && tensor.type().isInteger();
    }

    /// A tensor as it is stored.
    ///
    /// @throws Problem where nothing gives it
    Value stored(int place) throws Problem {
        Value there = stored.get(place);
        if (there == null) {
            Optional<Tensor> content = tensor(place).content();
            if (content.isEmpty()) {
                throw Problem.of("tflite.nothing", where, tensor(place).name());
            }
            there = g.constant(content.get());
            stored.put(place, there);
        }
        return there;
    }

    /// A tensor as the numbers that it stands for.
    Value real(int place) throws Problem {
        TfliteTensor tensor = tensor(place);
        if (!isQuantized(tensor)) {
            return stored(place);
        }
        Value there = reals.get(place);
        if (there == null) {
            Quantization by = tensor.quantization().orElseThrow();
            there = dequantized(stored(place), by, by.axis(), tensor.name());
            reals.put(place, there);
        }
        return there;
    }

    /// A tensor as the numbers that it stands for, with its axes in another order.
    Value turned(int place, long... order) throws Problem {
        int source = widened.getOrDefault(place, place);
        TfliteTensor tensor = tensor(source);
        Optional<Tensor> turned =
                tensor.content().flatMap(content -> Transposes.constant(content, order));
        if (turned.isEmpty()) {
            return g.transpose(real(place), order);
        }
        Value value = g.constant(turned.get());
        if (isQuantized(tensor)) {
            Quantization by = tensor.quantization().orElseThrow();
            return dequantized(value, by, Longs.of(order).indexOf((long) by.axis()), tensor.name());
        }
        return g.cast(value, tensor(place).type());
    }

    /// Keeps what an operator gave as reals: quantized where the file says so.
    void give(int place, Value real) {
        TfliteTensor tensor = tensor(place);
        stored.put(
                place, isQuantized(tensor) ? quantized(real, tensor) : g.cast(real, tensor.type()));
    }

    /// Keeps what an operator gave as it is stored.
    void store(int place, Value value) {
        stored.put(place, value);
    }

    /// Keeps a tensor that is another one in a wider type, whose constant may be turned before.
    void widen(int place, int narrow, Value wide) {
        widened.put(place, narrow);
        stored.put(place, wide);
    }

    private Value dequantized(Value value, Quantization by, int axis, String name) {
        NodeBuilder node = g.node("DequantizeLinear").inputs(value, scale(by, name));
        if (by.zeroPoints().stream().anyMatch(zero -> zero != 0)) {
            node.inputs(zeroPoint(by, value.type(), name));
        }
        return alongAxis(node, by, axis).output();
    }

    private Value quantized(Value real, TfliteTensor tensor) {
        Quantization by = tensor.quantization().orElseThrow();
        Value zero = zeroPoint(by, tensor.type(), tensor.name());
        NodeBuilder node = g.node("QuantizeLinear").inputs(real, scale(by, tensor.name()), zero);
        return alongAxis(node, by, by.axis()).output();
    }

    private static NodeBuilder alongAxis(NodeBuilder node, Quantization by, int axis) {
        return by.perChannel() ? node.attribute("axis", axis) : node;
    }

    private Value scale(Quantization by, String name) {
        float[] scales = by.scales().toFloats();
        long[] shape = by.perChannel() ? new long[] {scales.length} : new long[0];
        return g.constant(Tensor.of(name + "_scale", scales, shape));
    }

    private Value zeroPoint(Quantization by, ElementType type, String name) {
        int width = type.bits() / 8;
        ByteBuffer bytes =
                ByteBuffer.allocate(by.zeroPoints().size() * width).order(ByteOrder.LITTLE_ENDIAN);
        for (long zero : by.zeroPoints()) {
            switch (width) {
                case 1 -> bytes.put((byte) zero);
                case 2 -> bytes.putShort((short) zero);
                case 4 -> bytes.putInt((int) zero);
                default -> bytes.putLong(zero);
            }
        }
        Longs shape = by.perChannel() ? Longs.of(by.zeroPoints().size()) : Longs.of();
        return g.constant(
                new Tensor(name + "_zero_point", type, shape, TensorData.of(bytes.array())));
    }
}
