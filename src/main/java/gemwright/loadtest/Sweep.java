package gemwright.loadtest;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a server does with 1, 2, 4 … connections at the same time.
///
/// @param steps one for each number of connections, rising
public record Sweep(List<Step> steps) {
    /// A step that brings less than this share more requests a second is not worth it.
    private static final double WORTH = 0.1;

    public Sweep {
        steps = List.copyOf(steps);
    }

    /// One number of connections.
    ///
    /// @param held whether every rule was kept; true where there are none
    public record Step(int connections, LoadResult.Part measured, boolean held) {}

    /// The powers of two up to a number of connections, and that number.
    public static List<Integer> upTo(int most) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = 1; number < most; number *= 2) {
            numbers.add(number);
        }
        numbers.add(most);
        return numbers;
    }

    /// The knee: the number of connections from which on a doubling brings less than a tenth more
    /// requests a second, so that more of them only wait longer; empty where there was no step.
    public OptionalInt knee() {
        for (int i = 0; i + 1 < steps.size(); i++) {
            double now = steps.get(i).measured().rps();
            double next = steps.get(i + 1).measured().rps();
            if (next < now * (1 + WORTH)) {
                return OptionalInt.of(steps.get(i).connections());
            }
        }
        return steps.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(steps.getLast().connections());
    }

    /// The most connections up to which every rule was kept at each step; empty where not even the
    /// first kept them.
    public OptionalInt held() {
        OptionalInt most = OptionalInt.empty();
        for (Step step : steps) {
            if (!step.held()) {
                break;
            }
            most = OptionalInt.of(step.connections());
        }
        return most;
    }

    /// The document of `loadtest --sweep --json`.
    public Map<String, @Nullable Object> asJson() {
        Map<String, @Nullable Object> document =
                Json.object("steps", steps.stream().map(Sweep::asJson).toList());
        knee().ifPresent(knee -> document.put("knee", knee));
        held().ifPresent(held -> document.put("held", held));
        return document;
    }

    private static Map<String, @Nullable Object> asJson(Step step) {
        return Json.object(
                "connections", step.connections(),
                "requests", step.measured().requests(),
                "errors", step.measured().errors(),
                "rps", step.measured().rps(),
                "latencyMs", step.measured().latency().asJson(),
                "held", step.held());
    }
}
