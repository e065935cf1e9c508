package gemwright.source.sklearn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;

/// Python's regular expressions become RE2's where both match the same, and nothing otherwise.
class RegularExpressionTest {
    @Test
    void spellsOutWhatPythonMeansByAWordCharacter() {
        assertEquals("[\\p{L}\\p{Nd}\\p{Nl}\\p{No}_]+", text("\\w+"));
        assertEquals("[\\p{L}\\p{Nl}\\p{No}]{2,}", text("[^\\W\\d_]{2,}"));
    }

    @Test
    void writesCharactersByTheirCodes() {
        assertEquals("[\\x{61}-\\x{7A}\\x{2D}]{0,3}", text("[a-z-]{,3}"));
    }

    @Test
    void refusesWhatRe2HasNot() {
        for (String python :
                List.of(
                        "\\bx", "^x", "x$", "(x)", "(?=x)x", "(x)\\1", "(?i)x", "x++", "x{1,2",
                        "[x")) {
            assertTrue(RegularExpression.parse(python).isEmpty(), python);
        }
    }

    @Test
    void knowsWhereTheLongestMatchIsNotPythons() {
        assertFalse(parsed("a|ab").longestFirst());
        assertFalse(parsed("ab??").longestFirst());
        assertFalse(parsed("a?(?:ab)?").longestFirst());
        assertTrue(parsed("a?[ab]+").longestFirst());
    }

    @Test
    void knowsWhatCanBeMatched() {
        assertTrue(parsed("[a-zé]+").wordsOnly());
        assertFalse(parsed("[^a]").wordsOnly());
        assertTrue(parsed("\\S+|,").neverEmpty());
        assertFalse(parsed("\\w*").neverEmpty());
        assertTrue(parsed("[^,]+").matchesSpaces());
    }

    private static String text(String python) {
        return parsed(python).text();
    }

    private static RegularExpression parsed(String python) {
        return RegularExpression.parse(python).orElseThrow();
    }
}
