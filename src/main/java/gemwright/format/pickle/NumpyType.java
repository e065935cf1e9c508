package gemwright.format.pickle;

import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A numpy dtype, see numpy.dtype and its `__reduce__` (numpy 2.3,
/// `numpy/_core/src/multiarray/descriptor.c`).
public final class NumpyType implements PickleValue {
    private final char kind;
    private long itemSize;
    private boolean bigEndian;
    private Map<String, Field> fields = Map.of();

    /// One field of a structured type.
    ///
    /// @param offset bytes from the start of the item
    public record Field(NumpyType type, long offset) {}

    private NumpyType(char kind, long itemSize) {
        this.kind = kind;
        this.itemSize = itemSize;
    }

    /// The type of a code such as `f8`, `<i4`, `U12`, `O8`; empty for a code that numpy does not
    /// write.
    static Optional<NumpyType> of(String code) {
        String plain = code;
        boolean big = false;
        if (!plain.isEmpty() && "<>|=".indexOf(plain.charAt(0)) >= 0) {
            big = plain.charAt(0) == '>';
            plain = plain.substring(1);
        }
        if (plain.isEmpty() || "biufcSUVOmM?a".indexOf(plain.charAt(0)) < 0) {
            return Optional.empty();
        }
        return size(plain).map(type(plain.charAt(0), big));
    }

    private static java.util.function.Function<Long, NumpyType> type(char letter, boolean big) {
        return size -> {
            char kind = letter == '?' ? 'b' : letter == 'a' ? 'S' : letter;
            NumpyType type = new NumpyType(kind, kind == 'U' ? 4 * size : size);
            type.bigEndian = big;
            return type;
        };
    }

    private static Optional<Long> size(String plain) {
        String digits = plain.substring(1);
        if (digits.isEmpty()) {
            char kind = plain.charAt(0);
            return Optional.of(
                    kind == '?' ? 1L : kind == 'O' || kind == 'm' || kind == 'M' ? 8 : 0);
        }
        boolean number = digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Long.parseLong(digits)) : Optional.empty();
    }

    /// What `__setstate__` gives: `(version, order, subdtype, names, fields, itemsize, …)`.
    ///
    /// @return false where it is none
    boolean build(PickleTuple state) {
        if (state.items().size() < 6) {
            return false;
        }
        bigEndian = state.items().get(1).asText().filter(">"::equals).isPresent();
        long size = state.items().get(5).asInteger().orElse(-1);
        if (size >= 0 && size <= Integer.MAX_VALUE && "VSU".indexOf(kind) >= 0) {
            itemSize = size;
        }
        PickleValue names = state.items().get(3);
        return names.isNone() || structure(names, state.items().get(4));
    }

    private boolean structure(PickleValue names, PickleValue offsets) {
        Map<String, Field> found = new LinkedHashMap<>();
        for (PickleValue name : names.elements()) {
            Optional<Field> field =
                    offsets instanceof PickleDict dict
                            ? name.asText().flatMap(dict::get).flatMap(this::field)
                            : Optional.empty();
            if (field.isEmpty()) {
                return false;
            }
            found.put(name.asText().orElseThrow(), field.get());
        }
        fields = found;
        return true;
    }

    private Optional<Field> field(PickleValue pair) {
        if (pair.elements().size() >= 2
                && pair.elements().getFirst() instanceof NumpyType type
                && type != this) {
            long offset = pair.elements().get(1).asInteger().orElse(-1);
            if (offset >= 0 && type.itemSize <= itemSize && offset <= itemSize - type.itemSize) {
                return Optional.of(new Field(type, offset));
            }
        }
        return Optional.empty();
    }

    /// numpy's letter: `b` truth, `i` and `u` whole numbers, `f` floating point, `c` complex, `S`
    /// bytes, `U` text, `V` structured or raw, `O` Python objects, `m` and `M` times.
    public char kind() {
        return kind;
    }

    /// Bytes an item takes; of no meaning for `O`.
    public long itemSize() {
        return itemSize;
    }

    /// The order of the bytes of a number.
    public ByteOrder order() {
        return bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /// The fields of a structured type by name; empty for others.
    public Map<String, Field> fields() {
        return java.util.Collections.unmodifiableMap(fields);
    }

    /// As numpy spells it, without the byte order: `float64`, `int32`, `bool`, `str`, `object`.
    public String spelling() {
        return switch (kind) {
            case 'b' -> "bool";
            case 'i' -> "int" + 8 * itemSize;
            case 'u' -> "uint" + 8 * itemSize;
            case 'f' -> "float" + 8 * itemSize;
            case 'c' -> "complex" + 8 * itemSize;
            case 'U' -> "str";
            case 'S' -> "bytes";
            case 'O' -> "object";
            case 'm' -> "timedelta64";
            case 'M' -> "datetime64";
            default -> "void";
        };
    }

    @Override
    public String toString() {
        return fields.isEmpty() ? spelling() : "struct" + fields.keySet();
    }
}
