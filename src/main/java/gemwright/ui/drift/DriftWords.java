package gemwright.ui.drift;

import gemwright.drift.ColumnReport;
import gemwright.drift.CurveGap;
import gemwright.drift.Distribution;
import gemwright.drift.Kind;
import gemwright.drift.Outcome;
import gemwright.drift.RuleOutcome;
import gemwright.drift.Spread;
import gemwright.drift.TestResult;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// What a drift report says, in the words of the screen.
final class DriftWords {
    private static final double SMALLEST_P = 1e-16;
    private static final int LONGEST_LIST = 4;
    private static final int MOVED = 2;

    private final Language language;
    private final Figures figures;

    DriftWords(Language language) {
        this.language = language;
        this.figures = language.figures();
    }

    /// `num`, `cat`.
    String kind(Kind kind) {
        return language.say("drift.kind." + kind.word());
    }

    /// `PSI`, `JS`; the method's own name where it has no short one.
    String method(TestResult test) {
        return switch (test.method()) {
            case "psi" -> "PSI";
            case "jensenshannon" -> "JS";
            case "ks" -> "KS";
            case "wasserstein" -> "W";
            default -> test.method();
        };
    }

    /// The score that decides, to three places.
    String score(TestResult test) {
        return figures.fixed(test.outcome().score(), 3);
    }

    /// `effect **PSI 0.26**, limit 0.2 | p-value < 1e−16`.
    String evidence(ColumnReport column) {
        List<String> parts = new ArrayList<>();
        column.decisive()
                .ifPresent(
                        test ->
                                parts.add(
                                        language.say(
                                                "drift.effect",
                                                method(test),
                                                score(test),
                                                figures.significant(test.threshold().limit()))));
        pValue(column)
                .ifPresent(
                        p ->
                                parts.add(
                                        p < SMALLEST_P
                                                ? language.say("drift.p.tiny")
                                                : language.say("drift.p", figures.significant(p))));
        return String.join("  |  ", parts);
    }

    private static OptionalDouble pValue(ColumnReport column) {
        if (column.evidence().isEmpty()) {
            return OptionalDouble.empty();
        }
        OptionalDouble adjusted = column.evidence().get().adjusted();
        if (adjusted.isPresent()) {
            return adjusted;
        }
        return column.evidence().get().test().outcome() instanceof Outcome.Measured measured
                ? measured.pValue()
                : OptionalDouble.empty();
    }

    /// Why the verdict is what it is: how the means moved and where the curves part, or which
    /// categories gained and lost most.
    String why(ColumnReport column) {
        List<String> parts = new ArrayList<>();
        Optional<Spread> before = column.reference().spread();
        Optional<Spread> now = column.current().spread();
        if (column.kind() == Kind.NUMERIC && before.isPresent() && now.isPresent()) {
            parts.add(
                    language.say(
                            "drift.why.mean",
                            figures.significant(before.get().mean()),
                            figures.significant(now.get().mean())));
            column.gap().ifPresent(gap -> parts.add(gap(gap)));
        } else if (column.distribution() instanceof Distribution.Bars bars) {
            parts.addAll(moved(bars));
        }
        column.findings().forEach(found -> parts.add(found.reason().in(language.locale().get())));
        return parts.isEmpty()
                ? ""
                : language.say("drift.why", String.join(language.say("drift.why.join"), parts));
    }

    private String gap(CurveGap gap) {
        return language.say(
                "drift.why.gap",
                figures.significant(gap.value()),
                figures.percent(gap.reference()),
                figures.percent(gap.current()));
    }

    private List<String> moved(Distribution.Bars bars) {
        return bars.bars().subList(0, bars.bars().size() - (bars.others() > 0 ? 1 : 0)).stream()
                .sorted(
                        Comparator.comparingDouble(
                                        (Distribution.Bar bar) ->
                                                Math.abs(bar.current() - bar.reference()))
                                .reversed())
                .limit(MOVED)
                .map(
                        bar ->
                                language.say(
                                        "drift.why.share",
                                        bar.category(),
                                        figures.percent(bar.reference()),
                                        figures.percent(bar.current())))
                .toList();
    }

    /// A rule that holds, in words.
    String rule(RuleOutcome outcome) {
        List<String> columns = outcome.columns();
        String named =
                String.join(", ", columns.subList(0, Math.min(LONGEST_LIST, columns.size())));
        String more = columns.size() > LONGEST_LIST ? named + " …" : named;
        return language.say(
                "drift.rule." + outcome.rule().name().toLowerCase(Locale.ROOT),
                columns.size(),
                more);
    }

    /// `20 Nov`.
    String day(Instant at) {
        return format("since.pattern", at);
    }

    /// `20 Nov, 14:00`.
    String moment(Instant at) {
        return format("moment.pattern", at);
    }

    private String format(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(language.say(pattern), language.locale().get())
                .withZone(ZoneId.systemDefault())
                .format(at);
    }
}
