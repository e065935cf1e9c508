package gemwright.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The two sides of a column of numbers, ready for every statistic.
record NumericColumn(Numbers reference, Numbers current) implements Sides {
    @Override
    public Kind kind() {
        return Kind.NUMERIC;
    }

    @Override
    public Outcome run(DriftTest test, Rules rules) {
        return test.onNumbers(reference, current, rules);
    }

    @Override
    public long smallerSide() {
        return Math.min(reference.size(), current.size());
    }

    @Override
    public boolean constantAndEqual() {
        return reference.distinct() == 1
                && current.distinct() == 1
                && reference.min() == current.min();
    }

    @Override
    public String defaultMethod(Rules rules) {
        int distinct = new PooledWalk(reference, current).distinct();
        return switch (rules) {
            case RECOMMENDED -> distinct > 10 && reference.distinct() > 1 ? "psi" : "jensenshannon";
            case EVIDENTLY -> evidently(distinct);
        };
    }

    private String evidently(int distinct) {
        boolean large = reference.size() > EVIDENTLY_LARGE;
        if (distinct > 5) {
            return large ? "wasserstein" : "ks";
        }
        if (large) {
            return "jensenshannon";
        }
        return distinct > 2 ? "chisquare" : "z";
    }

    @Override
    public Summary referenceSummary() {
        return Summary.of(reference);
    }

    @Override
    public Summary currentSummary() {
        return Summary.of(current);
    }

    @Override
    public Distribution distribution() {
        if (smallerSide() == 0) {
            return new Distribution.None();
        }
        Distribution.Tenths tenths =
                Bins.deciles(reference)
                        .map(bins -> bins.shares(reference, current))
                        .map(
                                shares ->
                                        new Distribution.Tenths(
                                                NiceBins.referenceSide(shares),
                                                NiceBins.currentSide(shares)))
                        .orElse(new Distribution.Tenths(List.of(), List.of()));
        return NiceBins.histogram(reference, current, tenths);
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (reference.infinite() + current.infinite() > 0) {
            findings.add(Finding.note("infinite", reference.infinite(), current.infinite()));
        }
        if (reference.distinct() > 1 && current.distinct() == 1) {
            findings.add(Finding.note("becameConstant"));
        }
        return findings;
    }

    @Override
    public Optional<CurveGap> gap() {
        return Optional.of(CurveGap.of(reference, current));
    }

    @Override
    public OptionalDouble outside() {
        int inside = current.countAtMost(reference.max()) - current.countBelow(reference.min());
        return OptionalDouble.of((double) (current.size() - inside) / current.size());
    }
}
