package gemwright.source.sklearn.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/// A regular expression of Python as RE2 reads it: characters, classes, quantifiers, groups that
/// capture nothing, alternatives. In it, `\w`, `\d` and `\s` are spelled out as Python means them.
///
/// What RE2 has not, or means otherwise, is not translated: anchors, `\b`, look-around, references,
/// flags, capturing groups (of which scikit-learn would take the content).
final class RegularExpression {
    private static final String LETTERS = "\\p{L}";
    private static final String DIGITS = "\\p{Nd}";
    private static final String OTHER_NUMBERS = "\\p{Nl}\\p{No}";
    private static final String SPACES =
            "\\x{9}-\\x{D}\\x{1C}-\\x{20}\\x{85}\\x{A0}\\x{1680}\\x{2000}-\\x{200A}"
                    + "\\x{2028}\\x{2029}\\x{202F}\\x{205F}\\x{3000}";
    private static final String WORDS = LETTERS + DIGITS + OTHER_NUMBERS + "_";

    private final String python;
    private final StringBuilder text = new StringBuilder();
    private int at;
    private boolean wordsOnly = true;
    private boolean matchesSpaces;
    private boolean longestFirst = true;

    private RegularExpression(String python) {
        this.python = python;
    }

    /// The translation; empty where there is none.
    static Optional<RegularExpression> parse(String python) {
        RegularExpression expression = new RegularExpression(python);
        try {
            while (expression.at < python.length()) {
                expression.step();
            }
            Pattern.compile(expression.text());
            return Optional.of(expression);
        } catch (Untranslatable | PatternSyntaxException refused) {
            return Optional.empty();
        }
    }

    /// Something that RE2 has not.
    private static final class Untranslatable extends Exception {
        private static final long serialVersionUID = 1;
    }

    /// As RE2 reads it.
    String text() {
        return text.toString();
    }

    /// Whether all it can match are word characters.
    boolean wordsOnly() {
        return wordsOnly;
    }

    /// Whether a match can have a space in it.
    boolean matchesSpaces() {
        return matchesSpaces;
    }

    /// Whether the longest match, which ONNX Runtime's tokenizer takes, is the one that Python
    /// takes: so it is with nothing but greedy characters.
    boolean longestFirst() {
        return longestFirst;
    }

    /// Whether it does not match the empty text.
    boolean neverEmpty() {
        return !Pattern.compile(text()).matcher("").matches();
    }

    private void step() throws Untranslatable {
        char c = python.charAt(at);
        switch (c) {
            case '[' -> atom(characterClass());
            case '.' -> {
                at++;
                atom("[^\\x{A}]");
            }
            case '\\' -> atom("[" + escape(false) + "]");
            case '(' -> {
                if (!python.startsWith("(?:", at)) {
                    throw new Untranslatable();
                }
                at += 3;
                text.append("(?:");
            }
            case ')' -> {
                at++;
                text.append(')');
                int end = text.length();
                quantifier();
                longestFirst = longestFirst && text.length() == end;
            }
            case '|' -> {
                at++;
                text.append('|');
                longestFirst = false;
            }
            case '^', '$', '*', '+', '?', '{', '}', ']' -> throw new Untranslatable();
            default -> atom("[" + literal() + "]");
        }
    }

    /// One character that is matched, and how often.
    private void atom(String characters) throws Untranslatable {
        text.append(characters);
        Pattern one = Pattern.compile(characters);
        matchesSpaces |= one.matcher(" ").matches();
        wordsOnly = wordsOnly && matchesWordsOnly(one);
        quantifier();
    }

    /// A negated class, which would have characters from everywhere, has some of the first plane.
    private static boolean matchesWordsOnly(Pattern one) {
        for (int c = 0; c < Character.MIN_SURROGATE; c++) {
            if (!Unicode.isWord(c) && one.matcher(Character.toString(c)).matches()) {
                return false;
            }
        }
        return true;
    }

