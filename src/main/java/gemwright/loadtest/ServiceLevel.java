package gemwright.loadtest;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One rule that a server has to keep: `p99<200ms`, `errors<0.1%`, `rps>100`.
///
/// @param rule as it was written
/// @param metric what it looks at
/// @param comparison how the value is held against the limit
/// @param limit in milliseconds, per cent or requests a second
public record ServiceLevel(String rule, Metric metric, Comparison comparison, double limit) {
    private static final Pattern RULE =
            Pattern.compile(
                    "([a-z]+[0-9.]*)\\s*(<=|>=|<|>)\\s*([0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*([a-zA-Zµ%/]*)");

    /// What a rule looks at.
    public enum Metric {
        P50,
        P90,
        P95,
        P99,
        P999,
        MAX,
        MEAN,
        ERRORS,
        RPS;

        double of(LoadResult.Part measured) {
            Latencies latency = measured.latency();
            return switch (this) {
                case P50 -> latency.p50();
                case P90 -> latency.p90();
                case P95 -> latency.p95();
                case P99 -> latency.p99();
                case P999 -> latency.p999();
                case MAX -> latency.max();
                case MEAN -> latency.mean();
                case ERRORS -> measured.errorPercent();
                case RPS -> measured.rps();
            };
        }

        /// The size of one unit as users write it, in the metric's own.
        private double unit(String word) throws IllegalUnit {
            return switch (this) {
                case P50, P90, P95, P99, P999, MAX, MEAN ->
                        switch (word) {
                            case "us", "µs" -> 0.001;
                            case "ms" -> 1;
                            case "s" -> 1_000;
                            default -> throw new IllegalUnit("us, ms, s");
                        };
                case ERRORS ->
                        switch (word) {
                            case "%" -> 1;
                            default -> throw new IllegalUnit("%");
                        };
                case RPS ->
                        switch (word) {
                            case "", "/s", "rps" -> 1;
                            default -> throw new IllegalUnit("/s");
                        };
            };
        }

        /// The unit of [#of].
        public String unit() {
            return switch (this) {
                case P50, P90, P95, P99, P999, MAX, MEAN -> "ms";
                case ERRORS -> "%";
                case RPS -> "/s";
            };
        }
    }

    /// How a value is held against a limit.
    public enum Comparison {
        BELOW("<"),
        AT_MOST("<="),
        ABOVE(">"),
        AT_LEAST(">=");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }

        boolean holds(double value, double limit) {
            return switch (this) {
                case BELOW -> value < limit;
                case AT_MOST -> value <= limit;
                case ABOVE -> value > limit;
                case AT_LEAST -> value >= limit;
            };
        }

        static Comparison of(String sign) {
            for (Comparison comparison : values()) {
                if (comparison.sign.equals(sign)) {
                    return comparison;
                }
            }
            throw new IllegalArgumentException(sign);
        }
    }

    /// A rule held against a result.
    ///
    /// @param value in milliseconds, per cent or requests a second
    public record Verdict(ServiceLevel level, double value, boolean held) {
        Map<String, @Nullable Object> asJson() {
            return Json.object("rule", level.rule, "value", value, "held", held);
        }
    }

    /// Reads rules separated by commas; at least one.
    ///
    /// @throws Problem that names each rule which is not one
    public static List<ServiceLevel> parse(String rules) throws Problem {
        List<ServiceLevel> levels = new ArrayList<>();
        List<Problem.Part> wrong = new ArrayList<>();
        for (String rule : rules.split(",", -1)) {
            try {
                levels.add(one(rule.strip()));
            } catch (IllegalUnit unit) {
                wrong.add(Problem.Part.of("loadtest.ruleUnit", rule.strip(), unit.known));
            } catch (IllegalArgumentException unknown) {
                wrong.add(Problem.Part.of("loadtest.rule", rule.strip()));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
        return levels;
    }

    private static ServiceLevel one(String rule) throws IllegalUnit {
        Matcher parts = RULE.matcher(rule);
        if (!parts.matches()) {
            throw new IllegalArgumentException(rule);
        }
        String name = parts.group(1).replace(".", "").toUpperCase(Locale.ROOT);
        Metric metric = Metric.valueOf(name);
        double limit = Double.parseDouble(parts.group(3)) * metric.unit(parts.group(4));
        return new ServiceLevel(rule, metric, Comparison.of(parts.group(2)), limit);
    }

    /// Holds this rule against a result. Without a single request no rule holds.
    public Verdict judge(LoadResult result) {
        LoadResult.Part measured = result.measured();
        double value = metric.of(measured);
        boolean held = measured.requests() > 0 && comparison.holds(value, limit);
        return new Verdict(this, value, held);
    }

    /// A unit that does not fit its metric.
    private static final class IllegalUnit extends Exception {
        private static final long serialVersionUID = 1L;

        private final String known;

        IllegalUnit(String known) {
            super(known, null, false, false);
            this.known = known;
        }
    }
}
