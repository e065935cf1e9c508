package gemwright.format.pickle;

import gemwright.base.Problem;

/// How many objects a file may make and how much memory they may take, so that a small hostile file
/// cannot fill the heap.
final class Budget {
    static final long MAX_OBJECTS = 50_000_000;

    /// Header, fields and the place that refers to it, on a 64-bit virtual machine.
    static final int CONTAINER_BYTES = 80;

    static final int TEXT_BYTES = 56;
    static final int PLACE_BYTES = 16;

    private final String where;
    private long objects = MAX_OBJECTS;
    private long bytes;

    /// @param bytes memory that may be used in all
    Budget(String where, long bytes) {
        this.where = where;
        this.bytes = bytes;
    }

    /// A budget of half of the heap: collectors keep a part for themselves, and large arrays need
    /// their room in one piece.
    static Budget ofHeap(String where) {
        return new Budget(where, Runtime.getRuntime().maxMemory() / 2);
    }

    /// One more object.
    void object() throws Problem {
        if (--objects < 0) {
            throw Problem.of("pickle.objects", where, Long.toString(MAX_OBJECTS));
        }
    }

    /// Memory about to be taken.
    void charge(long more) throws Problem {
        bytes -= more;
        if (bytes < 0) {
            throw Problem.of("pickle.memory", where);
        }
    }

    /// Memory that is free again.
    void giveBack(long less) {
        bytes += less;
    }
}
