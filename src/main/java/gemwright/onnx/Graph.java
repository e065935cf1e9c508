package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Nodes in the order of computation, with inputs, outputs and constants: `GraphProto`.
///
/// @param initializers constants by name; one that is also an input is that input's default
/// @param values types of values between inputs and outputs, as far as the file says
public record Graph(
        String name,
        List<Node> nodes,
        List<Tensor> initializers,
        List<SparseTensor> sparseInitializers,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        List<ValueInfo> values,
        List<QuantizationAnnotation> annotations,
        String documentation,
        Metadata metadata,
        Kept kept) {
    public Graph {
        nodes = List.copyOf(nodes);
        initializers = List.copyOf(initializers);
        sparseInitializers = List.copyOf(sparseInitializers);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        values = List.copyOf(values);
        annotations = List.copyOf(annotations);
    }

    /// A graph of our own making.
    public Graph(
            String name,
            List<Node> nodes,
            List<Tensor> initializers,
            List<ValueInfo> inputs,
            List<ValueInfo> outputs) {
        this(
                name,
                nodes,
                initializers,
                List.of(),
                inputs,
                outputs,
                List.of(),
                List.of(),
                "",
                Metadata.NONE,
                Kept.NOTHING);
    }

    /// The constant of that name. Walks the list; for many look-ups make a map.
    public Optional<Tensor> initializer(String named) {
        return initializers.stream().filter(t -> t.name().equals(named)).findFirst();
    }

    /// The inputs that a caller must give: those without a constant as default.
    public List<ValueInfo> requiredInputs() {
        java.util.Set<String> given =
                Stream.concat(
                                initializers.stream().map(Tensor::name),
                                sparseInitializers.stream().map(SparseTensor::name))
                        .collect(Collectors.toSet());
        return inputs.stream().filter(i -> !given.contains(i.name())).toList();
    }

    /// This graph with other nodes.
    public Graph withNodes(List<Node> others) {
        return changed(others, initializers, inputs, outputs, values);
    }

    /// This graph with other constants.
    public Graph withInitializers(List<Tensor> others) {
        return changed(nodes, others, inputs, outputs, values);
    }

    /// This graph with other inputs.
    public Graph withInputs(List<ValueInfo> others) {
        return changed(nodes, initializers, others, outputs, values);
    }

    /// This graph with other outputs.
    public Graph withOutputs(List<ValueInfo> others) {
        return changed(nodes, initializers, inputs, others, values);
    }

    /// This graph with other types of values between.
    public Graph withValues(List<ValueInfo> others) {
        return changed(nodes, initializers, inputs, outputs, others);
    }

    /// This graph with other sparse constants.
    public Graph withSparseInitializers(List<SparseTensor> others) {
        return new Graph(
                name,
                nodes,
                initializers,
                others,
                inputs,
                outputs,
                values,
                annotations,
                documentation,
                metadata,
                kept());
    }

    private Graph changed(
            List<Node> n,
            List<Tensor> constants,
            List<ValueInfo> in,
            List<ValueInfo> out,
            List<ValueInfo> between) {
        return new Graph(
                name,
                n,
                constants,
                sparseInitializers,
                in,
                out,
                between,
                annotations,
                documentation,
                metadata,
                kept());
    }

    /// What else the message held; see [Kept].
    @Override
    public Kept kept() {
        return kept.fieldsOnly();
    }

    Kept found() {
        return kept;
    }
}
