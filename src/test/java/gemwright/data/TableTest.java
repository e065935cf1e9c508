package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

class TableTest {
    private static final BitSet SECOND = bits(1);

    private final Table table =
            Table.of(
                    Column.numbers("income", 1.5, Double.NaN, 3),
                    Column.integers("age", new long[] {41, 0, 9_007_199_254_740_993L}, SECOND),
                    Column.booleans("open", new long[] {1, 0, 0}, SECOND),
                    Column.times("when", new long[] {0, 0, 1_500_000}, SECOND),
                    Column.texts("city", "Köln", null, ""),
                    Column.tensor("image", NdArray.of(new float[] {1, 2, 3, 4, 5, 6}, 3, 2)));

    @Test
    void missingIsToldApartFromEmptyText() {
        List<Integer> missing = table.columns().stream().map(Column::missingCount).toList();

        assertEquals(List.of(1, 1, 1, 1, 1, 0), missing);
        assertTrue(column("city").missing(1));
        assertFalse(column("city").missing(2));
        assertEquals("", column("city").text(2));
    }

    @Test
    void wholeNumbersAreExactAndSpelledWithoutFraction() {
        assertEquals(9_007_199_254_740_993L, column("age").integer(2));
        assertEquals(List.of("41", "", "9007199254740993"), column("age").texts());
        assertEquals(List.of("1.5", "", "3"), column("income").texts());
    }

    @Test
    void timesAreSpelledInUtc() {
        assertEquals(
                List.of("1970-01-01T00:00:00Z", "", "1970-01-01T00:00:01.500Z"),
                column("when").texts());
    }

    @Test
    void aSliceShowsItsRowsOnly() {
        Table last = table.slice(1, 3);

        assertEquals(2, last.rows());
        assertTrue(last.columns().get(1).missing(0));
        assertEquals("[5.0, 6.0]", last.columns().get(5).text(1));
        assertThrows(IndexOutOfBoundsException.class, () -> last.columns().get(0).number(2));
    }

    @Test
    void slicesPutTogetherAreTheTableAgain() {
        assertEquals(table, Table.concat(List.of(table.slice(0, 1), table.slice(1, 3))));
    }

    @Test
    void wholeAndRealNumbersTogetherAreReal() {
        Column joined = Column.concat(List.of(Column.integers("x", 1), Column.numbers("x", 0.5)));

        assertEquals(Column.numbers("x", 1, 0.5), joined);
    }

    @Test
    void columnsAreChosenByNameAndRole() {
        Table chosen = table.with(column("age").as(Role.TARGET)).select(List.of("city", "age"));

        assertEquals(List.of("city", "age"), chosen.names());
        assertEquals(
                List.of("age"), chosen.withRole(Role.TARGET).stream().map(Column::name).toList());
        assertEquals(List.of("age"), chosen.without(Set.of("city")).names());
    }

    @Test
    void refusesTwoColumnsOfOneNameAndDifferentLengths() {
        Column one = Column.numbers("x", 1);

        assertThrows(IllegalArgumentException.class, () -> Table.of(one, one));
        assertThrows(
                IllegalArgumentException.class, () -> Table.of(one, Column.numbers("y", 1, 2)));
    }

    @Test
    void aTableIsReadInPieces() throws Problem {
        List<Integer> sizes = new ArrayList<>();

        TableSource.of("memory", table)
                .batches(2, Progress.none(), piece -> sizes.add(piece.rows()));

        assertEquals(List.of(2, 1), sizes);
    }

    private Column column(String name) {
        return table.find(name).orElseThrow();
    }

    private static BitSet bits(int... set) {
        BitSet bits = new BitSet();
        for (int bit : set) {
            bits.set(bit);
        }
        return bits;
    }
}
