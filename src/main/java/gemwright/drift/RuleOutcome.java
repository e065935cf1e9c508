package gemwright.drift;

import java.util.List;

/// Whether one rule fired.
///
/// @param state what came of it
/// @param columns the columns because of which; empty where none
public record RuleOutcome(Rule rule, State state, List<String> columns) {
    /// What came of a rule.
    public enum State {
        RETRAIN,
        WATCH,
        /// True in windows before the last ones, not now.
        EARLIER,
        NOT_FIRED,
        NOT_JUDGED
    }

    public RuleOutcome {
        columns = List.copyOf(columns);
    }

    /// Whether it holds now.
    public boolean fired() {
        return state == State.RETRAIN || state == State.WATCH;
    }
}
