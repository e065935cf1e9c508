package gemwright.report;

import gemwright.base.Texts;
import gemwright.drift.ColumnReport;
import gemwright.drift.Finding;
import gemwright.drift.Kind;
import gemwright.drift.Outcome;
import gemwright.drift.Series;
import gemwright.drift.TestResult;
import gemwright.drift.Timeline;
import gemwright.drift.Verdict;
import gemwright.report.chart.Chart;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// Words and numbers of the drift report in one language.
final class Phrases {
    private final Texts texts;
    private final DateTimeFormatter days;

    Phrases(Locale language) {
        texts = Texts.of("gemwright.report.texts", language);
        days =
                DateTimeFormatter.ofPattern(texts.of("date"), texts.locale())
                        .withZone(ZoneOffset.UTC);
    }

    Locale language() {
        return texts.locale();
    }

    String of(String key, Object... arguments) {
        return texts.of(key, arguments);
    }

    /// A sentence in which `*…*` stands out; an asterisk in an argument is just an asterisk.
    Text marked(String key, Object... arguments) {
        Object[] safe = arguments.clone();
        for (int i = 0; i < safe.length; i++) {
            if (safe[i] instanceof String words) {
                safe[i] = words.replace('*', Text.STAR);
            }
        }
        return Text.marked(of(key, safe));
    }

    static String count(long count) {
        return number("#,##0", (double) count);
    }

    /// A distance: three decimals, more digits for small ones.
    static String score(double score) {
        if (Double.isNaN(score)) {
            return "–";
        }
        return score != 0 && Math.abs(score) < 0.0005 ? power(score) : number("0.000", score);
    }

    /// A limit as people write it.
    static String limit(double limit) {
        return number("0.00##", limit);
    }

    /// A p-value: a power of ten where it is small.
    static String p(double p) {
        if (Double.isNaN(p)) {
            return "–";
        }
        if (p < 1e-300) {
            return "< 1e−300";
        }
        return p < 0.001 ? power(p) : number("0.000", p);
    }

    private static String power(double value) {
        return number("0E0", value).replace("E", "e");
    }

    /// A share as a percentage.
    static String percent(double share) {
        return number(share != 0 && Math.abs(share) < 0.1 ? "0.0" : "0", 100 * share) + "\u00A0%";
    }

    /// A share as a percentage with one decimal.
    static String percentExactly(double share) {
        return number("0.0", 100 * share) + "\u00A0%";
    }

