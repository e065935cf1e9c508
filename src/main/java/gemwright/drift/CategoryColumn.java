package gemwright.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// The two sides of a column of categories, ready for every statistic.
///
/// @param referenceRows all rows of the reference, those without a value included
record CategoryColumn(Categories categories, long referenceRows, long currentRows)
        implements Sides {
    /// Drawn one by one; the rest is one bar.
    private static final int DRAWN = 12;

    /// New and lost categories below this share of the rows are a remark, above it a fault.
    private static final double FAULT_SHARE = 0.01;

    @Override
    public Kind kind() {
        return Kind.CATEGORICAL;
    }

    @Override
    public Outcome run(DriftTest test, Rules rules) {
        return test.onCategories(categories, rules);
    }

    @Override
    public long smallerSide() {
        return Math.min(categories.referenceTotal(), categories.currentTotal());
    }

    @Override
    public boolean constantAndEqual() {
        return categories.size() == 1;
    }

    @Override
    public String defaultMethod(Rules rules) {
        return switch (rules) {
            case RECOMMENDED -> "jensenshannon";
            case EVIDENTLY -> {
                if (categories.referenceTotal() > EVIDENTLY_LARGE) {
                    yield "jensenshannon";
                }
                yield categories.size() > 2 ? "chisquare" : "z";
            }
        };
    }

    @Override
    public Summary referenceSummary() {
        return summary(categories.reference(), referenceRows, categories.referenceTotal());
    }

    @Override
    public Summary currentSummary() {
        return summary(categories.current(), currentRows, categories.currentTotal());
    }

    private static Summary summary(List<Long> counts, long rows, long total) {
        long distinct = counts.stream().filter(count -> count > 0).count();
        return new Summary(rows, rows - total, 0, distinct, Optional.empty());
    }

    @Override
    public Distribution distribution() {
        if (smallerSide() == 0) {
            return new Distribution.None();
        }
        List<Distribution.Bar> all =
                IntStream.range(0, categories.size())
                        .mapToObj(this::bar)
                        .sorted(
                                Comparator.comparingLong(Distribution.Bar::referenceRows)
                                        .thenComparingLong(Distribution.Bar::currentRows)
                                        .reversed())
                        .toList();
        if (all.size() <= DRAWN + 1) {
            return new Distribution.Bars(all, 0);
        }
        List<Distribution.Bar> drawn = new ArrayList<>(all.subList(0, DRAWN));
        List<Distribution.Bar> rest = all.subList(DRAWN, all.size());
        drawn.add(
                new Distribution.Bar(
                        "",
                        rest.stream().mapToLong(Distribution.Bar::referenceRows).sum(),
                        rest.stream().mapToLong(Distribution.Bar::currentRows).sum(),
                        rest.stream().mapToDouble(Distribution.Bar::reference).sum(),
                        rest.stream().mapToDouble(Distribution.Bar::current).sum()));
        return new Distribution.Bars(drawn, rest.size());
    }

    private Distribution.Bar bar(int index) {
        long first = categories.reference().get(index);
        long second = categories.current().get(index);
        return new Distribution.Bar(
                categories.keys().get(index),
                first,
                second,
                (double) first / categories.referenceTotal(),
                (double) second / categories.currentTotal());
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (smallerSide() == 0) {
            return findings;
        }
        List<Integer> unseen = indices(categories.reference());
        List<Integer> lost = indices(categories.current());
        add(findings, "unseen", unseen, categories.current(), categories.currentTotal());
        add(findings, "lost", lost, categories.reference(), categories.referenceTotal());
        return findings;
    }

    private void add(
            List<Finding> findings, String key, List<Integer> found, List<Long> rows, long total) {
        if (found.isEmpty()) {
            return;
        }
        long count = found.stream().mapToLong(rows::get).sum();
        double share = (double) count / total;
        String names =
                found.stream()
                        .sorted(Comparator.comparing((Integer i) -> rows.get(i)).reversed())
                        .limit(3)
                        .map(categories.keys()::get)
                        .collect(java.util.stream.Collectors.joining(", "));
        String all = found.size() > 3 ? names + ", …" : names;
        Reason reason = Reason.of(key, found.size(), all, share);
        findings.add(new Finding(reason, share > FAULT_SHARE));
    }

    private List<Integer> indices(List<Long> empty) {
        return IntStream.range(0, categories.size())
                .filter(i -> empty.get(i) == 0)
                .boxed()
                .toList();
    }

    @Override
    public Optional<CurveGap> gap() {
        return Optional.empty();
    }

    @Override
    public OptionalDouble outside() {
        return OptionalDouble.empty();
    }
}
