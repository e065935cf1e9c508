package gemwright.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.function.LongConsumer;

/// Takes numbers and lays out the low bits of each, one after the other from the lowest bit up.
final class PackedBits implements LongConsumer {
    private final MemorySegment segment;
    private final int bits;
    private long at;

    PackedBits(MemorySegment segment, int bits) {
        this.segment = segment;
        this.bits = bits;
    }

    @Override
    public void accept(long value) {
        if (bits == 6) {
            sixBits((int) value & 0x3F);
            return;
        }
        for (int i = 0; i < bits; i += 8) {
            segment.set(ValueLayout.JAVA_BYTE, at++, (byte) (value >>> i));
        }
    }

    /// Here `at` counts bits; the memory starts out as zeros.
    private void sixBits(int value) {
        int shifted = value << (int) (at & 7);
        or(at >>> 3, shifted);
        if (shifted > 0xFF) {
            or((at >>> 3) + 1, shifted >>> 8);
        }
        at += 6;
    }

    private void or(long index, int bitsThere) {
        byte before = segment.get(ValueLayout.JAVA_BYTE, index);
        segment.set(ValueLayout.JAVA_BYTE, index, (byte) (before | bitsThere));
    }

    MemorySegment segment() {
        return segment;
    }
}
