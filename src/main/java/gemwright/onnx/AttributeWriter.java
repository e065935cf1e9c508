package gemwright.onnx;

import gemwright.format.protobuf.WireWriter;

/// Writes attributes, fields in the order of their numbers in onnx.proto.
final class AttributeWriter {
    private static final int KIND = 20;

    private AttributeWriter() {}

    static void attribute(int field, Attribute a, WireWriter out) {
        out.message(field, a.found(), inner -> attribute(a, inner));
    }

    private static void attribute(Attribute a, WireWriter out) {
        int field = a instanceof Attribute.Reference ? 21 : AttributeReader.Fields.of(a.kind());
        out.string(1, a.name());
        if (field < KIND) {
            value(field, a, out);
        }
        if (a.kind() != Attribute.Kind.UNDEFINED) {
            out.int64(KIND, a.kind().code());
        }
        if (field > KIND) {
            value(field, a, out);
        }
    }

    private static void value(int field, Attribute attribute, WireWriter out) {
        switch (attribute) {
            case Attribute.OfFloat a -> out.float32(field, a.value());
            case Attribute.OfInt a -> out.int64(field, a.value());
            case Attribute.OfString a -> out.string(field, a.value());
            case Attribute.OfTensor a -> TensorWriter.tensor(field, a.value(), out);
            case Attribute.OfGraph a -> ModelWriter.graph(field, a.value(), out);
            case Attribute.OfSparseTensor a -> TensorWriter.sparse(field, a.value(), out);
            case Attribute.OfType a -> TypeWriter.type(field, a.value(), out);
            case Attribute.OfFloats a -> {
                for (float value : a.value().toFloats()) {
                    out.float32(field, value);
                }
            }
            case Attribute.OfInts a -> {
                for (long value : a.value().toLongs()) {
                    out.int64(field, value);
                }
            }
            case Attribute.OfStrings a -> a.value().forEach(v -> out.string(field, v));
            case Attribute.OfTensors a ->
                    a.value().forEach(v -> TensorWriter.tensor(field, v, out));
            case Attribute.OfGraphs a -> a.value().forEach(v -> ModelWriter.graph(field, v, out));
            case Attribute.OfSparseTensors a ->
                    a.value().forEach(v -> TensorWriter.sparse(field, v, out));
            case Attribute.OfTypes a -> a.value().forEach(v -> TypeWriter.type(field, v, out));
            case Attribute.Reference a -> out.string(field, a.parameter());
            case Attribute.Unknown a -> {
                // its value is among the unknown fields, which write themselves
            }
        }
    }
}
