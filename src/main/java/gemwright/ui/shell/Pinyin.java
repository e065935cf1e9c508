package gemwright.ui.shell;

import java.nio.charset.Charset;

/// The first letters of Chinese words in pinyin: `lh` for 量化.
///
/// The common characters of GB 2312 stand in the order of their pinyin, so the letter follows from
/// the place in that table (GB 2312-1980, level 1, rows 16 to 55).
final class Pinyin {
    private static final Charset TABLE = Charset.forName("GB2312");
    private static final String LETTERS = "abcdefghjklmnopqrstwxyz";
    private static final int END = 0xD7FA;

    /// Where each letter of [#LETTERS] begins in the table.
    private static final java.util.List<Integer> BEGINS =
            java.util.List.of(
                    0xB0A1, 0xB0C5, 0xB2C1, 0xB4EE, 0xB6EA, 0xB7A2, 0xB8C1, 0xB9FE, 0xBBF7, 0xBFA6,
                    0xC0AC, 0xC2E8, 0xC4C3, 0xC5B6, 0xC5BE, 0xC6DA, 0xC8BB, 0xC8F6, 0xCBFA, 0xCDDA,
                    0xCEF4, 0xD1B9, 0xD4D1);

    private Pinyin() {}

    /// One letter for each character: that of its pinyin, or the character itself in lower case.
    static String initials(String text) {
        StringBuilder initials = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            initials.append(initial(text.charAt(i)));
        }
        return initials.toString();
    }

    private static char initial(char c) {
        if (c < 0x80) {
            return Character.toLowerCase(c);
        }
        byte[] bytes = String.valueOf(c).getBytes(TABLE);
        if (bytes.length != 2) {
            return c;
        }
        int place = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
        if (place < BEGINS.getFirst() || place >= END) {
            return c;
        }
        int letter = 0;
        while (letter + 1 < BEGINS.size() && place >= BEGINS.get(letter + 1)) {
            letter++;
        }
        return LETTERS.charAt(letter);
    }
}
