package gemwright.format.protobuf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Writes one message as a list of pieces: small fields gathered on the heap, bulk data (windows on
/// a file, [Bulk]) only referred to until [#writeTo] sends it out. So [#size] is known before
/// anything is written, and weights never pass through the heap.
///
/// Fields are to be written in the order of their numbers; unknown fields take their place among
/// them. Nothing is left out by itself: whether an empty string is written is the caller's choice.
public final class WireWriter {
    /// Windows smaller than this are copied: a piece of their own would cost more.
    private static final int SMALL = 4096;

    private static final int CHUNK = 1 << 20;

    private final List<Bulk> pieces = new ArrayList<>();
    private final List<RawField> unknown;
    private ByteArrayOutputStream small = new ByteArrayOutputStream();
    private long finished;
    private int unknownDone;

    private WireWriter(List<RawField> unknown) {
        this.unknown = unknown;
    }

    /// The whole message: as it was found, or what `body` writes with the unknown fields among it.
    public static WireWriter of(Kept kept, Consumer<WireWriter> body) {
        WireWriter writer = new WireWriter(kept.fields());
        if (kept.asFound().isPresent()) {
            writer.window(kept.asFound().get());
        } else {
            body.accept(writer);
            writer.unknownBelow(Integer.MAX_VALUE);
        }
        return writer;
    }

    /// Bytes of the message.
    public long size() {
        return finished + small.size();
    }

    /// Sends the message out.
    public void writeTo(WritableByteChannel out) throws IOException {
        for (Bulk piece : pieces) {
            piece.writeTo(out);
        }
        sendOut(ByteBuffer.wrap(small.toByteArray()), out);
    }

    /// A number, negative ones in ten bytes.
    public void int64(int field, long value) {
        tag(field, WireType.VARINT);
        varint(value);
    }

    /// A float.
    public void float32(int field, float value) {
        tag(field, WireType.FIXED32);
        littleEndian(Float.floatToRawIntBits(value), 4);
    }

    /// A string.
    public void string(int field, String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        tag(field, WireType.LENGTH);
        varint(utf8.length);
        small.writeBytes(utf8);
    }

    /// A string, left out where it is empty.
    public void text(int field, String value) {
        if (!value.isEmpty()) {
            string(field, value);
        }
    }

    /// A message in this one.
    public void message(int field, Kept kept, Consumer<WireWriter> body) {
        WireWriter inner = of(kept, body);
        tag(field, WireType.LENGTH);
        varint(inner.size());
        for (Bulk piece : inner.pieces) {
            bulk(piece);
        }
        small.writeBytes(inner.small.toByteArray());
    }

    /// Bytes.
    public void bytes(int field, MemorySegment value) {
        tag(field, WireType.LENGTH);
        varint(value.byteSize());
        window(value);
    }

    /// Bytes that are asked for when the message is sent out.
    public void bytes(int field, Bulk value) {
        tag(field, WireType.LENGTH);
        varint(value.bytes());
        bulk(value);
    }

    /// Numbers in one packed field; left out where there are none.
    public void packedVarints(int field, long[] values) {
        if (values.length == 0) {
            return;
        }
        WireWriter inner = new WireWriter(List.of());
        for (long value : values) {
            inner.varint(value);
        }
        tag(field, WireType.LENGTH);
        varint(inner.size());
        small.writeBytes(inner.small.toByteArray());
    }

    private void bulk(Bulk value) {
        if (small.size() > 0) {
            MemorySegment done = MemorySegment.ofArray(small.toByteArray());
            pieces.add(new Window(done));
            finished += done.byteSize();
            small = new ByteArrayOutputStream();
        }
        pieces.add(value);
        finished += value.bytes();
    }

    private void window(MemorySegment value) {
        if (value.byteSize() < SMALL) {
            small.writeBytes(value.toArray(ValueLayout.JAVA_BYTE));
        } else {
            bulk(new Window(value));
        }
    }

    private void tag(int field, WireType type) {
        unknownBelow(field);
        varint((long) field << 3 | type.code());
    }

    private void unknownBelow(int field) {
        while (unknownDone < unknown.size() && unknown.get(unknownDone).number() < field) {
            window(unknown.get(unknownDone++).bytes());
        }
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            small.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        small.write((int) rest);
    }

    private void littleEndian(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            small.write((int) (value >>> (8 * i)));
        }
    }

    private static void sendOut(ByteBuffer buffer, WritableByteChannel out) throws IOException {
        while (buffer.hasRemaining()) {
            out.write(buffer);
        }
    }

    /// A window on a file or on the heap, sent out a megabyte at a time.
    private static final class Window implements Bulk {
        private final MemorySegment bytes;

        Window(MemorySegment bytes) {
            this.bytes = bytes;
        }

        @Override
        public long bytes() {
            return bytes.byteSize();
        }

        @Override
        public void writeTo(WritableByteChannel out) throws IOException {
            for (long at = 0; at < bytes.byteSize(); at += CHUNK) {
                long length = Math.min(CHUNK, bytes.byteSize() - at);
                sendOut(bytes.asSlice(at, length).asByteBuffer(), out);
            }
        }
    }
}
