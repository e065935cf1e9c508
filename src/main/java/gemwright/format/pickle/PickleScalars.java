package gemwright.format.pickle;

import gemwright.base.Problem;

import java.lang.foreign.ValueLayout;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;

/// Numbers and texts as the opcodes spell them.
final class PickleScalars {
    // Reading decimal digits takes time that grows with the square of their number.
    private static final int DIGITS_MAX = 1000;
    private static final int BINARY_LONG_MAX = 1 << 16;

    private final PickleInput input;
    private final Budget budget;

    PickleScalars(PickleInput input, Budget budget) {
        this.input = input;
        this.budget = budget;
    }

    /// A line in UTF-8, without its line feed.
    String line() throws Problem {
        return kept(new String(input.line(), StandardCharsets.UTF_8));
    }

    /// A memo index of protocol 0.
    long index() throws Problem {
        String digits = line();
        if (digits.isEmpty()
                || digits.length() > 18
                || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw input.malformed("a memo index is not " + shown(digits));
        }
        return Long.parseLong(digits);
    }

    /// `INT`: digits, or `00` and `01` for the truth values.
    PickleValue decimal() throws Problem {
        String digits = line().strip();
        return switch (digits) {
            case "00" -> PickleBoolean.FALSE;
            case "01" -> PickleBoolean.TRUE;
            default -> whole(digits);
        };
    }

    /// `LONG`: digits and perhaps an `L`.
    PickleValue decimalLong() throws Problem {
        String digits = line().strip();
        return whole(digits.endsWith("L") ? digits.substring(0, digits.length() - 1) : digits);
    }

    private PickleValue whole(String digits) throws Problem {
        if (digits.length() > DIGITS_MAX) {
            throw input.malformed("a number of " + digits.length() + " digits");
        }
        if (!digits.matches("[+-]?[0-9]+")) {
            throw input.malformed("a whole number is not " + shown(digits));
        }
        return PickleBigInteger.of(new BigInteger(digits));
    }

    /// `LONG1`, `LONG4`: two's complement, lowest byte first.
    PickleValue binaryLong(int length) throws Problem {
        if (length < 0 || length > BINARY_LONG_MAX) {
            throw input.beyond(length);
        }
        if (length == 0) {
            return PickleInteger.of(0);
        }
        byte[] bytes = input.take(length).toArray(ValueLayout.JAVA_BYTE);
        for (int low = 0, high = length - 1; low < high; low++, high--) {
            byte swapped = bytes[low];
            bytes[low] = bytes[high];
            bytes[high] = swapped;
        }
        budget.charge(Budget.TEXT_BYTES + length);
        return PickleBigInteger.of(new BigInteger(bytes));
    }

    /// `FLOAT`: as Python's `repr` writes it.
    PickleValue decimalFloat() throws Problem {
        String digits = line().strip();
        return switch (digits) {
            case "nan" -> new PickleFloat(Double.NaN);
            case "inf" -> new PickleFloat(Double.POSITIVE_INFINITY);
            case "-inf" -> new PickleFloat(Double.NEGATIVE_INFINITY);
            default -> {
                if (digits.length() > DIGITS_MAX
                        || !digits.matches("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?")) {
                    throw input.malformed("a number is not " + shown(digits));
                }
                yield new PickleFloat(Double.parseDouble(digits));
            }
        };
    }

    PickleValue text(long length) throws Problem {
        if (length < 0) {
            throw input.beyond(length);
        }
        return new PickleText(kept(input.text(length)));
    }

    /// `BINSTRING`, `SHORT_BINSTRING`: a byte string of Python 2.
    PickleValue latin(int length) throws Problem {
        if (length < 0) {
            throw input.beyond(length);
        }
        byte[] bytes = input.take(length).toArray(ValueLayout.JAVA_BYTE);
        return new PickleText(kept(new String(bytes, StandardCharsets.ISO_8859_1)));
    }

    /// `STRING`: a byte string as Python 2 prints it, in quotes.
    PickleValue quoted() throws Problem {
        String line = new String(input.line(), StandardCharsets.ISO_8859_1).strip();
        int last = line.length() - 1;
        if (last < 1 || line.charAt(0) != line.charAt(last) || "'\"".indexOf(line.charAt(0)) < 0) {
            throw input.malformed("a text without its quotes");
        }
        return new PickleText(kept(PickleEscapes.string(line.substring(1, last), input)));
    }

    /// `UNICODE`: ISO 8859-1 with `\\uXXXX` for what lies outside.
    PickleValue escapedText() throws Problem {
        String line = new String(input.line(), StandardCharsets.ISO_8859_1);
        return new PickleText(kept(PickleEscapes.rawUnicode(line, input)));
    }

    private String kept(String text) throws Problem {
        budget.charge(Budget.TEXT_BYTES + text.length());
        return text;
    }

    private static String shown(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
