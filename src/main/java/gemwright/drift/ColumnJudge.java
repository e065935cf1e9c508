package gemwright.drift;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Computes everything about one column but the verdict, which needs the other columns' p-values.
/// Whatever a column holds, the answer is a report with figures or with a reason.
final class ColumnJudge {
    /// Fewer values on a side are too few to judge under the recommended rules.
    private static final int LEAST_ROWS = 50;

    /// More rows without a value, as a share, before the quality rule counts them.
    private static final double MISSING_RISE = 0.05;

    private final DriftOptions options;

    ColumnJudge(DriftOptions options) {
        this.options = options;
    }

    /// A column that both sides have.
    ColumnReport both(Column reference, Column current) {
        ColumnChoice choice = options.choice(reference.name());
        Role role = Kinds.role(current.role() == Role.FEATURE ? reference : current, choice);
        Kind kind = choice.kind().orElseGet(() -> Kinds.of(reference, current, options.rules()));
        if (role == Role.TIME || role == Role.ID || role == Role.WEIGHT) {
            return unjudged(reference, current, kind, role, Reason.of("role", role.word()));
        }
        if (reference.kind() == ColumnKind.TENSOR || current.kind() == ColumnKind.TENSOR) {
            return unjudged(reference, current, kind, role, Reason.of("tensor"));
        }
        if (choice.kind().isEmpty() && !Kinds.compatible(reference, current)) {
            return typeChanged(reference, current, kind, role);
        }
        return switch (kind) {
            case NUMERIC ->
                    judge(
                            reference.name(),
                            role,
                            new NumericColumn(Values.numbers(reference), Values.numbers(current)));
            case CATEGORICAL -> {
                Map<String, Long> first = Values.counts(reference);
                Map<String, Long> second = Values.counts(current);
                Categories categories = Categories.of(first, second);
                yield judge(
                        reference.name(),
                        role,
                        new CategoryColumn(categories, reference.rows(), current.rows()));
            }
            case DATETIME -> unjudged(reference, current, kind, role, Reason.of("datetime"));
            case TEXT -> unjudged(reference, current, kind, role, Reason.of("freeText"));
        };
    }

    /// A column that only one side has.
    ColumnReport alone(Column column, boolean inReference, long otherRows) {
        ColumnChoice choice = options.choice(column.name());
        Role role = Kinds.role(column, choice);
        Kind kind = choice.kind().orElseGet(() -> Kinds.of(column, column, options.rules()));
        String key = inReference ? "columnLost" : "columnNew";
        Summary summary = plain(column);
        Summary absent = new Summary(otherRows, otherRows, 0, 0, Optional.empty());
        boolean fault = inReference && role == Role.FEATURE;
        return bare(
                column.name(),
                kind,
                role,
                Reason.of(key),
                inReference ? summary : absent,
                inReference ? absent : summary,
                List.of(new Finding(Reason.of(key), fault)));
    }

    private ColumnReport typeChanged(Column reference, Column current, Kind kind, Role role) {
        Reason reason = Reason.of("typeChanged", word(reference.kind()), word(current.kind()));
        return bare(
                reference.name(),
                kind,
                role,
                reason,
                plain(reference),
                plain(current),
                List.of(new Finding(reason, role == Role.FEATURE)));
    }

    private static String word(ColumnKind kind) {
        return kind.name().toLowerCase(java.util.Locale.ROOT);
    }

    private ColumnReport unjudged(
            Column reference, Column current, Kind kind, Role role, Reason reason) {
        Summary first = plain(reference);
        Summary second = plain(current);
        return bare(reference.name(), kind, role, reason, first, second, missing(first, second));
    }

    private static ColumnReport bare(
            String name,
            Kind kind,
            Role role,
            Reason reason,
            Summary reference,
            Summary current,
            List<Finding> findings) {
        return new ColumnReport(
                name,
                kind,
                role,
                Verdict.NOT_JUDGED,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(reason),
                reference,
                current,
                new Distribution.None(),
                List.of(),
                findings,
                Optional.empty(),
                OptionalDouble.empty());
    }

    private static Summary plain(Column column) {
        return new Summary(column.rows(), column.missingCount(), 0, 0, Optional.empty());
    }

