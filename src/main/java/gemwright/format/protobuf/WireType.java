package gemwright.format.protobuf;

import java.util.List;

/// How the payload of a field is laid out, as protobuf.dev "Encoding" says.
public enum WireType {
    /// A base-128 number.
    VARINT(0),
    /// Eight bytes, little-endian.
    FIXED64(1),
    /// A length, then that many bytes: strings, messages, packed numbers.
    LENGTH(2),
    /// The start of a group, a form without length that ends with [#END_GROUP].
    START_GROUP(3),
    /// The end of a group.
    END_GROUP(4),
    /// Four bytes, little-endian.
    FIXED32(5);

    private static final List<WireType> ALL = List.of(values());

    private final int code;

    WireType(int code) {
        this.code = code;
    }

    /// Its number in a tag.
    int code() {
        return code;
    }

    /// Whether a type has that code; 6 and 7 are not given out.
    static boolean has(int code) {
        return code < ALL.size();
    }

    /// The type of that code.
    static WireType of(int code) {
        return ALL.get(code);
    }
}
