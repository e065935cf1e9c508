package gemwright.onnx;

import gemwright.format.protobuf.WireWriter;

/// Writes models as protobuf, fields in the order of their numbers in onnx.proto. A record that was
/// read and not changed is written as it was found.
final class ModelWriter {
    private ModelWriter() {}

    /// The model's pieces; nothing is written yet.
    static WireWriter model(Model m) {
        return WireWriter.of(
                m.found(),
                out -> {
                    out.int64(1, m.irVersion());
                    out.text(2, m.producerName());
                    out.text(3, m.producerVersion());
                    out.text(4, m.domain());
                    if (m.modelVersion() != 0) {
                        out.int64(5, m.modelVersion());
                    }
                    out.text(6, m.documentation());
                    graph(7, m.graph(), out);
                    m.operatorSets().forEach(s -> operatorSet(8, s, out));
                    metadata(14, m.metadata(), out);
                    m.functions()
                            .forEach(f -> out.message(25, f.found(), inner -> function(f, inner)));
                });
    }

    static void graph(int field, Graph g, WireWriter out) {
        out.message(field, g.found(), inner -> graph(g, inner));
    }

    private static void graph(Graph g, WireWriter out) {
        g.nodes().forEach(n -> out.message(1, n.found(), inner -> node(n, inner)));
        out.text(2, g.name());
        g.initializers().forEach(t -> TensorWriter.tensor(5, t, out));
        out.text(10, g.documentation());
        g.inputs().forEach(v -> TypeWriter.valueInfo(11, v, out));
        g.outputs().forEach(v -> TypeWriter.valueInfo(12, v, out));
        g.values().forEach(v -> TypeWriter.valueInfo(13, v, out));
        g.annotations().forEach(a -> out.message(14, a.found(), inner -> annotation(a, inner)));
        g.sparseInitializers().forEach(s -> TensorWriter.sparse(15, s, out));
        metadata(16, g.metadata(), out);
    }

    private static void node(Node n, WireWriter out) {
        n.inputs().forEach(name -> out.string(1, name));
        n.outputs().forEach(name -> out.string(2, name));
        out.text(3, n.name());
        out.string(4, n.operator());
        n.attributes().forEach(a -> AttributeWriter.attribute(5, a, out));
        out.text(6, n.documentation());
        out.text(7, n.domain());
        out.text(8, n.overload());
        metadata(9, n.metadata(), out);
    }

    private static void function(Function f, WireWriter out) {
        out.string(1, f.name());
        f.inputs().forEach(name -> out.string(4, name));
        f.outputs().forEach(name -> out.string(5, name));
        f.attributes().forEach(name -> out.string(6, name));
        f.nodes().forEach(n -> out.message(7, n.found(), inner -> node(n, inner)));
        out.text(8, f.documentation());
        f.operatorSets().forEach(s -> operatorSet(9, s, out));
        out.text(10, f.domain());
        f.defaults().forEach(a -> AttributeWriter.attribute(11, a, out));
        f.values().forEach(v -> TypeWriter.valueInfo(12, v, out));
        out.text(13, f.overload());
        metadata(14, f.metadata(), out);
    }

    private static void operatorSet(int field, OperatorSet s, WireWriter out) {
        out.message(
                field,
                s.found(),
                inner -> {
                    inner.string(1, s.domain());
                    inner.int64(2, s.version());
                });
    }

    private static void annotation(QuantizationAnnotation a, WireWriter out) {
        out.string(1, a.tensor());
        metadata(2, a.parameters(), out);
    }

    static void metadata(int field, Metadata metadata, WireWriter out) {
        for (Metadata.Entry entry : metadata.entries()) {
            out.message(
                    field,
                    entry.found(),
                    inner -> {
                        inner.string(1, entry.key());
                        inner.string(2, entry.value());
                    });
        }
    }
}