    private static List<Finding> missing(Summary reference, Summary current) {
        double rise = current.missingShare() - reference.missingShare();
        if (reference.rows() == 0 || current.rows() == 0 || rise < MISSING_RISE) {
            return List.of();
        }
        return List.of(Finding.fault("missing", reference.missingShare(), current.missingShare()));
    }

    private ColumnReport judge(String name, Role role, Sides sides) {
        Summary reference = sides.referenceSummary();
        Summary current = sides.currentSummary();
        List<Finding> findings = new ArrayList<>(missing(reference, current));
        findings.addAll(sides.findings());
        boolean empty = sides.smallerSide() == 0;
        Optional<TestResult> decisive =
                empty ? Optional.empty() : Optional.of(decisive(name, sides));
        Optional<Evidence> evidence = decisive.flatMap(d -> evidence(name, sides, d));
        return new ColumnReport(
                name,
                sides.kind(),
                role,
                Verdict.NOT_JUDGED,
                decisive,
                evidence,
                empty ? Optional.empty() : Optional.of(distance(sides)),
                reason(sides, reference, current, decisive),
                reference,
                current,
                sides.distribution(),
                options.allMethods() ? all(name, sides, empty) : List.of(),
                findings,
                empty ? Optional.empty() : sides.gap(),
                empty ? OptionalDouble.empty() : sides.outside());
    }

    private TestResult decisive(String name, Sides sides) {
        String method =
                options.method(name)
                        .flatMap(DriftTests::find)
                        .filter(test -> test.kinds().contains(sides.kind()))
                        .map(DriftTest::method)
                        .orElseGet(() -> sides.defaultMethod(options.rules()));
        return result(name, sides, DriftTests.get(method));
    }

    /// Where the user lets a p-value decide, that one is the evidence too.
    private Optional<Evidence> evidence(String name, Sides sides, TestResult decisive) {
        if (options.rules() == Rules.EVIDENTLY) {
            return Optional.empty();
        }
        String method = sides.kind() == Kind.NUMERIC ? "ks" : "chisquare";
        TestResult test =
                decisive.threshold().isPValue()
                        ? decisive
                        : result(name, sides, DriftTests.get(method));
        return Optional.of(new Evidence(test, OptionalDouble.empty()));
    }

    private TestResult distance(Sides sides) {
        String method = sides.kind() == Kind.NUMERIC ? "wasserstein" : "TVD";
        DriftTest test = DriftTests.get(method);
        return new TestResult(
                method, sides.run(test, Rules.RECOMMENDED), test.threshold(Rules.RECOMMENDED));
    }

    private List<TestResult> all(String name, Sides sides, boolean empty) {
        return DriftTests.ALL.stream()
                .filter(test -> test.kinds().contains(sides.kind()))
                .map(
                        test ->
                                empty
                                        ? new TestResult(
                                                test.method(),
                                                Outcome.undefined("empty"),
                                                options.threshold(name, test))
                                        : result(name, sides, test))
                .toList();
    }

    private TestResult result(String name, Sides sides, DriftTest test) {
        return new TestResult(
                test.method(), sides.run(test, options.rules()), options.threshold(name, test));
    }

    private Optional<Reason> reason(
            Sides sides, Summary reference, Summary current, Optional<TestResult> decisive) {
        if (reference.rows() == 0 || current.rows() == 0) {
            return Optional.of(Reason.of("noRows"));
        }
        if (sides.smallerSide() == 0) {
            return Optional.of(
                    Reason.of(reference.judged() == 0 ? "emptyReference" : "emptyCurrent"));
        }
        if (decisive.isPresent()
                && decisive.get().outcome() instanceof Outcome.Undefined(Reason undefined)) {
            return Optional.of(undefined);
        }
        if (options.rules() == Rules.EVIDENTLY) {
            return Optional.empty();
        }
        if (sides.constantAndEqual()) {
            return Optional.of(Reason.of("constant"));
        }
        return sides.smallerSide() < LEAST_ROWS
                ? Optional.of(
                        Reason.of(
                                "fewRows",
                                Integer.toString(LEAST_ROWS),
                                Long.toString(sides.smallerSide())))
                : Optional.empty();
    }
}
