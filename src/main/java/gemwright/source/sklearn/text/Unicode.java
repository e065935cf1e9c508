package gemwright.source.sklearn.text;

import java.text.Normalizer;
import java.util.Locale;

/// What Python says of characters: the parts of the Unicode database that its regular expressions,
/// `lower` and scikit-learn's accent strippers use.
final class Unicode {
    /// Beyond lie ideographs without case or decomposition, their compatibility forms, and tags.
    private static final int[][] MAPPED = {{0, 0x1FFFF}, {0x2F800, 0x2FA1F}};

    /// `Word_Break` in `MidLetter`, `MidNumLet` or `Single_Quote` (Unicode annex 29, table 3).
    private static final String MID_WORD =
            "':.\u00B7\u0387\u055F\u05F4\u2018\u2019\u2024\u2027\uFE13\uFE52\uFE55\uFF07\uFF0E\uFF1A";

    private Unicode() {}

    /// Something to be done for each character that can have a case or a decomposition.
    @FunctionalInterface
    interface Visitor {
        void visit(int character);
    }

    /// Visits all characters that can have a case or a decomposition, in their order.
    static void forEach(Visitor visitor) {
        for (int[] range : MAPPED) {
            for (int c = range[0]; c <= range[1]; c++) {
                if (Character.isDefined(c) && Character.getType(c) != Character.SURROGATE) {
                    visitor.visit(c);
                }
            }
        }
    }

    /// `str.lower` of one character, which is not the end of a word.
    static String lower(int character) {
        return Character.toString(character).toLowerCase(Locale.ROOT);
    }

    /// `strip_accents_unicode`: the compatibility decomposition without combining characters.
    static String withoutAccents(String text) {
        String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder left = new StringBuilder();
        decomposed.codePoints().filter(c -> !isCombining(c)).forEach(left::appendCodePoint);
        return left.toString();
    }

    /// `strip_accents_ascii`: what the compatibility decomposition has in ASCII.
    static String ascii(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD).replaceAll("[^\\x00-\\x7F]", "");
    }

    /// Whether the canonical combining class is not 0. Java does not tell the class, but sorts by
    /// it: such a character changes places with one of class 1 behind it or of class 240 before it.
    static boolean isCombining(int character) {
        if (character < 0x300) {
            return false;
        }
        String text = Character.toString(character);
        String overlaid = text + '\u0334'; // class 1
        String subscript = '\u0345' + text; // class 240, the highest
        return !Normalizer.isNormalized(overlaid, Normalizer.Form.NFD)
                || !Normalizer.isNormalized(subscript, Normalizer.Form.NFD);
    }

    /// `\w` of Python: letters, all kinds of numbers, and the underscore; no combining marks.
    static boolean isWord(int character) {
        if (character == '_' || Character.isLetter(character)) {
            return true;
        }
        int type = Character.getType(character);
        return type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER
                || type == Character.OTHER_NUMBER;
    }

    /// The property `Cased`.
    static boolean isCased(int character) {
        return Character.isLowerCase(character)
                || Character.isUpperCase(character)
                || Character.isTitleCase(character);
    }

    /// The property `Case_Ignorable`.
    static boolean isCaseIgnorable(int character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.FORMAT,
                    Character.MODIFIER_LETTER,
                    Character.MODIFIER_SYMBOL ->
                    true;
            default -> MID_WORD.indexOf(character) >= 0;
        };
    }
}
