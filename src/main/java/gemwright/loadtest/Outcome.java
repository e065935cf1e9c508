package gemwright.loadtest;

/// How one request ended.
enum Outcome {
    OK("2xx"),
    REDIRECTED("3xx"),
    REFUSED("4xx"),
    FAILED("5xx"),
    TIMED_OUT("timeout"),
    CUT("connection");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /// As it stands in the answer.
    String word() {
        return word;
    }

    static Outcome ofStatus(int status) {
        return switch (status / 100) {
            case 1, 2 -> OK;
            case 3 -> REDIRECTED;
            case 4 -> REFUSED;
            default -> FAILED;
        };
    }
}
