package gemwright.runtime;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;

import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.onnx.ElementType;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Copies what ONNX Runtime answers into values of our own, so that nothing points into memory that
/// is about to be freed.
final class Outputs {
    private Outputs() {}

    static Output of(String name, OnnxValue value) throws OrtException, Problem {
        return switch (value) {
            case OnnxTensor tensor -> new Output.Tensor(name, array(name, tensor));
            case OnnxMap map -> scores(name, List.of(map.getValue()));
            case OnnxSequence sequence when sequence.getInfo().sequenceOfMaps ->
                    scores(name, maps(sequence));
            case OnnxSequence sequence -> sequence(name, sequence);
            default ->
                    throw Problem.of("runtime.outputKind", name, name, value.getInfo().toString());
        };
    }

    private static NdArray array(String name, OnnxTensor tensor) throws OrtException, Problem {
        ElementType element = ElementTypes.of(tensor.getInfo());
        Optional<DType> type = ElementTypes.array(element);
        if (type.isEmpty()) {
            throw Problem.of("runtime.outputKind", name, name, element.spelling());
        }
        long[] shape = tensor.getInfo().getShape();
        if (type.get() == DType.STRING) {
            return NdArray.of(texts(tensor), shape);
        }
        // A copy of ONNX Runtime's own memory, made by its Java side.
        MemorySegment bytes = MemorySegment.ofBuffer(tensor.getByteBuffer());
        return NdArray.of(type.get(), bytes, Arrays.stream(shape).boxed().toList());
    }

    private static List<String> texts(OnnxTensor tensor) throws OrtException {
        List<String> all = new ArrayList<>();
        flatten(tensor.getValue(), all);
        return all;
    }

    private static void flatten(Object nested, List<String> all) {
        if (nested instanceof Object[] array) {
            for (Object element : array) {
                flatten(element, all);
            }
        } else {
            all.add((String) nested);
        }
    }

    private static Output sequence(String name, OnnxSequence sequence)
            throws OrtException, Problem {
        List<NdArray> elements = new ArrayList<>();
        for (OnnxValue element : sequence.getValue()) {
            try (element) {
                if (!(element instanceof OnnxTensor tensor)) {
                    throw Problem.of(
                            "runtime.outputKind", name, name, sequence.getInfo().toString());
                }
                elements.add(array(name, tensor));
            }
        }
        return new Output.Sequence(name, elements);
    }

    private static List<Map<?, ?>> maps(OnnxSequence sequence) throws OrtException {
        List<Map<?, ?>> maps = new ArrayList<>();
        for (OnnxValue element : sequence.getValue()) {
            try (element) {
                maps.add(((OnnxMap) element).getValue());
            }
        }
        return maps;
    }

    private static Output scores(String name, List<Map<?, ?>> rows) {
        Set<Object> keys = new LinkedHashSet<>();
        rows.forEach(row -> keys.addAll(row.keySet()));
        List<Object> classes = new ArrayList<>(keys);
        classes.sort(Outputs::byKey);
        return new Output.Scores(
                name, table(rows, classes), classes.stream().map(String::valueOf).toList());
    }

    /// In the order in which ONNX Runtime keeps a map: ascending.
    private static int byKey(Object a, Object b) {
        return a instanceof Long x && b instanceof Long y
                ? x.compareTo(y)
                : a.toString().compareTo(b.toString());
    }

    private static NdArray table(List<Map<?, ?>> rows, List<Object> classes) {
        Object sample = rows.isEmpty() || classes.isEmpty() ? 0f : first(rows);
        long[] shape = {rows.size(), classes.size()};
        int size = rows.size() * classes.size();
        Object[] cells = new Object[size];
        for (int row = 0; row < rows.size(); row++) {
            for (int k = 0; k < classes.size(); k++) {
                Object cell = rows.get(row).get(classes.get(k));
                cells[row * classes.size() + k] = cell == null ? absent(sample) : cell;
            }
        }
        return switch (sample) {
            case Float ignored -> {
                float[] values = new float[size];
                for (int i = 0; i < size; i++) {
                    values[i] = (Float) cells[i];
                }
                yield NdArray.of(values, shape);
            }
            case Double ignored ->
                    NdArray.of(
                            Arrays.stream(cells).mapToDouble(cell -> (Double) cell).toArray(),
                            shape);
            case Long ignored ->
                    NdArray.of(
                            Arrays.stream(cells).mapToLong(cell -> (Long) cell).toArray(), shape);
            default -> NdArray.of(Arrays.stream(cells).map(String::valueOf).toList(), shape);
        };
    }

    private static Object first(List<Map<?, ?>> rows) {
        for (Map<?, ?> row : rows) {
            for (Object cell : row.values()) {
                return cell;
            }
        }
        return 0f;
    }

    private static Object absent(Object sample) {
        return switch (sample) {
            case Float ignored -> Float.NaN;
            case Double ignored -> Double.NaN;
            case Long ignored -> 0L;
            default -> "";
        };
    }
}
