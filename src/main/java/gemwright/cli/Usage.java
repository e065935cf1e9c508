package gemwright.cli;

/// The options were understood one by one but do not fit together: exit code 2.
final class Usage extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Usage(String message) {
        super(message);
    }
}
