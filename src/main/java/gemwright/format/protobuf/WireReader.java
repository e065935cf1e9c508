package gemwright.format.protobuf;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/// Reads one message, field by field, every length checked against the message that encloses it.
///
/// ```java
/// while (in.next()) {
///     switch (in.field()) {
///         case 1 -> name = in.string();
///         case 2 -> parts.add(part(in.message()));
///         default -> in.keep();
///     }
/// }
/// return new Thing(name, parts, in.kept());
/// ```
///
/// A reader belongs to one thread. Windows that it hands out are valid as long as the segment is.
public final class WireReader {
    /// Messages in messages, as deep as protobuf's own readers go.
    public static final int DEPTH = 100;

    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(java.nio.ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment bytes;
    private final String file;
    private final long start;
    private final int depth;
    private final List<RawField> unknown = new ArrayList<>(0);
    private long at;
    private long tagAt;
    private int field;
    private WireType type = WireType.VARINT;

    /// Reads a whole message.
    ///
    /// @param bytes the message, read-only
    /// @param file how problems name the place that the bytes come from
    public WireReader(MemorySegment bytes, String file) {
        this(bytes, file, 0, 0);
    }

    private WireReader(MemorySegment bytes, String file, long start, int depth) {
        this.bytes = bytes;
        this.file = file;
        this.start = start;
        this.depth = depth;
    }

    /// Goes to the next field; false at the message's end.
    public boolean next() throws Problem {
        if (at >= bytes.byteSize()) {
            return false;
        }
        tagAt = at;
        long tag = varint();
        long number = tag >>> 3;
        if (number < 1 || number > 0x1FFF_FFFF) {
            throw damaged(tagAt);
        }
        field = (int) number;
        type = typeOf(tag);
        if (type == WireType.END_GROUP) {
            throw damaged(tagAt);
        }
        return true;
    }

    /// The number of the field that the reader stands at.
    public int field() {
        return field;
    }

    /// How the field's payload is laid out.
    public WireType type() {
        return type;
    }

    /// Skips the field.
    public void skip() throws Problem {
        skip(depth);
    }

    /// Skips the field and remembers its bytes for [#kept].
    public void keep() throws Problem {
        skip(depth);
        unknown.add(new RawField(field, bytes.asSlice(tagAt, at - tagAt)));
    }

    /// What no one claimed, with the message's bytes as found; to be called at the message's end.
    public Kept kept() {
        return Kept.of(unknown, bytes);
    }

    /// A 64-bit number; negative ones are spelled in ten bytes.
    public long int64() throws Problem {
        expect(WireType.VARINT);
        return varint();
    }

    /// A 32-bit number; like protobuf's own readers, higher bits are cut off.
    public int int32() throws Problem {
        return (int) int64();
    }

    /// A 32-bit float.
    public float float32() throws Problem {
        expect(WireType.FIXED32);
        return Float.intBitsToFloat(bytes.get(INT, advance(4)));
    }

    /// A string, which must be UTF-8.
    public String string() throws Problem {
        long place = at;
        MemorySegment window = window();
        try {
            return utf8(window);
        } catch (CharacterCodingException notUtf8) {
            throw Problem.of("protobuf.notUtf8", place(place)).causedBy(notUtf8);
        }
    }

    /// A string for people to read: what is not UTF-8 in it shows as `�`.
    public String text() throws Problem {
        return new String(heap(window()), StandardCharsets.UTF_8);
    }

    /// A string that may turn out to be other bytes: empty where they are not UTF-8.
    public Optional<String> stringIfUtf8() throws Problem {
        try {
            return Optional.of(utf8(window()));
        } catch (CharacterCodingException bytes) {
            return Optional.empty();
        }
    }

    /// The payload as a window on the file, not copied.
    public MemorySegment window() throws Problem {
        expect(WireType.LENGTH);
        long length = varint();
        long left = bytes.byteSize() - at;
        if (length < 0 || length > left) {
            throw Problem.of(
                    "protobuf.tooLong",
                    place(tagAt),
                    Integer.toString(field),
                    Long.toUnsignedString(length),
                    Long.toString(left));
        }
        MemorySegment window = bytes.asSlice(at, length);
        at += length;
        return window;
    }

    /// A reader for the message in this field.
    public WireReader message() throws Problem {
        if (depth + 1 >= DEPTH) {
            throw Problem.of("protobuf.tooDeep", place(tagAt), Integer.toString(DEPTH));
        }
        MemorySegment window = window();
        return new WireReader(window, file, start + at - window.byteSize(), depth + 1);
    }

    /// Hands over the field's numbers, packed or one alone.
    public void varints(LongConsumer numbers) throws Problem {
        if (type == WireType.VARINT) {
            numbers.accept(varint());
            return;
        }
        WireReader packed = packed();
        while (packed.at < packed.bytes.byteSize()) {
            numbers.accept(packed.varint());
        }
    }

    /// Hands over the field's words of four bytes, packed or one alone.
    public void words(LongConsumer words) throws Problem {
        if (type == WireType.FIXED32) {
            words.accept(bytes.get(INT, advance(4)));
            return;
        }
        WireReader packed = packed();
        while (packed.at < packed.bytes.byteSize()) {
            words.accept(packed.bytes.get(INT, packed.advance(4)));
        }
    }

    /// Hands over the field's words of eight bytes, packed or one alone.
    public void longWords(LongConsumer words) throws Problem {
        if (type == WireType.FIXED64) {
            words.accept(bytes.get(LONG, advance(8)));
            return;
        }
        WireReader packed = packed();
        while (packed.at < packed.bytes.byteSize()) {
            words.accept(packed.bytes.get(LONG, packed.advance(8)));
        }
    }

    /// A second reader at the start of this message.
    public WireReader again() {
        return new WireReader(bytes, file, start, depth);
    }

    /// A problem with the field that the reader stands at.
    ///
    /// @param key key of the problem's texts
    public Problem problem(String key, Object... arguments) {
        return Problem.of(key, place(tagAt), arguments);
    }

    /// File and byte offset of the field that the reader stands at, as problems name it.
    public String place() {
        return place(tagAt);
    }

    private WireType typeOf(long tag) throws Problem {
        int code = (int) tag & 7;
        if (!WireType.has(code)) {
            throw damaged(tagAt);
        }
        return WireType.of(code);
    }

    private WireReader packed() throws Problem {
        MemorySegment window = window();
        return new WireReader(window, file, start + at - window.byteSize(), depth);
    }

    private void expect(WireType wanted) throws Problem {
        if (type != wanted) {
            throw damaged(tagAt);
        }
    }

    private void skip(int level) throws Problem {
        switch (type) {
            case VARINT -> varint();
            case FIXED64 -> advance(8);
            case FIXED32 -> advance(4);
            case LENGTH -> window();
            case START_GROUP -> skipGroup(level + 1);
            case END_GROUP -> throw damaged(tagAt);
        }
    }

    private void skipGroup(int level) throws Problem {
        int group = field;
        long groupAt = tagAt;
        if (level >= DEPTH) {
            throw Problem.of("protobuf.tooDeep", place(tagAt), Integer.toString(DEPTH));
        }
        while (true) {
            tagAt = at;
            long tag = varint();
            if (tag == ((long) group << 3 | WireType.END_GROUP.code())) {
                break;
            }
            field = (int) Math.min(tag >>> 3, Integer.MAX_VALUE);
            type = typeOf(tag);
            skip(level);
        }
        field = group;
        tagAt = groupAt;
    }

    private long varint() throws Problem {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = bytes.get(ValueLayout.JAVA_BYTE, advance(1));
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged(at);
    }

    private long advance(int length) throws Problem {
        long here = at;
        if (length > bytes.byteSize() - here) {
            throw Problem.of("protobuf.cutShort", place(here));
        }
        at += length;
        return here;
    }

    private Problem damaged(long offset) {
        return Problem.of("protobuf.damaged", place(offset));
    }

    private String place(long offset) {
        return file + ", byte " + (start + offset);
    }

    private String utf8(MemorySegment window) throws Problem, CharacterCodingException {
        byte[] heap = heap(window);
        for (byte b : heap) {
            if (b < 0) {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(heap)).toString();
            }
        }
        return new String(heap, StandardCharsets.ISO_8859_1);
    }

    private byte[] heap(MemorySegment window) throws Problem {
        if (window.byteSize() > Integer.MAX_VALUE - 16) {
            throw damaged(tagAt); // no string is 2 GB long
        }
        return window.toArray(ValueLayout.JAVA_BYTE);
    }
}
