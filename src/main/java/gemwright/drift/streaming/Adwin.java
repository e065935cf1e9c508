package gemwright.drift.streaming;

/// Adaptive windowing, ADWIN2: A. Bifet and R. Gavaldà, Learning from Time-Changing Data with
/// Adaptive Windowing, SDM 2007. Every 32 values it looks for a cut of its window into an older and
/// a newer part whose means differ.
final class Adwin implements ChangeDetector {
    private static final int CLOCK = 32;
    private static final int GRACE = 10;
    private static final int LEAST = 5;

    private final double confidence;
    private BucketWindow window = new BucketWindow();
    private long values;

    /// @param confidence chance of a false change (delta)
    Adwin(double confidence) {
        this.confidence = confidence;
    }

    @Override
    public Signal next(double value) {
        window.add(value);
        values++;
        if (values % CLOCK != 0 || window.all().count() <= GRACE || !shrunk()) {
            return Signal.STEADY;
        }
        window = new BucketWindow();
        values = 0;
        return Signal.CHANGED;
    }

    /// Drops the oldest values for as long as a cut shows; whether any was dropped.
    private boolean shrunk() {
        boolean shrunk = false;
        while (window.cut(this::differ)) {
            window.dropOldest();
            shrunk = true;
        }
        return shrunk;
    }

    private boolean differ(Part older, Part newer) {
        if (older.count() < LEAST || newer.count() < LEAST) {
            return false;
        }
        Part all = window.all();
        double chance = Math.log(2 * Math.log(all.count()) / confidence);
        double weight = 1.0 / (older.count() - LEAST + 1) + 1.0 / (newer.count() - LEAST + 1);
        double variance = all.squares() / all.count();
        double bound = Math.sqrt(2 * weight * variance * chance) + 2.0 / 3 * chance * weight;
        return Math.abs(older.mean() - newer.mean()) > bound;
    }
}
