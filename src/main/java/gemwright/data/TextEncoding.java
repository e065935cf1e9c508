package gemwright.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// How a text file is encoded.
///
/// @param charset UTF-8, UTF-16 of either byte order, GB18030, or what the user named
/// @param mark bytes of the byte order mark at the start
record TextEncoding(Charset charset, int mark) {
    private static final Charset CHINESE = Charset.forName("GB18030");

    /// Bytes looked at for UTF-16 without a mark.
    private static final int HEAD = 4096;

    /// Tells encodings apart: a byte order mark; the zero bytes of UTF-16; well-formed UTF-8 to the
    /// end; text that is GB18030 to the end and mostly of common Chinese characters. What is none
    /// of these is taken for UTF-8, and its readers name the rows with wrong bytes.
    static TextEncoding of(Opening file) throws IOException {
        byte[] head;
        try (InputStream in = file.open()) {
            head = in.readNBytes(HEAD);
        }
        TextEncoding marked = marked(head);
        if (marked.mark > 0) {
            return marked;
        }
        if (wide(head, 1)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 0);
        }
        if (wide(head, 0)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        try (InputStream in = file.open()) {
            if (allUtf8(in)) {
                return marked;
            }
        }
        try (InputStream in = file.open()) {
            return mostlyChinese(in) ? new TextEncoding(CHINESE, 0) : marked;
        }
    }

    /// Whether these first bytes of a file are UTF-16, with a byte order mark or without.
    static boolean wide(byte[] head) {
        return marked(head).mark == 2 || wide(head, 0) || wide(head, 1);
    }

    /// That encoding, and the byte order mark that a file of it may have.
    static TextEncoding named(Charset charset, byte[] head) {
        TextEncoding marked = marked(head);
        boolean wide = charset.equals(StandardCharsets.UTF_16);
        if (wide && marked.mark == 0) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 0);
        }
        return marked.charset.equals(charset) || wide ? marked : new TextEncoding(charset, 0);
    }

    /// Opens the bytes once more from their start.
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    private static TextEncoding marked(byte[] head) {
        int first = head.length < 2 ? 0 : ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
        if (first == 0xFEFF) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        if (first == 0xFFFE) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        boolean utf8 = first == 0xEFBB && head.length > 2 && (head[2] & 0xFF) == 0xBF;
        return new TextEncoding(StandardCharsets.UTF_8, utf8 ? 3 : 0);
    }

    /// Whether every second byte, from `odd` on, is often zero and the others seldom: Latin
    /// letters, digits and delimiters in UTF-16. A rare Chinese character has a zero in the other
    /// half.
    private static boolean wide(byte[] head, int odd) {
        int zeros = 0;
        int others = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zeros += i % 2 == odd ? 1 : 0;
                others += i % 2 == odd ? 0 : 1;
            }
        }
        // Delimiters and line ends alone make at least one in twenty of a Chinese table.
        return zeros * 40 >= head.length && zeros > others * 5;
    }

    private static boolean allUtf8(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int held = 0;
        for (int read = in.read(buffer, held, buffer.length - held);
                read > 0;
                read = in.read(buffer, held, buffer.length - held)) {
            int filled = held + read;
            int good = Utf8.wellFormed(buffer, 0, filled);
            held = filled - good;
            if (held >= 4) {
                return false;
            }
            System.arraycopy(buffer, good, buffer, 0, held);
        }
        return held == 0;
    }

    private static boolean mostlyChinese(InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        int held = 0;
        long pairs = 0;
        long common = 0;
        for (int read = in.read(buffer, held, buffer.length - held);
                read > 0;
                read = in.read(buffer, held, buffer.length - held)) {
            int filled = held + read;
            int at = 0;
            while (at < filled) {
                int length = chineseLength(buffer, at, filled);
                if (length < 0) {
                    return false;
                }
                if (length == 0) {
                    break;
                }
                pairs += length == 2 ? 1 : 0;
                common += length == 2 && commonPair(buffer, at) ? 1 : 0;
                at += length;
            }
            held = filled - at;
            System.arraycopy(buffer, at, buffer, 0, held);
        }
        return held == 0 && common * 10 >= pairs * 7;
    }

    /// Bytes of the GB18030 character there; 0 where the buffer ends within it, -1 where it is
    /// none.
    private static int chineseLength(byte[] bytes, int at, int filled) {
        if (bytes[at] >= 0) {
            return 1;
        }
        int lead = bytes[at] & 0xFF;
        if (lead == 0x80 || lead == 0xFF) {
            return -1;
        }
        if (at + 1 == filled) {
            return 0;
        }
        int second = bytes[at + 1] & 0xFF;
        if (second >= 0x30 && second <= 0x39) {
            return at + 4 > filled ? 0 : fourBytes(bytes, at) ? 4 : -1;
        }
        return second >= 0x40 && second != 0x7F && second != 0xFF ? 2 : -1;
    }

    private static boolean fourBytes(byte[] bytes, int at) {
        int third = bytes[at + 2] & 0xFF;
        int fourth = bytes[at + 3];
        return third >= 0x81 && third <= 0xFE && fourth >= 0x30 && fourth <= 0x39;
    }

    /// Signs and the 3,755 characters of the first level of GB 2312, which make up nearly all of a
    /// Chinese text. Letters of other eight-bit encodings seldom fall into these pairs.
    private static boolean commonPair(byte[] bytes, int at) {
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        return second >= 0xA1 && ((lead >= 0xA1 && lead <= 0xA9) || (lead >= 0xB0 && lead <= 0xD7));
    }
}
