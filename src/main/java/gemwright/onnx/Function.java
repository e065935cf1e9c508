package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.List;

/// An operator that the model defines itself: `FunctionProto`.
///
/// @param attributes names of attributes that a caller must give
/// @param defaults attributes that a caller may leave out, with their values
/// @param operatorSets what the body relies on
public record Function(
        String domain,
        String name,
        String overload,
        List<String> inputs,
        List<String> outputs,
        List<String> attributes,
        List<Attribute> defaults,
        List<Node> nodes,
        List<OperatorSet> operatorSets,
        List<ValueInfo> values,
        String documentation,
        Metadata metadata,
        Kept kept) {
    public Function {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
        defaults = List.copyOf(defaults);
        nodes = List.copyOf(nodes);
        operatorSets = List.copyOf(operatorSets);
        values = List.copyOf(values);
    }

    /// This function with another body.
    public Function withNodes(List<Node> others) {
        return new Function(
                domain,
                name,
                overload,
                inputs,
                outputs,
                attributes,
                defaults,
                others,
                operatorSets,
                values,
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
