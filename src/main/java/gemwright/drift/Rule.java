package gemwright.drift;

/// The rules behind the decision, in the order in which they are listed.
public enum Rule {
    /// At least two drifted features that carry a fifth of the importance, outside their band.
    FEATURES("F"),
    /// The realised metric is below its lowest reference window.
    PERFORMANCE("P"),
    /// Mean confidence outside its band.
    CONFIDENCE("C"),
    /// Missing values, new or lost categories, lost columns, changed types.
    QUALITY("Q");

    private final String letter;

    Rule(String letter) {
        this.letter = letter;
    }

    /// The letter under which the report lists it.
    public String letter() {
        return letter;
    }
}
