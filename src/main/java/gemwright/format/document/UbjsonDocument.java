package gemwright.format.document;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads UBJSON (draft 12, ubjson.org): a type letter, then the value, big-endian; arrays and
/// objects may tell the type (`$`) and the number (`#`) of their members first.
public final class UbjsonDocument {
    private static final int DEEPEST = 100;
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfDouble DOUBLE =
            ValueLayout.JAVA_DOUBLE_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

    private final MemorySegment bytes;
    private final String where;
    private long at;

    private UbjsonDocument(MemorySegment bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /// The value that all these bytes spell.
    ///
    /// @param where the file, for the message
    /// @throws Problem `ubjson.damaged` with the byte where it went wrong
    public static Item read(MemorySegment bytes, String where) throws Problem {
        UbjsonDocument document = new UbjsonDocument(bytes, where);
        Item item = document.item(document.letter(), DEEPEST);
        if (document.at != bytes.byteSize()) {
            throw document.damaged();
        }
        return item;
    }

    private Item item(char type, int depth) throws Problem {
        return switch (type) {
            case '{' -> fields(depth - 1);
            case '[' -> members(depth - 1);
            case 'S', 'H' -> new Item.Text(text(length()));
            case 'C' -> new Item.Text(text(1));
            case 'T' -> new Item.Flag(true);
            case 'F' -> new Item.Flag(false);
            case 'Z' -> new Item.Nothing();
            default -> new Item.Scalar(number(type));
        };
    }

    private Item fields(int depth) throws Problem {
        Header header = header(depth);
        Map<String, Item> fields = new LinkedHashMap<>();
        long left = header.count;
        while (header.isOpen() ? next() != '}' : left-- > 0) {
            String name = text(length());
            Item item = item(header.type == 0 ? letter() : header.type, depth);
            if (fields.put(name, item) != null) {
                throw damaged();
            }
        }
        at += header.isOpen() ? 1 : 0;
        return new Item.Fields(fields);
    }

    private Item members(int depth) throws Problem {
        Header header = header(depth);
        if (width(header.type) > 0) {
            return packed(header);
        }
        Members members = new Members();
        long left = header.count;
        while (header.isOpen() ? next() != ']' : left-- > 0) {
            members.add(item(header.type == 0 ? letter() : header.type, depth));
        }
        at += header.isOpen() ? 1 : 0;
        return members.item();
    }

    private Item packed(Header header) throws Problem {
        double[] numbers = new double[(int) header.count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(header.type);
        }
        return numbers.length == 0
                ? new Item.Items(java.util.List.of())
                : new Item.Numbers(numbers);
    }

    /// What a container tells of its members.
    ///
    /// @param type of all of them; 0 where each has its own
    /// @param count of them; -1 where a closing bracket ends them
    private record Header(char type, long count) {
        boolean isOpen() {
            return count < 0;
        }
    }

    private Header header(int depth) throws Problem {
        if (depth == 0) {
            throw Problem.of("ubjson.deep", where, Integer.toString(DEEPEST));
        }
        char type = 0;
        if (next() == '$') {
            at++;
            type = letter();
            if (next() != '#' || "TFZN".indexOf(type) >= 0) {
                throw damaged(); // members without a byte of their own would be free to claim
            }
        }
        if (next() != '#') {
            return new Header(type, -1);
        }
        at++;
        long count = length();
        if (count > (bytes.byteSize() - at) / Math.max(1, width(type))
                || count > Integer.MAX_VALUE - 8) {
            throw damaged();
        }
        return new Header(type, count);
    }

    /// Bytes of a number of that type; 0 where it is none.
    private static int width(char type) {
        return switch (type) {
            case 'i', 'U' -> 1;
            case 'I' -> 2;
            case 'l', 'd' -> 4;
            case 'L', 'D' -> 8;
            default -> 0;
        };
    }

    private double number(char type) throws Problem {
        int width = width(type);
        if (width == 0 || width > bytes.byteSize() - at) {
            throw damaged();
        }
        long from = at;
        at += width;
        return switch (type) {
            case 'i' -> bytes.get(ValueLayout.JAVA_BYTE, from);
            case 'U' -> bytes.get(ValueLayout.JAVA_BYTE, from) & 0xff;
            case 'I' -> bytes.get(SHORT, from);
            case 'l' -> bytes.get(INT, from);
            case 'L' -> bytes.get(LONG, from);
            case 'd' -> bytes.get(FLOAT, from);
            default -> bytes.get(DOUBLE, from);
        };
    }

    private long length() throws Problem {
        char type = letter();
        if (type == 'd' || type == 'D') {
            throw damaged();
        }
        double length = number(type);
        if (length < 0 || length > bytes.byteSize() - at) {
            throw damaged();
        }
        return (long) length;
    }

    private String text(long length) throws Problem {
        if (length > bytes.byteSize() - at) {
            throw damaged();
        }
        byte[] text = bytes.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE);
        at += length;
        return new String(text, StandardCharsets.UTF_8);
    }

    private char letter() throws Problem {
        char letter = next();
        at++;
        return letter;
    }

    private char next() throws Problem {
        if (at >= bytes.byteSize()) {
            throw Problem.of("ubjson.cut", where);
        }
        return (char) (bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff);
    }

    private Problem damaged() {
        return Problem.of("ubjson.damaged", where + ", byte " + at);
    }
}
