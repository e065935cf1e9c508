package gemwright.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// Tells ONNX, TensorFlow's SavedModel and its GraphDef apart by the numbers of the first fields.
/// None of the three has a magic number.
final class ProtobufShape {
    private static final int FIELDS_LOOKED_AT = 64;

    private final MemorySegment bytes;
    private long at;

    private ProtobufShape(MemorySegment bytes) {
        this.bytes = bytes;
    }

    static Optional<FileKind> of(MemorySegment bytes) {
        return bytes.byteSize() < 2 ? Optional.empty() : new ProtobufShape(bytes).kind();
    }

    /// ModelProto: ir_version 1, producer 2 and 3, domain 4, model_version 5, doc 6, graph 7, opset
    /// 8. SavedModel: schema version 1, graphs 2. GraphDef: nodes 1, library 2, versions 4.
    private Optional<FileKind> kind() {
        long first = number();
        if (first == 0x08) {
            long version = number();
            return version < 1 || version > 1000 ? Optional.empty() : afterVersion();
        }
        return first == 0x0a ? graph() : Optional.empty();
    }

    private Optional<FileKind> afterVersion() {
        for (int i = 0; i < FIELDS_LOOKED_AT; i++) {
            long tag = number();
            switch ((int) tag) {
                case 0x28 -> number(); // model_version
                case 0x1a, 0x22, 0x32 -> skip(); // producer_version, domain, doc_string
                case 0x3a, 0x42, 0x72, 0xa2, 0xca -> {
                    return Optional.of(FileKind.ONNX);
                }
                case 0x12 -> {
                    long length = number();
                    // MetaGraphDef starts with its meta_info_def; a producer's name is printable.
                    if (peek() == 0x0a || length > 4096) {
                        return Optional.of(FileKind.SAVED_MODEL);
                    }
                    at += length;
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// NodeDef: name 1, op 2, both texts.
    private Optional<FileKind> graph() {
        long length = number();
        long start = at;
        if (length < 4 || length > bytes.byteSize() - at || number() != 0x0a) {
            return Optional.empty();
        }
        skip();
        boolean node = at < start + length && number() == 0x12;
        return node ? Optional.of(FileKind.FROZEN_GRAPH) : Optional.empty();
    }

    private int peek() {
        return at < bytes.byteSize() ? bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff : -1;
    }

    private void skip() {
        long length = number();
        at = length < 0 ? bytes.byteSize() : Math.min(bytes.byteSize(), at + length);
    }

    /// A varint, or -1 where none is.
    private long number() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = peek();
            if (next < 0) {
                return -1;
            }
            at++;
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        return -1;
    }
}
