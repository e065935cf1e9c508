package gemwright.loadtest;

/// The two phases of a test. A request belongs to the one in which it was due.
///
/// @param measuredFrom when the warm-up ends, in [System#nanoTime]
record Phases(Tally warmUp, Tally measured, long measuredFrom) {
    Tally of(long due) {
        return due - measuredFrom < 0 ? warmUp : measured;
    }

    long requests() {
        return warmUp.requests() + measured.requests();
    }

    long errors() {
        return warmUp.errors() + measured.errors();
    }
}
