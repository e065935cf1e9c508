package gemwright.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;

class TableViewTest {
    private static final Table TABLE =
            Table.of(
                    Column.numbers("x", 3, Double.NaN, -1.5, 2),
                    Column.integers(
                            "X",
                            new long[] {1, 2, 0, 9007199254740993L},
                            BitSet.valueOf(new long[] {4})),
                    Column.texts("city", "Köln", null, "köln", "Paris"));

    private final TableView view = TableView.of(TABLE);

    @Test
    void showsTheCellsOfTheTableAsTheyAre() {
        assertEquals("-1.5", view.text(2, 0));
        assertEquals("9007199254740993", view.text(3, 1));
        assertEquals(true, view.missing(1, 2));
    }

    @Test
    void sortsByAnyColumnEvenWhereNamesDifferInCaseOnly() {
        assertEquals(List.of(3, 1, 0, 2), originals(view.sorted(1, false)));
        assertEquals(List.of(2, 3, 0, 1), originals(view.sorted(0, true)));
    }

    @Test
    void filtersAndSlices() {
        assertEquals(List.of(0, 3), originals(view.between(0, 2, 3)));
        assertEquals(List.of(0), originals(view.equalTo(2, "Köln")));
        assertEquals(List.of(0, 2), originals(view.containing("KÖL")));
        assertEquals(List.of(1), originals(view.missing(2)));
        assertEquals(List.of(1, 2), originals(view.slice(1, 3)));
        assertEquals(List.of(3), originals(view.between(0, 2, 3).slice(1, 2)));
    }

    @Test
    void sumsUpEachColumn() {
        ColumnSummary x = view.summary().get(0);
        ColumnSummary city = view.summary().get(2);

        assertEquals(
                new ColumnSummary(
                        "x",
                        ColumnKind.NUMBER,
                        4,
                        1,
                        3,
                        OptionalDouble.of(-1.5),
                        OptionalDouble.of(3),
                        x.mean(),
                        x.deviation()),
                x);
        // statistics.stdev([3, -1.5, 2]) of Python 3.11
        assertEquals(3.5 / 3, x.mean().orElseThrow(), 1e-15);
        assertEquals(2.3629078131263044, x.deviation().orElseThrow(), 1e-15);
        assertEquals(List.of(1, 3), List.of(city.missing(), city.distinct()));
    }

    private static List<Integer> originals(TableView view) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < view.rows(); row++) {
            rows.add(view.original(row));
        }
        return rows;
    }
}
