package gemwright.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/// Dates and times as in ISO 8601: `2026-02-28`, `2026-02-28T17:05`, `2026-02-28 17:05:09.123456Z`,
/// `…+08:00`. Without a zone they are taken as UTC.
final class Moments {
    private final byte[] bytes;
    private final int end;
    private int at;
    private boolean wrong;

    private Moments(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /// Microseconds since 1970-01-01 UTC; what is finer is cut off. Empty where it is no moment.
    static OptionalLong micros(byte[] bytes, int from, int to) {
        return new Moments(bytes, from, to).read();
    }

    private OptionalLong read() {
        int year = number(4);
        expect('-');
        int month = number(2);
        expect('-');
        int day = number(2);
        int hour = 0;
        int minute = 0;
        int second = 0;
        long nanos = 0;
        int offset = 0;
        if (at < end && (take('T') || take(' '))) {
            hour = number(2);
            expect(':');
            minute = number(2);
            if (take(':')) {
                second = number(2);
                nanos = take('.') || take(',') ? fraction() : 0;
            }
            offset = zone();
        }
        if (wrong || at != end) {
            return OptionalLong.empty();
        }
        try {
            long seconds =
                    LocalDateTime.of(year, month, day, hour, minute, second)
                            .toEpochSecond(ZoneOffset.UTC);
            return OptionalLong.of((seconds - offset) * 1_000_000 + nanos / 1000);
        } catch (DateTimeException noSuchDay) {
            return OptionalLong.empty();
        }
    }

    private int zone() {
        if (at == end || take('Z')) {
            return 0;
        }
        take(' ');
        boolean west = take('-');
        if (!west) {
            expect('+');
        }
        int hours = number(2);
        int minutes = take(':') || at < end ? number(2) : 0;
        if (hours > 18 || minutes > 59) {
            wrong = true;
        }
        int seconds = hours * 3600 + minutes * 60;
        return west ? -seconds : seconds;
    }

    private long fraction() {
        long nanos = 0;
        int digits = 0;
        for (; at < end && bytes[at] >= '0' && bytes[at] <= '9'; at++, digits++) {
            nanos = digits < 9 ? nanos * 10 + (bytes[at] - '0') : nanos;
        }
        wrong |= digits == 0;
        for (int i = digits; i < 9; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    private int number(int digits) {
        int value = 0;
        for (int i = 0; i < digits; i++, at++) {
            if (at >= end || bytes[at] < '0' || bytes[at] > '9') {
                wrong = true;
                return 0;
            }
            value = value * 10 + (bytes[at] - '0');
        }
        return value;
    }

    private boolean take(char letter) {
        if (at < end && bytes[at] == letter) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char letter) {
        wrong |= !take(letter);
    }
}
