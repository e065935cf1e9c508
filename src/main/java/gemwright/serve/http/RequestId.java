package gemwright.serve.http;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/// What names a request in its answer and in the log.
public final class RequestId {
    private static final Pattern SAFE = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private RequestId() {}

    /// The client's own, where it is one that a log can hold; else a new one.
    public static String of(Optional<String> given) {
        return given.filter(id -> SAFE.matcher(id).matches()).orElseGet(RequestId::fresh);
    }

    private static String fresh() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextInt());
    }
}
