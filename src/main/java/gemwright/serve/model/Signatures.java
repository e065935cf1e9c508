package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.onnx.Dimension;
import gemwright.onnx.ElementType;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.runtime.Port;
import gemwright.runtime.Session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// Reads a model's [Signature] off its session.
final class Signatures {
    /// A row wider than this is sent as an array, not as named features.
    private static final int WIDEST = 10_000;

    private final Session session;
    private final Set<String> missing;

    private Signatures(Session session, Set<String> missing) {
        this.session = session;
        this.missing = missing;
    }

    /// @param missing inputs that lead to an operator for missing numbers
    /// @throws Problem where an input is no tensor that JSON can hold
    static Signature of(Session session, Set<String> missing) throws Problem {
        session.requireTensorInputs();
        return new Signatures(session, missing).signature();
    }

    private Signature signature() throws Problem {
        List<Slot> inputs = new ArrayList<>();
        for (Port port : session.inputs()) {
            Slot slot = slot(port);
            if (slot.type() == DType.COMPLEX64 || slot.type() == DType.COMPLEX128) {
                throw Problem.of("serve.complexInput", session.name(), slot.name());
            }
            inputs.add(slot);
        }
        List<Slot> outputs = session.outputs().stream().map(Signatures::slot).toList();
        return new Signature(inputs, outputs, layout(inputs));
    }

    private static Slot slot(Port port) {
        DType type = type(port.element());
        if (!port.isTensor()) {
            // maps and sequences are answered as a table of unknown size
            return new Slot(port.name(), type, List.of(Slot.FREE, Slot.FREE), false);
        }
        List<Long> shape =
                port.dimensions().stream()
                        .map(
                                dimension ->
                                        switch (dimension) {
                                            case Dimension.Fixed fixed -> fixed.size();
                                            case Dimension.Named named -> Slot.FREE;
                                            case Dimension.Free free -> Slot.FREE;
                                        })
                        .toList();
        return new Slot(port.name(), type, shape, port.shape().isPresent());
    }

    private static DType type(ElementType element) {
        for (DType type : DType.values()) {
            if (type.numpy().equals(element.numpy())) {
                return type;
            }
        }
        return element == ElementType.STRING ? DType.STRING : DType.FLOAT32;
    }

    private Layout layout(List<Slot> inputs) {
        if (inputs.size() == 1 && inputs.getFirst().shape().size() == 2) {
            Slot input = inputs.getFirst();
            long fixed = input.shape().get(1);
            List<String> names = session.features().orElse(List.of());
            long width = fixed == Slot.FREE ? names.size() : fixed;
            if (input.isBatched() && width >= 1 && width <= WIDEST) {
                return matrix(input, (int) width, names);
            }
        }
        boolean columns =
                !inputs.isEmpty()
                        && inputs.stream()
                                .allMatch(
                                        slot ->
                                                slot.isBatched()
                                                        && (slot.shape().size() == 1
                                                                || slot.shape()
                                                                        .equals(
                                                                                List.of(
                                                                                        Slot.FREE,
                                                                                        1L))));
        return columns ? columns(inputs) : new Layout.Tensors(inputs);
    }

    private Layout matrix(Slot input, int width, List<String> names) {
        boolean named = names.size() == width || width == 1;
        List<String> used =
                names.size() == width
                        ? names
                        : width == 1
                                ? List.of(input.name())
                                : IntStream.range(0, width).mapToObj(i -> "f" + i).toList();
        List<Feature> plain =
                used.stream().map(name -> new Feature(name, input.type(), false)).toList();
        if (!missing.contains(input.name()) || !input.type().real()) {
            return new Layout.Matrix(input, plain, named);
        }
        double[] zeros = new double[width * width];
        for (int i = 0; i < width; i++) {
            zeros[i * width + i] = Double.NaN;
        }
        Map<String, NdArray> probe =
                Map.of(input.name(), Arrays.reals(input.type(), zeros, width, width));
        return new Layout.Matrix(input, withMissing(plain, probe), named);
    }

    private Layout columns(List<Slot> inputs) {
        List<Feature> plain =
                inputs.stream().map(slot -> new Feature(slot.name(), slot.type(), false)).toList();
        boolean any = inputs.stream().anyMatch(s -> missing.contains(s.name()) && s.type().real());
        if (!any) {
            return new Layout.Columns(inputs, plain);
        }
        int rows = inputs.size();
        Map<String, NdArray> probe = new LinkedHashMap<>();
        for (int i = 0; i < rows; i++) {
            Slot slot = inputs.get(i);
            long[] shape = slot.shape().size() == 1 ? new long[] {rows} : new long[] {rows, 1};
            if (slot.type().real()) {
                double[] values = new double[rows];
                values[i] = missing.contains(slot.name()) ? Double.NaN : 0;
                probe.put(slot.name(), Arrays.reals(slot.type(), values, shape));
            } else {
                probe.put(slot.name(), Arrays.zeros(slot.type(), shape));
            }
        }
        List<Feature> probed = withMissing(plain, probe);
        List<Feature> features = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            boolean reaches = missing.contains(inputs.get(i).name()) && inputs.get(i).type().real();
            features.add(reaches ? probed.get(i) : plain.get(i));
        }
        return new Layout.Columns(inputs, features);
    }

    /// Row `i` of the probe has its feature `i` missing; the model handles that where no figure of
    /// the answer for that row is NaN.
    private List<Feature> withMissing(List<Feature> plain, Map<String, NdArray> probe) {
        try {
            Answer answer = session.run(probe);
            List<Feature> features = new ArrayList<>();
            for (int i = 0; i < plain.size(); i++) {
                boolean handled = handled(answer, i, plain.size());
                features.add(new Feature(plain.get(i).name(), plain.get(i).type(), handled));
            }
            return features;
        } catch (Problem fails) {
            // a model that cannot even run on the probe takes no missing numbers
            return Collections.unmodifiableList(plain);
        }
    }

    private static boolean handled(Answer answer, int row, int rows) {
        for (Output output : answer.outputs()) {
            NdArray values =
                    switch (output) {
                        case Output.Tensor tensor -> tensor.values();
                        case Output.Scores scores -> scores.values();
                        case Output.Sequence sequence -> NdArray.of(new float[0], 0);
                    };
            if (values.rows() != rows || !values.dtype().real()) {
                continue;
            }
            long width = values.size() / rows;
            for (long i = row * width; i < (row + 1) * width; i++) {
                if (Double.isNaN(values.number(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}
