package gemwright.data;

/// Whether bytes are well-formed UTF-8 (Unicode 16, table 3-7): no overlong forms, no surrogates.
final class Utf8 {
    private Utf8() {}

    /// Length of the well-formed prefix. A sequence cut off by the end does not count.
    static int wellFormed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int lead = bytes[at];
            if (lead >= 0) {
                at++;
                continue;
            }
            int length = length(lead & 0xFF);
            if (length == 0 || at + length > to || !follows(bytes, at, length)) {
                return at - from;
            }
            at += length;
        }
        return at - from;
    }

    /// Whether all of it is well-formed.
    static boolean valid(byte[] bytes, int from, int to) {
        return wellFormed(bytes, from, to) == to - from;
    }

    /// Bytes of the sequence that this byte leads; 0 where it leads none.
    static int length(int lead) {
        if (lead >= 0xC2 && lead <= 0xDF) {
            return 2;
        }
        if (lead >= 0xE0 && lead <= 0xEF) {
            return 3;
        }
        return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
    }

    private static boolean follows(byte[] bytes, int at, int length) {
        int lead = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        int low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
        int high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
        if (second < low || second > high) {
            return false;
        }
        for (int i = 2; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
