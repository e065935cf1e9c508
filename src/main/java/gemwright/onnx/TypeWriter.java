package gemwright.onnx;

import gemwright.format.protobuf.WireWriter;

import java.util.Optional;

/// Writes types of values, fields in the order of their numbers in onnx.proto.
final class TypeWriter {
    private TypeWriter() {}

    static void valueInfo(int field, ValueInfo v, WireWriter out) {
        out.message(
                field,
                v.found(),
                inner -> {
                    inner.string(1, v.name());
                    v.type().ifPresent(t -> type(2, t, inner));
                    inner.text(3, v.documentation());
                    ModelWriter.metadata(4, v.metadata(), inner);
                });
    }

    static void type(int field, ValueType t, WireWriter out) {
        out.message(field, t.found(), inner -> type(t, inner));
    }

    private static void type(ValueType type, WireWriter out) {
        switch (type) {
            case ValueType.TensorType t ->
                    out.message(1, t.kept().inner(), in -> tensor(t.element(), t.shape(), in));
            case ValueType.SequenceType t ->
                    out.message(4, t.kept().inner(), in -> type(1, t.element(), in));
            case ValueType.MapType t ->
                    out.message(
                            5,
                            t.kept().inner(),
                            in -> {
                                in.int64(1, t.key().code());
                                type(2, t.value(), in);
                            });
            case ValueType.OpaqueType t ->
                    out.message(
                            7,
                            t.kept().inner(),
                            in -> {
                                in.text(1, t.domain());
                                in.text(2, t.name());
                            });
            case ValueType.SparseTensorType t ->
                    out.message(8, t.kept().inner(), in -> tensor(t.element(), t.shape(), in));
            case ValueType.OptionalType t ->
                    out.message(9, t.kept().inner(), in -> type(1, t.element(), in));
            case ValueType.OpenType t -> {
                // what kind it is stands among the unknown fields, if anywhere
            }
        }
    }

    private static void tensor(ElementType element, Optional<Shape> shape, WireWriter out) {
        if (element != ElementType.UNDEFINED) {
            out.int64(1, element.code());
        }
        shape.ifPresent(s -> out.message(2, s.found(), inner -> shape(s, inner)));
    }

    private static void shape(Shape s, WireWriter out) {
        s.dimensions().forEach(d -> out.message(1, d.found(), inner -> dimension(d, inner)));
    }

    private static void dimension(Dimension dimension, WireWriter out) {
        switch (dimension) {
            case Dimension.Fixed d -> out.int64(1, d.size());
            case Dimension.Named d -> out.string(2, d.name());
            case Dimension.Free d -> {
                // nothing says: any size
            }
        }
    }
}