    private void quantifier() throws Untranslatable {
        if (at == python.length()) {
            return;
        }
        char c = python.charAt(at);
        if (c == '*' || c == '+' || c == '?') {
            text.append(c);
            at++;
        } else if (c == '{') {
            int end = python.indexOf('}', at);
            String bounds = end < 0 ? "" : python.substring(at + 1, end);
            if (!bounds.matches("\\d{1,3}|\\d{1,3},\\d{0,3}|,\\d{1,3}")) {
                throw new Untranslatable();
            }
            text.append('{').append(bounds.startsWith(",") ? "0" : "").append(bounds).append('}');
            at = end + 1;
        } else {
            return;
        }
        if (at < python.length() && python.charAt(at) == '?') {
            text.append('?');
            at++;
            longestFirst = false;
        }
    }

    private String characterClass() throws Untranslatable {
        at++;
        boolean negated = python.startsWith("^", at);
        at += negated ? 1 : 0;
        String words = negated ? wordsWithout() : "";
        if (!words.isEmpty()) {
            return words;
        }
        StringBuilder members = new StringBuilder(negated ? "[^" : "[");
        boolean first = true;
        while (at < python.length() && (first || python.charAt(at) != ']')) {
            first = false;
            members.append(member());
            if (python.startsWith("-", at) && !python.startsWith("-]", at)) {
                at++;
                members.append('-');
                members.append(member());
            }
        }
        if (at == python.length()) {
            throw new Untranslatable();
        }
        at++;
        return members.append(']').toString();
    }

    private String member() throws Untranslatable {
        return python.startsWith("\\", at) ? escape(true) : literal();
    }

    /// `[^\W\d_]`: word characters without digits or underscore; empty where the class is another
    /// one.
    private String wordsWithout() {
        int end = python.indexOf(']', at);
        String members = end < 0 ? "" : python.substring(at, end);
        if (!members.contains("\\W") || !members.matches("(\\\\W|\\\\d|_)+")) {
            return "";
        }
        at = end + 1;
        return "["
                + LETTERS
                + (members.contains("\\d") ? "" : DIGITS)
                + OTHER_NUMBERS
                + (members.contains("_") ? "" : "_")
                + "]";
    }

    /// The members of a class that an escape stands for.
    private String escape(boolean inClass) throws Untranslatable {
        if (at + 1 >= python.length()) {
            throw new Untranslatable();
        }
        char c = python.charAt(at + 1);
        at += 2;
        return switch (c) {
            case 'w' -> WORDS;
            case 'd' -> DIGITS;
            case 's' -> SPACES;
            case 'D' -> "\\P{Nd}";
            case 'W' -> negated(WORDS, inClass);
            case 'S' -> negated(SPACES, inClass);
            case 'n' -> "\\x{A}";
            case 't' -> "\\x{9}";
            case 'r' -> "\\x{D}";
            case 'f' -> "\\x{C}";
            case 'v' -> "\\x{B}";
            case 'x' -> hexadecimal(2);
            case 'u' -> hexadecimal(4);
            default -> {
                if (Character.isLetterOrDigit(c)) {
                    throw new Untranslatable();
                }
                yield spelled(c);
            }
        };
    }

    private static String negated(String members, boolean inClass) throws Untranslatable {
        if (inClass) {
            throw new Untranslatable();
        }
        return "^" + members;
    }

    private String hexadecimal(int digits) throws Untranslatable {
        int end = at + digits;
        if (end > python.length() || !python.substring(at, end).matches("[0-9a-fA-F]+")) {
            throw new Untranslatable();
        }
        int code = Integer.parseInt(python.substring(at, end), 16);
        at = end;
        return spelled(code);
    }

    private String literal() throws Untranslatable {
        if (at >= python.length()) {
            throw new Untranslatable();
        }
        int code = python.codePointAt(at);
        at += Character.charCount(code);
        return spelled(code);
    }

    private static String spelled(int code) {
        return "\\x{" + Integer.toHexString(code).toUpperCase(Locale.ROOT) + "}";
    }
}
