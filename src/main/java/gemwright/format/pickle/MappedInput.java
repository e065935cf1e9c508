package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// A pickle that lies whole in memory or in a mapped file: values are windows on it.
final class MappedInput extends PickleInput {
    private final MemorySegment file;

    MappedInput(MemorySegment file, String where, Progress progress) {
        super(where, progress);
        this.file = file;
    }

    @Override
    int refill(byte[] window, long position) {
        int count = (int) Math.min(window.length, file.byteSize() - position);
        if (count <= 0) {
            return -1;
        }
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, position, window, 0, count);
        return count;
    }

    @Override
    MemorySegment window(byte[] window, int from, int known, long position, long length)
            throws Problem {
        check(position, length);
        return file.asSlice(position, length);
    }

    @Override
    void passOver(long position, long length) throws Problem {
        check(position, length);
    }

    private void check(long position, long length) throws Problem {
        if (length < 0 || length > file.byteSize() - position) {
            throw beyond(length);
        }
    }

    @Override
    long total() {
        return file.byteSize();
    }
}
