package gemwright.onnx;

import gemwright.format.protobuf.WireWriter;

/// Writes tensors, fields in the order of their numbers in onnx.proto. Elements go out in the raw
/// layout.
final class TensorWriter {
    private TensorWriter() {}

    static void tensor(int field, Tensor t, WireWriter out) {
        out.message(field, t.found(), inner -> tensor(t, inner));
    }

    private static void tensor(Tensor t, WireWriter out) {
        sizes(1, t.shape(), out);
        if (t.type() != ElementType.UNDEFINED) {
            out.int64(2, t.type().code());
        }
        if (t.data() instanceof StringData strings) {
            strings.texts().forEach(text -> out.bytes(6, text));
        }
        out.text(8, t.name());
        if (!t.data().isText()
                && !(t.data() instanceof ExternalData)
                && t.type() != ElementType.UNDEFINED) {
            out.bytes(9, t.data());
        }
        out.text(12, t.documentation());
        if (t.data() instanceof ExternalData external) {
            ModelWriter.metadata(13, place(external), out);
            out.int64(14, 1);
        }
        ModelWriter.metadata(16, t.metadata(), out);
    }

    private static Metadata place(ExternalData data) {
        return Metadata.NONE
                .with("location", data.location())
                .with("offset", Long.toString(data.offset()))
                .with("length", Long.toString(data.bytes()));
    }

    static void sparse(int field, SparseTensor s, WireWriter out) {
        out.message(
                field,
                s.found(),
                inner -> {
                    tensor(1, s.values(), inner);
                    tensor(2, s.indices(), inner);
                    sizes(3, s.shape(), inner);
                });
    }

    private static void sizes(int field, Longs sizes, WireWriter out) {
        for (int i = 0; i < sizes.size(); i++) {
            out.int64(field, sizes.at(i));
        }
    }
}
