package gemwright.ui.desk;

/// How good the news is; a screen shows it by icon, word and colour together.
public enum Tone {
    /// Nothing to judge.
    NEUTRAL,
    /// Work goes on.
    WORKING,
    /// As hoped.
    SUCCESS,
    /// Look at it.
    WARNING,
    /// It failed, or it is dangerous.
    DANGER;

    /// The style class of this tone, such as `success`.
    public String style() {
        return switch (this) {
            case NEUTRAL -> "neutral";
            case WORKING -> "accent";
            case SUCCESS -> "success";
            case WARNING -> "warning";
            case DANGER -> "danger";
        };
    }
}