    /// A value of the user's data with about four digits.
    static String value(double value) {
        double size = Math.abs(value);
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "–";
        }
        if (value == Math.rint(value) && size < 1e15) {
            return number("#,##0", value);
        }
        if (size >= 1e9 || size < 1e-4) {
            return number("0.00E0", value).replace("E", "e");
        }
        return number(
                size >= 1000 ? "#,##0" : size >= 100 ? "0.0" : size >= 1 ? "0.00" : "0.000#",
                value);
    }

    /// The same with its sign.
    static String change(double change) {
        return change > 0 ? "+" + value(change) : value(change);
    }

    private static String number(String pattern, double value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
        symbols.setMinusSign('−');
        String text = new DecimalFormat(pattern, symbols).format(value);
        return text.matches("−[0.,]+") ? text.substring(1) : text;
    }

    String day(Instant moment) {
        return days.format(moment);
    }

    /// Some names in a sentence, the rest as a count.
    String names(List<String> names, int most) {
        String separator = of("list.separator");
        if (names.size() <= most) {
            return String.join(separator, names);
        }
        return of(
                "list.more",
                String.join(separator, names.subList(0, most)),
                count(names.size() - most));
    }

    static String sign(Verdict verdict) {
        return switch (verdict) {
            case DRIFTED -> "◆";
            case WATCH -> "◇";
            case STABLE -> "○";
            case NOT_JUDGED -> "–";
        };
    }

    /// Sign and word.
    Text verdict(Verdict verdict) {
        String words = sign(verdict) + "\u00A0" + of("verdict." + verdict.word());
        return switch (verdict) {
            case DRIFTED -> Text.alert(words);
            case WATCH -> Text.strong(words);
            case STABLE, NOT_JUDGED -> Text.plain(words);
        };
    }

    /// Where the values went, in words: "much higher".
    Optional<String> direction(ColumnReport column) {
        OptionalDouble shift = column.shift();
        if (column.kind() != Kind.NUMERIC || shift.isEmpty()) {
            return Optional.empty();
        }
        double size = Math.abs(shift.getAsDouble());
        if (size < 0.02) {
            return Optional.of(of("direction.same"));
        }
        String step = size < 0.2 ? "little" : size < 0.8 ? "clearly" : "much";
        return Optional.of(
                of("direction." + step + (shift.getAsDouble() > 0 ? ".higher" : ".lower")));
    }

    /// From the reference's median to the current one.
    static Optional<String> medians(ColumnReport column) {
        if (column.reference().spread().isEmpty() || column.current().spread().isEmpty()) {
            return Optional.empty();
        }
        double first = column.reference().spread().get().median();
        double second = column.current().spread().get().median();
        return Optional.of(value(first) + " → " + value(second));
    }

    /// What is odd about the column's data, as sentences.
    List<String> findings(ColumnReport column) {
        return column.findings().stream().map(Finding::reason).map(r -> r.in(language())).toList();
    }

    /// Name and value of a statistic.
    static String statistic(TestResult test) {
        return symbol(test.method()) + "\u00A0" + score(test.outcome().score());
    }

    /// Short names that readers know.
    static String symbol(String method) {
        return switch (method) {
            case "psi" -> "PSI";
            case "jensenshannon" -> "JS";
            case "ks" -> "KS";
            case "chisquare" -> "χ²";
            case "wasserstein" -> "W/s";
            default -> method;
        };
    }

    static OptionalDouble pValue(TestResult test) {
        return switch (test.outcome()) {
            case Outcome.Measured measured -> measured.pValue();
            case Outcome.Undefined _ -> OptionalDouble.empty();
        };
    }

    static double ownStatistic(TestResult test) {
        return switch (test.outcome()) {
            case Outcome.Measured measured -> measured.statistic();
            case Outcome.Undefined _ -> Double.NaN;
        };
    }

    /// The rows of a categorical column that would have to change category.
    static String moved(ColumnReport column) {
        return column.distance().map(t -> percent(t.outcome().score())).orElse("–");
    }

    /// Both medians, where both sides are numbers.
    static Optional<Chart.Middles> middles(ColumnReport column) {
        if (column.reference().spread().isEmpty() || column.current().spread().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Chart.Middles(
                        column.reference().spread().get().median(),
                        column.current().spread().get().median()));
    }

    /// Band, last window and windows outside of a figure over time.
    String band(Series series) {
        return of(
                "rule.series.seen",
                score(series.low()) + "–" + score(series.high()),
                score(series.values().getLast()),
                series.outsideCount());
    }

    /// When a figure changed its level.
    Text change(Timeline timeline, Series series) {
        if (series.change().isEmpty()) {
            return Text.NONE;
        }
        Series.ChangePoint change = series.change().get();
        return Text.muted(
                change.real()
                        ? of("since.change", day(timeline.windows().get(change.window()).from()))
                        : of("since.noChange", p(change.pValue())));
    }

    /// A window within one day, with its hours.
    String hours(Timeline.Window window) {
        DateTimeFormatter clock =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
        return day(window.from())
                + ", "
                + clock.format(window.from())
                + " – "
                + clock.format(window.to());
    }

    /// The figure of a test, which may be large, as that of chi-square.
    static String statisticValue(double statistic) {
        return Math.abs(statistic) >= 100 ? number("#,##0.0", statistic) : score(statistic);
    }
}
