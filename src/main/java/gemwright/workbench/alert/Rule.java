package gemwright.workbench.alert;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// When to raise an alert, and whom to tell.
///
/// @param any conditions of which one must hold
/// @param windows in so many windows in a row, up to the last
/// @param coolDown how long it says nothing after it has spoken
/// @param to names of channels
public record Rule(
        String name, List<Condition> any, int windows, Duration coolDown, List<String> to) {
    public Rule {
        any = List.copyOf(any);
        to = List.copyOf(to);
    }

    /// Whether it holds at the last of these windows; empty where that cannot be told.
    Optional<Boolean> holds(List<Measured> history) {
        if (history.size() < windows) {
            return Optional.of(false);
        }
        boolean unknown = false;
        for (Measured window : history.subList(history.size() - windows, history.size())) {
            Optional<Boolean> here = holds(window);
            if (here.isPresent() && !here.get()) {
                return here;
            }
            unknown |= here.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(true);
    }

    private Optional<Boolean> holds(Measured window) {
        boolean unknown = false;
        for (Condition condition : any) {
            Optional<Boolean> here = condition.holds(window);
            if (here.isPresent() && here.get()) {
                return here;
            }
            unknown |= here.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(false);
    }
}
