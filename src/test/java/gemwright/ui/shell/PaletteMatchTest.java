package gemwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class PaletteMatchTest {
    @Test
    void marksTheStartOfAWord() {
        assertEquals(
                Optional.of(new PaletteMatch(80, 8, 10)),
                PaletteMatch.of("qu", "Compare quantized runs", ""));
    }

    @Test
    void findsChineseByTheInitialsOfItsPinyin() {
        assertEquals(Optional.of(new PaletteMatch(70, 0, 2)), PaletteMatch.of("lh", "量化", ""));
    }

    @Test
    void findsTheWordsOfTheOtherLanguage() {
        assertTrue(PaletteMatch.of("量化", "Quantize", "量化").isPresent());
        assertTrue(PaletteMatch.of("lh", "Quantize", "量化").isPresent());
    }

    @Test
    void findsLettersSpreadOverTheWordsLast() {
        assertEquals(
                Optional.of(new PaletteMatch(20, 0, 0)), PaletteMatch.of("opf", "Open file", ""));
    }

    @Test
    void findsNothingThatDoesNotFit() {
        assertEquals(Optional.empty(), PaletteMatch.of("xyz", "Open file", "打开文件"));
    }

    @Test
    void knowsTheFirstLetterOfCommonCharacters() {
        assertEquals("dkwj", Pinyin.initials("打开文件"));
        assertEquals("onnx zh", Pinyin.initials("ONNX 转换"));
    }
}
