package gemwright.onnx;

import java.util.List;

/// A model built anew from the parts of another: equal in what it says, without bytes as found, so
/// that every field is written by the writer.
final class Rebuilt {
    private Rebuilt() {}

    static Model of(Model m) {
        return new Model(
                m.irVersion(),
                m.operatorSets().stream().map(Rebuilt::of).toList(),
                m.producerName(),
                m.producerVersion(),
                m.domain(),
                m.modelVersion(),
                of(m.graph()),
                m.functions().stream().map(Rebuilt::of).toList(),
                m.documentation(),
                of(m.metadata()),
                m.kept());
    }

    private static OperatorSet of(OperatorSet s) {
        return new OperatorSet(s.domain(), s.version(), s.kept());
    }

    private static Metadata of(Metadata m) {
        return new Metadata(
                m.entries().stream()
                        .map(e -> new Metadata.Entry(e.key(), e.value(), e.kept()))
                        .toList());
    }

    private static Graph of(Graph g) {
        return new Graph(
                g.name(),
                g.nodes().stream().map(Rebuilt::of).toList(),
                g.initializers().stream().map(Rebuilt::of).toList(),
                g.sparseInitializers().stream().map(Rebuilt::of).toList(),
                g.inputs().stream().map(Rebuilt::of).toList(),
                g.outputs().stream().map(Rebuilt::of).toList(),
                g.values().stream().map(Rebuilt::of).toList(),
                g.annotations().stream()
                        .map(
                                a ->
                                        new QuantizationAnnotation(
                                                a.tensor(), of(a.parameters()), a.kept()))
                        .toList(),
                g.documentation(),
                of(g.metadata()),
                g.kept());
    }

    private static Function of(Function f) {
        return new Function(
                f.domain(),
                f.name(),
                f.overload(),
                f.inputs(),
                f.outputs(),
                f.attributes(),
                f.defaults().stream().map(Rebuilt::of).toList(),
                f.nodes().stream().map(Rebuilt::of).toList(),
                f.operatorSets().stream().map(Rebuilt::of).toList(),
                f.values().stream().map(Rebuilt::of).toList(),
                f.documentation(),
                of(f.metadata()),
                f.kept());
    }

    private static Node of(Node n) {
        return new Node(
                n.name(),
                n.operator(),
                n.domain(),
                n.overload(),
                n.inputs(),
                n.outputs(),
                n.attributes().stream().map(Rebuilt::of).toList(),
                n.documentation(),
                of(n.metadata()),
                n.kept());
    }

    private static Tensor of(Tensor t) {
        return new Tensor(
                t.name(),
                t.type(),
                t.shape(),
                t.data(),
                t.documentation(),
                of(t.metadata()),
                t.kept());
    }

    private static SparseTensor of(SparseTensor s) {
        return new SparseTensor(of(s.values()), of(s.indices()), s.shape(), s.kept());
    }

    private static ValueInfo of(ValueInfo v) {
        return new ValueInfo(
                v.name(), v.type().map(Rebuilt::of), v.documentation(), of(v.metadata()), v.kept());
    }

    private static ValueType of(ValueType type) {
        return switch (type) {
            case ValueType.TensorType t ->
                    new ValueType.TensorType(t.element(), t.shape().map(Rebuilt::of), t.kept());
            case ValueType.SparseTensorType t ->
                    new ValueType.SparseTensorType(
                            t.element(), t.shape().map(Rebuilt::of), t.kept());
            case ValueType.SequenceType t -> new ValueType.SequenceType(of(t.element()), t.kept());
            case ValueType.MapType t -> new ValueType.MapType(t.key(), of(t.value()), t.kept());
            case ValueType.OptionalType t -> new ValueType.OptionalType(of(t.element()), t.kept());
            case ValueType.OpaqueType t -> new ValueType.OpaqueType(t.domain(), t.name(), t.kept());
            case ValueType.OpenType t -> new ValueType.OpenType(t.kept());
        };
    }

    private static Shape of(Shape s) {
        return new Shape(s.dimensions().stream().map(Rebuilt::of).toList(), s.kept());
    }

    private static Dimension of(Dimension dimension) {
        return switch (dimension) {
            case Dimension.Fixed d -> new Dimension.Fixed(d.size(), d.kept());
            case Dimension.Named d -> new Dimension.Named(d.name(), d.kept());
            case Dimension.Free d -> new Dimension.Free(d.kept());
        };
    }

    private static Attribute of(Attribute attribute) {
        return switch (attribute) {
            case Attribute.OfFloat a -> new Attribute.OfFloat(a.name(), a.value(), a.kept());
            case Attribute.OfInt a -> new Attribute.OfInt(a.name(), a.value(), a.kept());
            case Attribute.OfString a -> new Attribute.OfString(a.name(), a.value(), a.kept());
            case Attribute.OfTensor a -> new Attribute.OfTensor(a.name(), of(a.value()), a.kept());
            case Attribute.OfGraph a -> new Attribute.OfGraph(a.name(), of(a.value()), a.kept());
            case Attribute.OfSparseTensor a ->
                    new Attribute.OfSparseTensor(a.name(), of(a.value()), a.kept());
            case Attribute.OfType a -> new Attribute.OfType(a.name(), of(a.value()), a.kept());
            case Attribute.OfFloats a -> new Attribute.OfFloats(a.name(), a.value(), a.kept());
            case Attribute.OfInts a -> new Attribute.OfInts(a.name(), a.value(), a.kept());
            case Attribute.OfStrings a -> new Attribute.OfStrings(a.name(), a.value(), a.kept());
            case Attribute.OfTensors a ->
                    new Attribute.OfTensors(a.name(), all(a.value()), a.kept());
            case Attribute.OfGraphs a ->
                    new Attribute.OfGraphs(
                            a.name(), a.value().stream().map(Rebuilt::of).toList(), a.kept());
            case Attribute.OfSparseTensors a ->
                    new Attribute.OfSparseTensors(
                            a.name(), a.value().stream().map(Rebuilt::of).toList(), a.kept());
            case Attribute.OfTypes a ->
                    new Attribute.OfTypes(
                            a.name(), a.value().stream().map(Rebuilt::of).toList(), a.kept());
            case Attribute.Reference a ->
                    new Attribute.Reference(a.name(), a.parameter(), a.kind(), a.kept());
            case Attribute.Unknown a -> new Attribute.Unknown(a.name(), a.kind(), a.kept());
        };
    }

    private static List<Tensor> all(List<Tensor> tensors) {
        return tensors.stream().map(Rebuilt::of).toList();
    }
}
