package gemwright.workbench;

import java.util.Locale;

/// How far a run came.
public enum RunState {
    /// Still going, or killed before it could say how it ended.
    RUNNING,
    DONE,
    /// Done, and the answer is no.
    NO,
    FAILED,
    CANCELLED;

    /// As `run.json` spells it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static RunState of(String label) {
        for (RunState state : values()) {
            if (state.label().equals(label)) {
                return state;
            }
        }
        return FAILED;
    }
}
