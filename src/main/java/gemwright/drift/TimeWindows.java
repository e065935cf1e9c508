package gemwright.drift;

import gemwright.data.Column;
import gemwright.drift.DriftOptions.Window;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// The rows of one side in the order of their time stamps, cut into windows. Rows without a time
/// stamp are in none.
final class TimeWindows {
    /// A last window with fewer rows joins the one before.
    private static final int LEAST_ROWS = 50;

    private final int[] order;
    private final List<Integer> starts;
    private final Column times;

    private TimeWindows(int[] order, List<Integer> starts, Column times) {
        this.order = order;
        this.starts = starts;
        this.times = times;
    }

    static TimeWindows of(Column times, Window window) {
        int[] order =
                IntStream.range(0, times.rows())
                        .filter(row -> !times.missing(row))
                        .boxed()
                        .sorted(Comparator.comparingLong(times::integer))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<Integer> starts =
                switch (window) {
                    case Window.Rows(int count) -> byCount(order.length, count);
                    case Window.Span(var length) -> bySpan(order, times, length.toNanos() / 1000);
                };
        return new TimeWindows(order, starts, times);
    }

    /// About twelve windows of the reference, a round number of rows each.
    static Window standard(int referenceRows) {
        double wanted = Math.max(LEAST_ROWS, referenceRows / 12.0);
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        for (double factor : new double[] {1, 2, 2.5, 5, 10}) {
            if (factor * power >= wanted * 0.999) {
                return new Window.Rows((int) (factor * power));
            }
        }
        return new Window.Rows((int) wanted);
    }

    private static List<Integer> byCount(int rows, int count) {
        List<Integer> starts = new ArrayList<>();
        for (int from = 0; from < rows; from += count) {
            if (from == 0 || rows - from >= Math.min(count, LEAST_ROWS)) {
                starts.add(from);
            }
        }
        return starts;
    }

    private static List<Integer> bySpan(int[] order, Column times, long micros) {
        List<Integer> starts = new ArrayList<>();
        long current = Long.MIN_VALUE;
        for (int i = 0; i < order.length; i++) {
            long slot = Math.floorDiv(times.integer(order[i]), micros);
            if (slot != current) {
                starts.add(i);
                current = slot;
            }
        }
        return starts;
    }

    int size() {
        return starts.size();
    }

    /// The rows of that window.
    IntStream rows(int window) {
        int to = window + 1 < starts.size() ? starts.get(window + 1) : order.length;
        return IntStream.range(starts.get(window), to).map(i -> order[i]);
    }

    /// All rows with a time stamp, in its order.
    IntStream rows() {
        return IntStream.of(order);
    }

    /// All windows as values.
    List<Timeline.Window> windows(boolean reference) {
        List<Timeline.Window> windows = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            int from = starts.get(i);
            int to = i + 1 < size() ? starts.get(i + 1) : order.length;
            windows.add(
                    new Timeline.Window(
                            moment(order[from]), moment(order[to - 1]), to - from, reference));
        }
        return windows;
    }

    /// The time stamp of a row.
    Instant moment(int row) {
        return Instant.EPOCH.plus(times.integer(row), ChronoUnit.MICROS);
    }
}
