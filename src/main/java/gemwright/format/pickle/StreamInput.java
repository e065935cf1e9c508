package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// A pickle that comes out of a decompressor: values are copies, grown as the bytes arrive.
final class StreamInput extends PickleInput {
    private static final int FIRST_PIECE = 1 << 16;

    private final InputStream stream;
    private final Budget budget;

    StreamInput(InputStream stream, Budget budget, String where, Progress progress) {
        super(where, progress);
        this.stream = stream;
        this.budget = budget;
    }

    @Override
    int refill(byte[] window, long position) throws Problem {
        return read(window, 0, window.length);
    }

    @Override
    MemorySegment window(byte[] window, int from, int known, long position, long length)
            throws Problem {
        if (length < 0 || length > Integer.MAX_VALUE - 8) {
            throw beyond(length);
        }
        byte[] bytes = new byte[(int) Math.min(length, Math.max(known, FIRST_PIECE))];
        budget.charge(bytes.length);
        System.arraycopy(window, from, bytes, 0, known);
        int filled = known;
        while (filled < length) {
            if (filled == bytes.length) {
                int held = bytes.length;
                int wanted = (int) Math.min(length, 2L * held);
                budget.charge(wanted); // while copying, both are there
                bytes = Arrays.copyOf(bytes, wanted);
                budget.giveBack(held);
            }
            int read = read(bytes, filled, bytes.length - filled);
            if (read < 0) {
                throw beyond(length);
            }
            filled += read;
        }
        return MemorySegment.ofArray(bytes);
    }

    @Override
    void passOver(long position, long length) throws Problem {
        byte[] piece = new byte[FIRST_PIECE];
        for (long left = length; left > 0; ) {
            int read = read(piece, 0, (int) Math.min(left, piece.length));
            if (read < 0) {
                throw beyond(length);
            }
            left -= read;
        }
    }

    private int read(byte[] into, int from, int count) throws Problem {
        try {
            int read = stream.read(into, from, count);
            while (read == 0 && count > 0) {
                read = stream.read(into, from, count);
            }
            return read;
        } catch (DecompressionBomb bomb) {
            throw Problem.of("pickle.bomb", where(), Long.toString(bomb.ratio())).causedBy(bomb);
        } catch (IOException damaged) {
            throw Problem.of("pickle.compression", place(), String.valueOf(damaged.getMessage()))
                    .causedBy(damaged);
        }
    }

    @Override
    long total() {
        return 0;
    }
}
