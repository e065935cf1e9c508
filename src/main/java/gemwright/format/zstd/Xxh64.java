package gemwright.format.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The checksum XXH64 with seed 0 (xxHash specification, version 0.1.1).
final class Xxh64 {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT =
            MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;

    private final long[] lanes = new long[4];
    private final byte[] rest = new byte[32];
    private int held;
    private long total;

    /// Starts anew.
    void reset() {
        lanes[0] = 0x60EA27EEADC0B5D6L; // P1 + P2
        lanes[1] = P2;
        lanes[2] = 0;
        lanes[3] = 0x61C8864E7A143579L; // -P1
        held = 0;
        total = 0;
    }

    /// Adds bytes.
    void add(byte[] bytes, int from, int to) {
        total += to - from;
        int at = from;
        while (at < to) {
            if (held == 0 && to - at >= 32) {
                stripe(bytes, at);
                at += 32;
                continue;
            }
            int taken = Math.min(32 - held, to - at);
            System.arraycopy(bytes, at, rest, held, taken);
            held += taken;
            at += taken;
            if (held == 32) {
                stripe(rest, 0);
                held = 0;
            }
        }
    }

    /// The checksum of what was added.
    long value() {
        long hash = total >= 32 ? merged() : P5;
        hash += total;
        int at = 0;
        for (; at + 8 <= held; at += 8) {
            hash ^= round(0, (long) LONG.get(rest, at));
            hash = Long.rotateLeft(hash, 27) * P1 + P4;
        }
        if (at + 4 <= held) {
            hash ^= ((int) INT.get(rest, at) & 0xFFFF_FFFFL) * P1;
            hash = Long.rotateLeft(hash, 23) * P2 + P3;
            at += 4;
        }
        for (; at < held; at++) {
            hash ^= (rest[at] & 0xFF) * P5;
            hash = Long.rotateLeft(hash, 11) * P1;
        }
        hash ^= hash >>> 33;
        hash *= P2;
        hash ^= hash >>> 29;
        hash *= P3;
        return hash ^ hash >>> 32;
    }

    private long merged() {
        long hash =
                Long.rotateLeft(lanes[0], 1)
                        + Long.rotateLeft(lanes[1], 7)
                        + Long.rotateLeft(lanes[2], 12)
                        + Long.rotateLeft(lanes[3], 18);
        for (long lane : lanes) {
            hash = (hash ^ round(0, lane)) * P1 + P4;
        }
        return hash;
    }

    private void stripe(byte[] bytes, int at) {
        for (int i = 0; i < 4; i++) {
            lanes[i] = round(lanes[i], (long) LONG.get(bytes, at + 8 * i));
        }
    }

    private static long round(long lane, long input) {
        return Long.rotateLeft(lane + input * P2, 31) * P1;
    }
}
