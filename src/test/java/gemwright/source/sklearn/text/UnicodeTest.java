package gemwright.source.sklearn.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Locale;

/// Characters are what Python's `unicodedata`, `re` and `str` say of them.
class UnicodeTest {
    @Test
    void knowsCombiningClassesThatJavaDoesNotTell() {
        // unicodedata.combining: 230, 1, 240, 7, 202
        for (int mark : new int[] {0x301, 0x334, 0x345, 0x93C, 0x327}) {
            assertTrue(Unicode.isCombining(mark), Integer.toHexString(mark));
        }
        // marks whose class is 0, and letters
        for (int other : new int[] {0x903, 0x940, 0x20DD, 'a', 0xE9}) {
            assertFalse(Unicode.isCombining(other), Integer.toHexString(other));
        }
    }

    @Test
    void countsNumbersOfAllKindsButNoMarksAsWords() {
        assertTrue(Unicode.isWord('²') && Unicode.isWord('Ⅷ') && Unicode.isWord('٣'));
        assertFalse(Unicode.isWord(0x940) || Unicode.isWord('-') || Unicode.isWord(0x301));
    }

    @Test
    void lowersWithoutTheMachinesLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals("i", Unicode.lower('I'));
            assertEquals("i\u0307", Unicode.lower('İ'));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void stripsAccentsAsScikitLearnDoes() {
        assertEquals("Koln ss fi 1\u20442", Unicode.withoutAccents("Köln ss ﬁ ½"));
        assertEquals("Koln  12", Unicode.ascii("Köln ß ½"));
    }

    @Test
    void knowsWhatDoesNotCountForCase() {
        assertTrue(Unicode.isCaseIgnorable('\'') && Unicode.isCaseIgnorable(0x301));
        assertFalse(Unicode.isCaseIgnorable('a') || Unicode.isCaseIgnorable(' '));
        assertTrue(Unicode.isCased('a') && Unicode.isCased('ǅ') && !Unicode.isCased('語'));
    }
}
