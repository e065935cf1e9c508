package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One operation of a graph: `NodeProto`. Device configurations stay in [Kept].
///
/// @param name for people; may be empty
/// @param operator `Gemm`, or the name of a function of the model
/// @param domain who defines the operator, as the file spells it; see [Domain]
/// @param overload which of several functions of that name; mostly empty
/// @param inputs names of values; an empty name is an optional input that is left out
/// @param outputs names of values; an empty name is an output that no one wants
public record Node(
        String name,
        String operator,
        String domain,
        String overload,
        List<String> inputs,
        List<String> outputs,
        List<Attribute> attributes,
        String documentation,
        Metadata metadata,
        Kept kept) {
    public Node {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        attributes = List.copyOf(attributes);
    }

    /// A node of our own making.
    public Node(
            String name,
            String operator,
            String domain,
            List<String> inputs,
            List<String> outputs,
            List<Attribute> attributes) {
        this(
                name,
                operator,
                domain,
                "",
                inputs,
                outputs,
                attributes,
                "",
                Metadata.NONE,
                Kept.NOTHING);
    }

    /// Whether this is ONNX's own operator of that name.
    public boolean is(String standardOperator) {
        return operator.equals(standardOperator) && Domain.normal(domain).isEmpty();
    }

    /// The attribute of that name.
    public Optional<Attribute> attribute(String attribute) {
        return attributes.stream().filter(a -> a.name().equals(attribute)).findFirst();
    }

    /// The whole number of that name, or `otherwise` where the node has none.
    public long integer(String attribute, long otherwise) {
        return attribute(attribute).orElse(null) instanceof Attribute.OfInt found
                ? found.value()
                : otherwise;
    }

    /// The float of that name, or `otherwise` where the node has none.
    public float number(String attribute, float otherwise) {
        return attribute(attribute).orElse(null) instanceof Attribute.OfFloat found
                ? found.value()
                : otherwise;
    }

    /// The string of that name, or `otherwise` where the node has none.
    public String text(String attribute, String otherwise) {
        return attribute(attribute).orElse(null) instanceof Attribute.OfString found
                ? found.value()
                : otherwise;
    }

    /// The whole numbers of that name; none where the node has no such attribute.
    public Longs integers(String attribute) {
        return attribute(attribute).orElse(null) instanceof Attribute.OfInts found
                ? found.value()
                : Longs.of();
    }

    /// The floats of that name; none where the node has no such attribute.
    public Floats numbers(String attribute) {
        return attribute(attribute).orElse(null) instanceof Attribute.OfFloats found
                ? found.value()
                : Floats.of();
    }

    /// The graphs in this node: loop bodies, branches.
    public List<Graph> subGraphs() {
        List<Graph> graphs = new ArrayList<>();
        for (Attribute attribute : attributes) {
            if (attribute instanceof Attribute.OfGraph one) {
                graphs.add(one.value());
            } else if (attribute instanceof Attribute.OfGraphs several) {
                graphs.addAll(several.value());
            }
        }
        return graphs;
    }

    /// This node under another name.
    public Node withName(String other) {
        return changed(other, inputs, outputs, attributes);
    }

    /// This node with other inputs.
    public Node withInputs(List<String> others) {
        return changed(name, others, outputs, attributes);
    }

    /// This node with other outputs.
    public Node withOutputs(List<String> others) {
        return changed(name, inputs, others, attributes);
    }

    /// This node with other attributes.
    public Node withAttributes(List<Attribute> others) {
        return changed(name, inputs, outputs, others);
    }

    private Node changed(String n, List<String> in, List<String> out, List<Attribute> with) {
        return new Node(
                n, operator, domain, overload, in, out, with, documentation, metadata, kept());
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
