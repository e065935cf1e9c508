package gemwright.format.pickle;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A byte string: a read-only window on the file, or on what was decompressed from it.
public final class PickleBytes implements PickleValue {
    static final PickleBytes EMPTY = new PickleBytes(MemorySegment.ofArray(new byte[0]));

    private final MemorySegment bytes;
    private final long size;

    PickleBytes(MemorySegment bytes) {
        this(bytes.asReadOnly(), bytes.byteSize());
    }

    private PickleBytes(MemorySegment bytes, long size) {
        this.bytes = bytes;
        this.size = size;
    }

    /// Bytes that were passed over: only a [PickleOutline] makes such.
    static PickleBytes passedOver(long size) {
        return new PickleBytes(EMPTY.bytes, size);
    }

    /// A long text that was passed over, of which nobody knows how many characters it has.
    static PickleBytes passedOver() {
        return passedOver(-1);
    }

    /// Whether there are that many, or nobody knows.
    boolean hasSize(long expected) {
        return size == expected || size < 0;
    }

    boolean isKept() {
        return size == bytes.byteSize();
    }

    /// The bytes, valid until the [PickleFile] is closed.
    public MemorySegment segment() {
        return bytes;
    }

    /// How many there are.
    public long size() {
        return size;
    }

    /// A copy of the bytes.
    ///
    /// @throws IllegalStateException where there are more than an array holds
    public byte[] toArray() {
        return bytes.toArray(ValueLayout.JAVA_BYTE);
    }
}
