package gemwright.format.flatbuffer;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A table of a FlatBuffer: a window on its bytes, in which every offset and length is checked
/// before it is followed. Fields that are absent have the value that the schema gives them.
public final class FlatTable {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_TABLES = 1 << 24;

    private final MemorySegment bytes;
    private final String where;
    private final long start;
    private final long fields;
    private final int fieldBytes;

    private FlatTable(MemorySegment bytes, String where, long start) throws Problem {
        this.bytes = bytes;
        this.where = where;
        this.start = start;
        fields = start - integer(start);
        fieldBytes = unsignedShort(fields);
        requireRoom(fields, fieldBytes, "the table's fields");
    }

    /// The root of a buffer.
    ///
    /// @param where the file, for messages
    public static FlatTable root(MemorySegment bytes, String where) throws Problem {
        if (bytes.byteSize() < Integer.BYTES) {
            throw damaged(where, 0, "the buffer ends before its root");
        }
        return new FlatTable(bytes, where, Integer.toUnsignedLong(bytes.get(INT, 0)));
    }

    /// Whether the field is written down.
    public boolean has(int field) throws Problem {
        return place(field).isPresent();
    }

    /// A 32-bit integer.
    public int integer(int field, int standard) throws Problem {
        OptionalInt place = place(field);
        return place.isPresent() ? integer(start + place.getAsInt()) : standard;
    }

    /// A byte.
    public int octet(int field, int standard) throws Problem {
        OptionalInt place = place(field);
        if (place.isEmpty()) {
            return standard;
        }
        requireRoom(start + place.getAsInt(), 1, "a byte");
        return bytes.get(ValueLayout.JAVA_BYTE, start + place.getAsInt());
    }

    /// A double.
    public double real(int field, double standard) throws Problem {
        OptionalInt place = place(field);
        if (place.isEmpty()) {
            return standard;
        }
        requireRoom(start + place.getAsInt(), Double.BYTES, "a double");
        return Double.longBitsToDouble(bytes.get(LONG, start + place.getAsInt()));
    }

    /// A 64-bit integer.
    public long whole(int field, long standard) throws Problem {
        OptionalInt place = place(field);
        if (place.isEmpty()) {
            return standard;
        }
        requireRoom(start + place.getAsInt(), Long.BYTES, "an integer");
        return bytes.get(LONG, start + place.getAsInt());
    }

    /// A float.
    public float single(int field, float standard) throws Problem {
        OptionalInt place = place(field);
        return place.isPresent()
                ? Float.intBitsToFloat(integer(start + place.getAsInt()))
                : standard;
    }

    /// How many fields the table has places for; those beyond are absent.
    public int fields() {
        return Math.max(0, fieldBytes / Short.BYTES - 2);
    }

    /// A text in UTF-8.
    public Optional<String> text(int field) throws Problem {
        Optional<Vector> vector = vector(field, 1);
        return vector.map(Vector::text);
    }

    /// A table.
    public Optional<FlatTable> table(int field) throws Problem {
        OptionalInt place = place(field);
        return place.isPresent()
                ? Optional.of(new FlatTable(bytes, where, target(start + place.getAsInt())))
                : Optional.empty();
    }

    /// A list of tables.
    public List<FlatTable> tables(int field) throws Problem {
        Optional<Vector> vector = vector(field, Integer.BYTES);
        List<FlatTable> tables = new ArrayList<>();
        if (vector.isPresent()) {
            if (vector.get().size() > MOST_TABLES) {
                throw damaged(where, start, vector.get().size() + " tables");
            }
            for (int i = 0; i < vector.get().size(); i++) {
                long at = vector.get().from() + (long) i * Integer.BYTES;
                tables.add(new FlatTable(bytes, where, target(at)));
            }
        }
        return tables;
    }

    /// How many elements a list has; 0 where it is absent.
    public int count(int field, int elementBytes) throws Problem {
        return vector(field, elementBytes).map(Vector::size).orElse(0);
    }

