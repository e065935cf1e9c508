package gemwright.runtime;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;

import gemwright.onnx.Dimension;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueType;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Reads ONNX Runtime's description of inputs and outputs.
final class Ports {
    private Ports() {}

    static List<Port> of(Collection<NodeInfo> described) {
        return described.stream().map(d -> new Port(d.getName(), type(d.getInfo()))).toList();
    }

    private static ValueType type(ValueInfo info) {
        return switch (info) {
            case TensorInfo tensor -> ValueType.tensor(ElementTypes.of(tensor), shape(tensor));
            case SequenceInfo sequence -> ValueType.sequence(element(sequence));
            case MapInfo map -> map(map);
            default -> ValueType.open();
        };
    }

    private static ValueType element(SequenceInfo sequence) {
        return sequence.sequenceOfMaps
                ? map(sequence.mapInfo)
                : ValueType.tensorOfAnyRank(ElementTypes.of(sequence.sequenceType));
    }

    private static ValueType map(MapInfo map) {
        return ValueType.map(
                ElementTypes.of(map.keyType),
                ValueType.tensorOfAnyRank(ElementTypes.of(map.valueType)));
    }

    private static Shape shape(TensorInfo tensor) {
        long[] sizes = tensor.getShape();
        String[] names = tensor.getDimensionNames();
        List<Dimension> dimensions = new ArrayList<>(sizes.length);
        for (int i = 0; i < sizes.length; i++) {
            String name = names == null || i >= names.length ? "" : names[i];
            dimensions.add(dimension(sizes[i], name));
        }
        return Shape.of(dimensions.toArray(Dimension[]::new));
    }

    private static Dimension dimension(long size, String name) {
        if (size >= 0) {
            return Dimension.of(size);
        }
        return name.isEmpty() ? Dimension.free() : Dimension.of(name);
    }
}
