package gemwright.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Gives one [String] for equal bytes, so that a category of a million rows is one object, and is
/// not decoded a million times. Remembers what was seen lately, in constant memory.
final class TextPool {
    private static final int PLACES = 1 << 12;

    /// Longer texts are seldom categories.
    private static final int LONGEST = 64;

    private final byte[][] keys = new byte[PLACES][0];
    private final String[] texts = new String[PLACES];

    /// The text of these bytes: well-formed UTF-8, at least one.
    String text(byte[] bytes, int start, int end) {
        if (end - start > LONGEST) {
            return new String(bytes, start, end - start, StandardCharsets.UTF_8);
        }
        int hash = 1;
        for (int at = start; at < end; at++) {
            hash = 31 * hash + bytes[at];
        }
        int place = (hash ^ hash >>> 15) & (PLACES - 1);
        byte[] key = keys[place];
        if (Arrays.equals(key, 0, key.length, bytes, start, end)) {
            return texts[place];
        }
        String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        keys[place] = Arrays.copyOfRange(bytes, start, end);
        texts[place] = text;
        return text;
    }
}
