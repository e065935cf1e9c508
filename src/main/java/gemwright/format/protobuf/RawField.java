package gemwright.format.protobuf;

import java.lang.foreign.MemorySegment;

/// One field as it stands in a message, tag included, that no reader claimed.
public final class RawField {
    private final int number;
    private final MemorySegment bytes;

    RawField(int number, MemorySegment bytes) {
        this.number = number;
        this.bytes = bytes;
    }

    /// The field's number.
    public int number() {
        return number;
    }

    /// The field's bytes, tag included; valid as long as the file that it was read from is open.
    public MemorySegment bytes() {
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RawField field
                && field.number == number
                && field.bytes.mismatch(bytes) == -1;
    }

    @Override
    public int hashCode() {
        return 31 * number + Long.hashCode(bytes.byteSize());
    }

    @Override
    public String toString() {
        return "field " + number + " (" + bytes.byteSize() + " bytes)";
    }
}
