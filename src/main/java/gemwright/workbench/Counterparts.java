package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.drift.Drift;
import gemwright.drift.DriftOptions;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The two sides of a comparison, brought together: what means the same has the same name and the
/// same role.
record Counterparts(Table reference, Table current) {
    /// The same sides with outcomes that came later: each column of `outcomes` but its id joins the
    /// current rows of that id, and is a target on both sides.
    ///
    /// @throws Problem where the rows of the two have no id in common
    Counterparts withOutcomes(Table outcomes, DriftOptions options) throws Problem {
        Column id =
                current.columns().stream()
                        .filter(c -> Drift.role(c, options) == Role.ID)
                        .filter(c -> outcomes.find(c.name()).isPresent())
                        .findFirst()
                        .orElseThrow(() -> Problem.of("watch.noId", "--actuals"));
        Column key = outcomes.find(id.name()).orElseThrow();
        Map<String, Integer> rowOf = new HashMap<>();
        for (int row = 0; row < key.rows(); row++) {
            rowOf.put(key.text(row), row);
        }
        List<Column> joined = new ArrayList<>();
        for (Column outcome : outcomes.columns()) {
            if (!outcome.name().equals(id.name())) {
                joined.add(joined(id, outcome, rowOf));
            }
        }
        Set<String> names = new HashSet<>(joined.stream().map(Column::name).toList());
        List<Column> all = new ArrayList<>(current.without(names).columns());
        all.addAll(joined);
        List<Column> before =
                reference.columns().stream()
                        .map(c -> names.contains(c.name()) ? c.as(Role.TARGET) : c)
                        .toList();
        return new Counterparts(Table.of(before), Table.of(all));
    }

    /// The outcome of each row, of the same kind; missing where there is none yet.
    private static Column joined(Column id, Column outcome, Map<String, Integer> rowOf) {
        int rows = id.rows();
        BitSet missing = new BitSet(rows);
        long[] integers = new long[rows];
        double[] numbers = new double[rows];
        @Nullable String[] texts = new @Nullable String[rows];
        for (int row = 0; row < rows; row++) {
            Integer from = id.missing(row) ? null : rowOf.get(id.text(row));
            boolean known = from != null && !outcome.missing(from);
            missing.set(row, !known);
            numbers[row] = Double.NaN;
            if (from != null && known) {
                texts[row] = outcome.text(from);
                numbers[row] = outcome.kind() == ColumnKind.NUMBER ? outcome.number(from) : 0;
                integers[row] = outcome.kind() == ColumnKind.INTEGER ? outcome.integer(from) : 0;
            }
        }
        Column joined =
                switch (outcome.kind()) {
                    case NUMBER -> Column.numbers(outcome.name(), numbers);
                    case INTEGER -> Column.integers(outcome.name(), integers, missing);
                    case BOOLEAN, TEXT, TIME, TENSOR -> Column.texts(outcome.name(), texts);
                };
        return joined.as(Role.TARGET);
    }

    /// The same sides where the current one is a prediction log. The log knows what the model
    /// reads: other columns of the reference are no lost features. What the model answered is
    /// compared under the reference's name.
    Counterparts logged(DriftOptions options) {
        return answered(Role.PREDICTION, options)
                .answered(Role.PROBABILITY, options)
                .known(options);
    }

    /// Leaves out what only the reference has and no model reads.
    private Counterparts known(DriftOptions options) {
        Set<String> unknown = new HashSet<>();
        for (Column column : reference.columns()) {
            boolean ordering = Drift.role(column, options) == Role.TIME;
            if (current.find(column.name()).isEmpty() && !ordering) {
                unknown.add(column.name());
            }
        }
        return unknown.size() == reference.columns().size()
                ? this
                : new Counterparts(reference.without(unknown), current);
    }

    /// Gives the log's answer the name that it has in the reference.
    private Counterparts answered(Role role, DriftOptions options) {
        List<Column> before = withRole(reference, role, options);
        List<Column> now = withRole(current, role, options);
        boolean pair = role == Role.PROBABILITY && now.size() == 2;
        if (before.size() != 1 || (now.size() != 1 && !pair)) {
            return this;
        }
        Column mine = before.getFirst();
        Set<String> gone = new HashSet<>(now.stream().map(Column::name).toList());
        gone.add(mine.name());
        List<Column> columns = new ArrayList<>(current.without(gone).columns());
        columns.add(now.getLast().named(mine.name()).as(role)); // of two, that of the second class
        return new Counterparts(alike(mine, now.getLast(), role), Table.of(columns));
    }

    /// Labels are text on both sides where they are on one.
    private Table alike(Column mine, Column other, Role role) {
        boolean text = other.kind() == ColumnKind.TEXT && mine.kind() != ColumnKind.TEXT;
        List<Column> columns = new ArrayList<>(reference.without(Set.of(mine.name())).columns());
        columns.add((text ? asText(mine) : mine).as(role));
        return Table.of(columns);
    }

    private static Column asText(Column column) {
        @Nullable String[] texts = new @Nullable String[column.rows()];
        for (int row = 0; row < texts.length; row++) {
            texts[row] = column.missing(row) ? null : column.text(row);
        }
        return Column.texts(column.name(), texts);
    }

    private static List<Column> withRole(Table table, Role role, DriftOptions options) {
        return table.columns().stream()
                .filter(c -> c.kind() != ColumnKind.TENSOR)
                .filter(c -> Drift.role(c, options) == role)
                .toList();
    }
}
