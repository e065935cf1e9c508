package gemwright.drift;

import gemwright.data.Column;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// How far each window of a column lies from the whole reference.
final class WindowDistances {
    private WindowDistances() {}

    /// Jensen-Shannon distance (base 2) of each window from the whole reference.
    static List<Double> of(Cut cut, ColumnReport column) {
        Column first = cut.reference().find(column.name()).orElseThrow();
        Column second = cut.current().find(column.name()).orElseThrow();
        int[] before = new int[first.rows()];
        int[] after = new int[second.rows()];
        int size =
                column.kind() == Kind.NUMERIC
                        ? bins(first, second, before, after)
                        : codes(first, second, before, after);
        long[] whole = counts(IntStream.range(0, before.length), before, size);
        return cut.figures(
                rows -> distance(whole, counts(rows, before, size)),
                rows -> distance(whole, counts(rows, after, size)));
    }

    private static double distance(long[] whole, long[] window) {
        long all = LongStream.of(whole).sum();
        long rows = LongStream.of(window).sum();
        return rows == 0
                ? Double.NaN
                : Shares.of(whole, window, all, rows).jensenShannon() / Math.sqrt(Math.log(2));
    }

    private static long[] counts(IntStream rows, int[] codes, int size) {
        long[] counts = new long[size];
        rows.forEach(
                row -> {
                    if (codes[row] >= 0) {
                        counts[codes[row]]++;
                    }
                });
        return counts;
    }

    private static int bins(Column first, Column second, int[] before, int[] after) {
        Optional<Bins> bins = Bins.sturges(Values.numbers(first), Values.numbers(second));
        if (bins.isEmpty()) {
            java.util.Arrays.fill(before, -1);
            java.util.Arrays.fill(after, -1);
            return 1;
        }
        place(first, before, bins.get());
        place(second, after, bins.get());
        return bins.get().size();
    }

    private static void place(Column column, int[] codes, Bins bins) {
        double[] values = Values.inRowOrder(column);
        for (int row = 0; row < codes.length; row++) {
            codes[row] = Double.isFinite(values[row]) ? bins.find(values[row]) : -1;
        }
    }

    private static int codes(Column first, Column second, int[] before, int[] after) {
        Map<String, Integer> known = new HashMap<>();
        code(first, before, known);
        code(second, after, known);
        return known.size();
    }

    private static void code(Column column, int[] codes, Map<String, Integer> known) {
        for (int row = 0; row < codes.length; row++) {
            if (column.missing(row)) {
                codes[row] = -1;
            } else {
                codes[row] = known.computeIfAbsent(column.text(row), text -> known.size());
            }
        }
    }
}
