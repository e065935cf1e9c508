package gemwright.ui.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Locale;

class FiguresTest {
    private final Figures figures = new Figures(Locale.ENGLISH);

    @Test
    void writesThreeSignificantDigits() {
        assertEquals("0.412", figures.significant(0.41234));
        assertEquals("−0.471", figures.significant(-0.4709));
        assertEquals("18.2", figures.significant(18.24));
        assertEquals("17,100", figures.significant(17_100.4));
        assertEquals("0", figures.significant(0));
        assertEquals("2.4e−7", figures.significant(2.4e-7));
        assertEquals("NaN", figures.significant(Double.NaN));
    }

    @Test
    void writesSizesInDecimalUnits() {
        assertEquals("999 B", figures.bytes(999));
        assertEquals("12.4 KB", figures.bytes(12_400));
        assertEquals("486 KB", figures.bytes(486_000));
        assertEquals("4.1 MB", figures.bytes(4_100_000));
    }

    @Test
    void writesHowLongItTook() {
        assertEquals("1.80 ms", figures.duration(Duration.ofNanos(1_800_000)));
        assertEquals("0.840 s", figures.duration(Duration.ofMillis(840)));
        assertEquals("2:05 min", figures.duration(Duration.ofSeconds(125)));
    }

    @Test
    void separatesThousandsAndShortensMillions() {
        assertEquals("15,000", figures.count(15_000));
        assertEquals("9,408", figures.large(9_408));
        assertEquals("118 M", figures.large(118_013_952));
    }
}
