package gemwright.ui.serve;

import gemwright.loadtest.ServiceLevel;
import gemwright.ui.text.Language;

import java.text.NumberFormat;

/// Service levels in words.
final class LoadWords {
    private LoadWords() {}

    /// `p99 < 200 ms`, `Errors < 0.1 %`, `Rate > 100 / s`.
    static String rule(Language language, ServiceLevel level) {
        return language.say("metric." + level.metric().name())
                + " "
                + sign(level)
                + " "
                + withUnit(language, level.metric(), limit(level.limit(), language));
    }

    /// What was measured, with its unit.
    static String value(Language language, ServiceLevel.Verdict verdict) {
        return withUnit(
                language,
                verdict.level().metric(),
                language.figures().significant(verdict.value()));
    }

    /// A limit as it was written, without zeros behind.
    private static String limit(double value, Language language) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale().get());
        format.setMaximumFractionDigits(6);
        return format.format(value);
    }

    private static String withUnit(Language language, ServiceLevel.Metric metric, String number) {
        return switch (metric) {
            case P50, P90, P95, P99, P999, MAX, MEAN -> number + " ms";
            case ERRORS -> number + " %";
            case RPS -> language.say("serve.perSecond", number);
        };
    }

    private static String sign(ServiceLevel level) {
        return switch (level.comparison()) {
            case BELOW -> "<";
            case AT_MOST -> "≤";
            case ABOVE -> ">";
            case AT_LEAST -> "≥";
        };
    }
}
