package gemwright.ui.serve;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the server answered.
///
/// @param status of HTTP
/// @param millis from the first byte sent to the last one read
/// @param body as it came
/// @param label the class that the model chose, where the answer has one
/// @param shares the probability of each class, likewise
/// @param refusal what the server had against the request; empty for an answer
record Answer(
        int status,
        double millis,
        String body,
        Optional<String> label,
        List<Share> shares,
        Optional<String> refusal) {
    private static final int GOOD = 200;

    /// The probability of a class.
    ///
    /// @param value 0 to 1
    record Share(String name, double value) {}

    Answer {
        shares = List.copyOf(shares);
    }

    /// Reads what came back.
    static Answer of(int status, double millis, String body) {
        Map<?, ?> document = document(body);
        if (status != GOOD) {
            Object error = document.get("error");
            return new Answer(
                    status,
                    millis,
                    body,
                    Optional.empty(),
                    List.of(),
                    Optional.of(error instanceof String text ? text : body));
        }
        List<Share> shares = shares(document);
        Optional<String> label =
                document.entrySet().stream()
                        .filter(one -> String.valueOf(one.getKey()).contains("label"))
                        .map(Map.Entry::getValue)
                        .filter(one -> one instanceof String || one instanceof Number)
                        .map(String::valueOf)
                        .findFirst();
        return new Answer(status, millis, body, label, shares, Optional.empty());
    }

    /// Whether the request was answered.
    boolean good() {
        return refusal.isEmpty();
    }

    private static Map<?, ?> document(String body) {
        try {
            return Json.parse(body, "") instanceof Map<?, ?> map ? map : Map.of();
        } catch (Problem none) {
            return Map.of(); // a proxy's page, or half an answer: it is shown as it came
        }
    }

    /// The first member that looks like probabilities: numbers of 0 to 1, by class or in order.
    private static List<Share> shares(Map<?, ?> document) {
        for (Map.Entry<?, ?> member : document.entrySet()) {
            if (String.valueOf(member.getKey()).contains("prob")) {
                List<Share> shares = shares(member.getValue());
                if (!shares.isEmpty()) {
                    return shares;
                }
            }
        }
        return List.of();
    }

    private static List<Share> shares(@Nullable Object value) {
        List<Share> shares = new ArrayList<>();
        if (value instanceof Map<?, ?> byClass) {
            byClass.forEach((name, share) -> add(shares, String.valueOf(name), share));
            return shares.size() == byClass.size() ? shares : List.of();
        }
        if (value instanceof List<?> inOrder) {
            for (int i = 0; i < inOrder.size(); i++) {
                add(shares, Integer.toString(i), inOrder.get(i));
            }
            return shares.size() == inOrder.size() ? shares : List.of();
        }
        return List.of();
    }

    private static void add(List<Share> shares, String name, @Nullable Object share) {
        if (share instanceof Number number
                && number.doubleValue() >= 0
                && number.doubleValue() <= 1) {
            shares.add(new Share(name, number.doubleValue()));
        }
    }
}