    /// 32-bit integers.
    public int[] integers(int field) throws Problem {
        Optional<Vector> vector = vector(field, Integer.BYTES);
        return vector.isEmpty()
                ? new int[0]
                : bytes.asSlice(vector.get().from(), (long) vector.get().size() * Integer.BYTES)
                        .toArray(INT);
    }

    /// 64-bit integers.
    public long[] longs(int field) throws Problem {
        Optional<Vector> vector = vector(field, Long.BYTES);
        return vector.isEmpty()
                ? new long[0]
                : bytes.asSlice(vector.get().from(), (long) vector.get().size() * Long.BYTES)
                        .toArray(LONG);
    }

    /// Bytes, as a window on the buffer.
    public Optional<MemorySegment> octets(int field) throws Problem {
        return vector(field, 1).map(v -> bytes.asSlice(v.from(), v.size()));
    }

    /// Pairs of unsigned 16-bit integers, one behind the other.
    public int[] pairs(int field) throws Problem {
        int[] both = integers(field);
        int[] pairs = new int[2 * both.length];
        for (int i = 0; i < both.length; i++) {
            pairs[2 * i] = both[i] & 0xFFFF;
            pairs[2 * i + 1] = both[i] >>> 16;
        }
        return pairs;
    }

    /// Floats, as doubles.
    public double[] floats(int field) throws Problem {
        int[] bits = integers(field);
        double[] values = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        return values;
    }

    /// Doubles.
    public double[] reals(int field) throws Problem {
        Optional<Vector> vector = vector(field, Double.BYTES);
        if (vector.isEmpty()) {
            return new double[0];
        }
        double[] values = new double[vector.get().size()];
        for (int i = 0; i < values.length; i++) {
            long at = vector.get().from() + (long) i * Double.BYTES;
            values[i] = Double.longBitsToDouble(bytes.get(LONG, at));
        }
        return values;
    }

    /// A list in the buffer; its bytes are there.
    private record Vector(MemorySegment bytes, long from, int size) {
        String text() {
            byte[] utf8 = bytes.asSlice(from, size).toArray(ValueLayout.JAVA_BYTE);
            return new String(utf8, StandardCharsets.UTF_8);
        }
    }

    private Optional<Vector> vector(int field, int elementBytes) throws Problem {
        OptionalInt place = place(field);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        long at = target(start + place.getAsInt());
        long size = Integer.toUnsignedLong(integer(at));
        long left = bytes.byteSize() - at - Integer.BYTES;
        if (size > left / elementBytes) {
            throw damaged(
                    where, at, "a list claims " + size + " elements, " + left + " bytes left");
        }
        return Optional.of(new Vector(bytes, at + Integer.BYTES, (int) size));
    }

    /// Where a field stands, from the table's start on; empty where it is absent.
    private OptionalInt place(int field) throws Problem {
        int entry = 2 * Short.BYTES + field * Short.BYTES;
        if (entry + Short.BYTES > fieldBytes) {
            return OptionalInt.empty();
        }
        int place = unsignedShort(fields + entry);
        return place == 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    private long target(long at) throws Problem {
        return at + Integer.toUnsignedLong(integer(at));
    }

    private int integer(long at) throws Problem {
        requireRoom(at, Integer.BYTES, "an offset");
        return bytes.get(INT, at);
    }

    private int unsignedShort(long at) throws Problem {
        requireRoom(at, Short.BYTES, "a field");
        return Short.toUnsignedInt(bytes.get(SHORT, at));
    }

    private void requireRoom(long at, long length, String what) throws Problem {
        if (at < 0 || at > bytes.byteSize() - length) {
            throw damaged(where, at, what + " lies outside");
        }
    }

    private static Problem damaged(String where, long at, String why) {
        return Problem.of("flatbuffer.damaged", where + ", byte " + at, why);
    }
}
