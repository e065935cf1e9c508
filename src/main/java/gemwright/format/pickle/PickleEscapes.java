package gemwright.format.pickle;

import gemwright.base.Problem;

/// Backslashes in the texts of protocol 0.
final class PickleEscapes {
    private PickleEscapes() {}

    /// `raw-unicode-escape`: only `\\uXXXX` and `\\UXXXXXXXX` mean something else.
    static String rawUnicode(String line, PickleInput input) throws Problem {
        StringBuilder text = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean escape = c == '\\' && at + 1 < line.length();
            char letter = escape ? line.charAt(at + 1) : ' ';
            if (letter == 'u' || letter == 'U') {
                int digits = letter == 'u' ? 4 : 8;
                text.appendCodePoint(hexadecimal(line, at + 2, digits, input));
                at += 1 + digits;
            } else if (letter == '\\') {
                text.append("\\\\");
                at++;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /// The escapes of a byte string: `\\n`, `\\x41`, `\\101` and their like.
    static String string(String line, PickleInput input) throws Problem {
        StringBuilder text = new StringBuilder(line.length());
        for (int at = 0; at < line.length(); at++) {
            char c = line.charAt(at);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            if (++at == line.length()) {
                throw input.malformed("a text ends in a backslash");
            }
            char letter = line.charAt(at);
            if (letter == 'x') {
                text.append((char) hexadecimal(line, at + 1, 2, input));
                at += 2;
            } else if (letter >= '0' && letter <= '7') {
                int end = at;
                while (end < line.length() && end < at + 3 && isOctal(line.charAt(end))) {
                    end++;
                }
                text.append((char) (Integer.parseInt(line.substring(at, end), 8) & 0xff));
                at = end - 1;
            } else {
                text.append(simple(letter));
            }
        }
        return text.toString();
    }

    private static boolean isOctal(char c) {
        return c >= '0' && c <= '7';
    }

    private static String simple(char letter) {
        return switch (letter) {
            case '\\', '\'', '"' -> String.valueOf(letter);
            case 'a' -> "\u0007";
            case 'b' -> "\b";
            case 'f' -> "\f";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'v' -> "\u000b";
            default -> "\\" + letter;
        };
    }

    private static int hexadecimal(String line, int from, int digits, PickleInput input)
            throws Problem {
        int value = 0;
        for (int at = from; at < from + digits; at++) {
            int digit = at < line.length() ? Character.digit(line.charAt(at), 16) : -1;
            if (digit < 0) {
                throw input.malformed("a backslash without its " + digits + " digits");
            }
            value = value << 4 | digit;
        }
        if (!Character.isValidCodePoint(value)) {
            throw input.malformed("a character beyond U+10FFFF");
        }
        return value;
    }
}
