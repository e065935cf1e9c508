package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.data.Column;
import gemwright.data.Table;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.BitSet;

/// The newest rows, in whatever order they come.
class LatestRowsTest {
    private static final long MINUTE = 60_000_000;

    @Test
    void countsBackFromTheNewestRow() {
        Table table = table(0, 70, 30, 90, 31);

        assertEquals(table(70, 90, 31), LatestRows.of(table, Duration.ofMinutes(59)));
    }

    @Test
    void keepsARowOnTheEdge() {
        assertEquals(table(30, 90), LatestRows.of(table(29, 30, 90), Duration.ofMinutes(60)));
    }

    @Test
    void leavesATableWithoutTimesAlone() {
        Table table = Table.of(Column.numbers("age", 1, 2));

        assertEquals(table, LatestRows.of(table, Duration.ofMinutes(1)));
    }

    private static Table table(int... minutes) {
        long[] micros = new long[minutes.length];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = minutes[i] * MINUTE;
        }
        return Table.of(Column.times("when", micros, new BitSet()));
    }
}
