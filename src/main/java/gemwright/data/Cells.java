package gemwright.data;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the bytes of one cell of a text file say: which kinds they could be, and their value.
///
/// Nothing is allocated to tell the kind, so that a whole file can be looked at before its columns
/// get their kinds.
final class Cells {
    /// Nothing between the delimiters.
    static final int EMPTY = 0;

    /// A whole number that fits 64 bits.
    static final int WHOLE = 1;

    /// A whole number that does not fit 64 bits.
    static final int LONG_WHOLE = 2;

    /// A whole number with a leading zero: a code, such as a postcode.
    static final int CODE = 4;

    /// A number with a fraction or an exponent, NaN or an infinity.
    static final int REAL = 8;

    /// True or false.
    static final int TRUTH = 16;

    /// A date, or a date and a time, as in ISO 8601.
    static final int MOMENT = 32;

    /// Anything else.
    static final int WORDS = 64;

    /// Powers of ten that a `double` holds exactly.
    private static final double[] EXACT_TENS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
        1e17, 1e18, 1e19, 1e20, 1e21, 1e22
    };

    private Cells() {}

    /// One of the constants above.
    static int kind(byte[] bytes, int start, int end) {
        if (start == end) {
            return EMPTY;
        }
        int from = afterBlanks(bytes, start, end);
        int to = beforeBlanks(bytes, from, end);
        if (from == to) {
            return WORDS;
        }
        int number = number(bytes, from, to);
        if (number != WORDS) {
            return number;
        }
        // Blanks around a number are padding; around a word they are part of the text.
        if (from != start || to != end) {
            return notFinite(bytes, from, to) ? REAL : WORDS;
        }
        return word(bytes, from, to);
    }

    /// The kind that a column has whose cells have these kinds, or-ed together.
    static ColumnKind together(int seen) {
        if ((seen & ~(WHOLE | LONG_WHOLE | REAL)) == 0) {
            // Numbers only. Whole ones too long for 64 bits are identifiers, unless fractions say
            // that it is a measure.
            boolean real = (seen & REAL) != 0 || seen == 0;
            boolean identifiers = (seen & LONG_WHOLE) != 0;
            return real ? ColumnKind.NUMBER : identifiers ? ColumnKind.TEXT : ColumnKind.INTEGER;
        }
        return switch (seen) {
            case TRUTH -> ColumnKind.BOOLEAN;
            case MOMENT -> ColumnKind.TIME;
            default -> ColumnKind.TEXT;
        };
    }

    /// Whether a cell of that kind can stand in such a column.
    static boolean fits(int cell, ColumnKind column) {
        return switch (column) {
            case NUMBER -> (cell & ~(WHOLE | LONG_WHOLE | CODE | REAL)) == 0;
            case INTEGER -> (cell & ~(WHOLE | CODE)) == 0;
            case BOOLEAN -> (cell & ~TRUTH) == 0;
            case TIME -> (cell & ~MOMENT) == 0;
            case TEXT -> true;
            case TENSOR -> false;
        };
    }

    private static int number(byte[] bytes, int from, int to) {
        int at = from + (sign(bytes[from]) ? 1 : 0);
        int whole = digits(bytes, at, to);
        int next = at + whole;
        if (next == to) {
            return whole == 0 ? WORDS : whole(bytes, at, to, whole);
        }
        int fraction = 0;
        if (bytes[next] == '.') {
            fraction = digits(bytes, next + 1, to);
            next += 1 + fraction;
        }
        if (whole + fraction == 0) {
            return WORDS;
        }
        if (next < to && (bytes[next] | 0x20) == 'e') {
            next++;
            next += next < to && sign(bytes[next]) ? 1 : 0;
            int exponent = digits(bytes, next, to);
            next = exponent == 0 ? -1 : next + exponent;
        }
        return next == to ? REAL : WORDS;
    }

    private static int whole(byte[] bytes, int at, int to, int digits) {
        if (digits > 1 && bytes[at] == '0') {
            return CODE;
        }
        if (digits < 19) {
            return WHOLE;
        }
        if (digits > 19) {
            return LONG_WHOLE;
        }
        // 19 digits: as text order is number order.
        String limit = "9223372036854775807";
        for (int i = 0; i < 19; i++) {
            if (bytes[at + i] != limit.charAt(i)) {
                return bytes[at + i] < limit.charAt(i) ? WHOLE : LONG_WHOLE;
            }
        }
        return to - at == 19 ? WHOLE : LONG_WHOLE;
    }

    private static int word(byte[] bytes, int from, int to) {
        if (notFinite(bytes, from, to)) {
            return REAL;
        }
        if (is(bytes, from, to, "true") || is(bytes, from, to, "false")) {
            return TRUTH;
        }
        boolean dated = to - from >= 10 && bytes[from + 4] == '-' && bytes[from] <= '9';
        return dated && Moments.micros(bytes, from, to).isPresent() ? MOMENT : WORDS;
    }

    private static boolean notFinite(byte[] bytes, int from, int to) {
        int at = from + (sign(bytes[from]) ? 1 : 0);
        return is(bytes, at, to, "nan")
                || is(bytes, at, to, "inf")
                || is(bytes, at, to, "infinity");
    }

    /// The value of a cell of kind [#WHOLE] or [#CODE].
    static long whole(byte[] bytes, int start, int end) {
        int from = afterBlanks(bytes, start, end);
        int to = beforeBlanks(bytes, from, end);
        long value = 0;
        for (int at = from + (sign(bytes[from]) ? 1 : 0); at < to; at++) {
            value = value * 10 + (bytes[at] - '0');
        }
        return bytes[from] == '-' ? -value : value;
    }

    /// The value of a cell of any number's kind: the nearest `double`.
    static double real(byte[] bytes, int start, int end) {
        int from = afterBlanks(bytes, start, end);
        int to = beforeBlanks(bytes, from, end);
        boolean negative = bytes[from] == '-';
        int at = from + (sign(bytes[from]) ? 1 : 0);
        int first = bytes[at] | 0x20;
        if (first == 'n') {
            return Double.NaN;
        }
        if (first == 'i') {
            return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        long mantissa = 0;
        int digits = 0;
        int exponent = 0;
        boolean point = false;
        for (; at < to && (bytes[at] | 0x20) != 'e'; at++) {
            if (bytes[at] == '.') {
                point = true;
                continue;
            }
            digits += digits > 0 || bytes[at] != '0' ? 1 : 0;
            exponent -= point ? 1 : 0;
            mantissa = mantissa * 10 + (bytes[at] - '0');
        }
        // Exact mantissa and exact power of ten: one rounding, so the result is the nearest double
        // (Clinger, "How to read floating point numbers accurately", 1990).
        if (at == to && digits <= 15 && exponent >= -22) {
            double value = mantissa / EXACT_TENS[-exponent];
            return negative ? -value : value;
        }
        return Double.parseDouble(new String(bytes, from, to - from, StandardCharsets.US_ASCII));
    }

    /// Whether a cell of kind [#TRUTH] says true.
    static boolean truth(byte[] bytes, int start, int end) {
        return end - start == 4;
    }

    /// The text of a cell, where its bytes are UTF-8.
    static Optional<String> text(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] < 0) {
                return decoded(bytes, start, end);
            }
        }
        return Optional.of(new String(bytes, start, end - start, StandardCharsets.ISO_8859_1));
    }

    private static Optional<String> decoded(byte[] bytes, int start, int end) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .decode(ByteBuffer.wrap(bytes, start, end - start))
                            .toString());
        } catch (CharacterCodingException malformed) {
            return Optional.empty();
        }
    }

    private static boolean is(byte[] bytes, int from, int to, String lowerCase) {
        if (to - from != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if ((bytes[from + i] | 0x20) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean sign(byte letter) {
        return letter == '+' || letter == '-';
    }

    private static int digits(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at - from;
    }

    private static boolean blank(byte letter) {
        return letter == ' ' || letter == '\t';
    }

    private static int afterBlanks(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && blank(bytes[at])) {
            at++;
        }
        return at;
    }

    private static int beforeBlanks(byte[] bytes, int from, int to) {
        int at = to;
        while (at > from && blank(bytes[at - 1])) {
            at--;
        }
        return at;
    }
}
