package gemwright.workbench.alert;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What is told when a rule fires.
///
/// @param from where the window begins, if that is known
public record Alert(Rule rule, Optional<Instant> from, Measured window) {
    /// One line for people.
    public String words() {
        String conditions =
                rule.any().stream()
                        .filter(condition -> condition.holds(window).orElse(false))
                        .map(c -> c.words() + " (" + window.value(c).orElse(Double.NaN) + ")")
                        .collect(Collectors.joining(", "));
        String when = from.map(instant -> ", window from " + instant).orElse("");
        return "Gemwright: " + rule.name() + ": " + conditions + when;
    }

    /// The same as a document.
    public Map<String, @Nullable Object> json() {
        return Json.object(
                "text", words(),
                "rule", rule.name(),
                "window", from,
                "rows", window.report().currentRows(),
                "decision", window.report().decision().word());
    }
}
