package gemwright.workbench;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Role;
import gemwright.data.Table;
import gemwright.drift.DriftOptions.Window;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Windows of a table as tables of their own, and how people write a window's length.
public final class Windows {
    private static final Pattern SPAN = Pattern.compile("([1-9][0-9]{0,5})([smhdw])");
    private static final Pattern ROWS = Pattern.compile("[1-9][0-9]{0,8}");

    private Windows() {}

    /// One window.
    ///
    /// @param from where it begins: its span, or its first row's time stamp
    /// @param complete whether no further rows can join it
    record Part(Optional<Instant> from, Table rows, boolean complete) {}

    /// A window of `1h`, `30m`, `7d`, `2w`, `45s`, or of that many rows.
    public static Optional<Window> parse(String text) {
        return ROWS.matcher(text).matches()
                ? Optional.of(new Window.Rows(Integer.parseInt(text)))
                : span(text).map(Window.Span::new);
    }

    /// A length of time such as `1h`.
    public static Optional<Duration> span(String text) {
        Matcher span = SPAN.matcher(text);
        if (!span.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(span.group(1));
        return switch (span.group(2)) {
            case "s" -> Optional.of(Duration.ofSeconds(count));
            case "m" -> Optional.of(Duration.ofMinutes(count));
            case "h" -> Optional.of(Duration.ofHours(count));
            case "d" -> Optional.of(Duration.ofDays(count));
            default -> Optional.of(Duration.ofDays(7 * count));
        };
    }

    /// The table's windows in their order; without time stamps only windows of rows can be told,
    /// and a span takes all rows as one.
    static List<Part> of(Table table, Window window) {
        Optional<Column> time = time(table);
        return switch (window) {
            case Window.Rows(int count) -> byCount(table, time, count);
            case Window.Span(var length) ->
                    time.isPresent()
                            ? bySpan(table, time.get(), length.toNanos() / 1000)
                            : byCount(table, time, Math.max(1, table.rows()));
        };
    }

    static Optional<Column> time(Table table) {
        return table.withRole(Role.TIME).stream()
                .filter(column -> column.kind() == ColumnKind.TIME)
                .findFirst()
                .or(
                        () ->
                                table.columns().stream()
                                        .filter(column -> column.kind() == ColumnKind.TIME)
                                        .findFirst());
    }

    private static List<Part> byCount(Table table, Optional<Column> time, int count) {
        List<Part> parts = new ArrayList<>();
        for (int from = 0; from < table.rows(); from += count) {
            int first = from;
            int to = Math.min(table.rows(), from + count);
            Optional<Instant> start =
                    time.filter(column -> !column.missing(first))
                            .map(column -> instant(column.integer(first)));
            parts.add(new Part(start, table.slice(from, to), to - from == count));
        }
        return parts;
    }

    /// A window is complete when a later one has begun.
    private static List<Part> bySpan(Table table, Column time, long micros) {
        TreeMap<Long, List<Table>> slots = new TreeMap<>();
        int from = 0;
        while (from < table.rows()) {
            if (time.missing(from)) {
                from++;
                continue;
            }
            long slot = Math.floorDiv(time.integer(from), micros);
            int to = from + 1;
            while (to < table.rows()
                    && !time.missing(to)
                    && Math.floorDiv(time.integer(to), micros) == slot) {
                to++;
            }
            slots.computeIfAbsent(slot, _ -> new ArrayList<>()).add(table.slice(from, to));
            from = to;
        }
        List<Part> parts = new ArrayList<>();
        slots.forEach(
                (slot, pieces) ->
                        parts.add(
                                new Part(
                                        Optional.of(instant(slot * micros)),
                                        pieces.size() == 1
                                                ? pieces.getFirst()
                                                : Table.concat(pieces),
                                        !slot.equals(slots.lastKey()))));
        return parts;
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
