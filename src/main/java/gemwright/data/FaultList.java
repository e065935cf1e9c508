package gemwright.data;

import gemwright.base.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rows of a file that cannot be read, as they are found.
final class FaultList {
    /// Rows kept with their place; the rest is counted.
    private static final int KEPT = 1000;

    /// Rows named in a problem.
    private static final int NAMED = 20;

    private final Path path;
    private final List<RowFault> kept = new ArrayList<>();
    private long count;

    FaultList(Path path) {
        this.path = path;
    }

    /// Notes a row.
    ///
    /// @param row counted from 1 without the header
    /// @param place more about the place, such as a column; may be empty
    void add(String key, long row, String place, Object... arguments) {
        count++;
        if (kept.size() < KEPT) {
            String more = place.isEmpty() ? "" : ", " + place;
            String where = path + ", row " + row + more;
            kept.add(new RowFault(row, Problem.Part.of(key, where, arguments)));
        }
    }

    /// Bad rows in all.
    long count() {
        return count;
    }

    /// The first 1,000 of them, and one more fault that counts the rest.
    List<RowFault> list() {
        List<RowFault> all = new ArrayList<>(kept);
        if (count > kept.size()) {
            String more = Long.toString(count - kept.size());
            all.add(new RowFault(0, Problem.Part.of("data.rows.more", path.toString(), more)));
        }
        return all;
    }

    /// The problem that names them: each of the first twenty, the rest counted by their cause.
    Problem problem() {
        List<Problem.Part> parts = new ArrayList<>();
        Map<String, Problem.Part> rest = new LinkedHashMap<>();
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (RowFault fault : kept) {
            Problem.Part part = fault.part();
            if (parts.size() < NAMED) {
                parts.add(part);
            } else {
                rest.putIfAbsent(part.key(), part);
                counts.merge(part.key(), 1, Integer::sum);
            }
        }
        rest.forEach(
                (key, part) ->
                        parts.add(
                                new Problem.Part(
                                        key,
                                        part.where(),
                                        part.arguments(),
                                        counts.getOrDefault(key, 1))));
        if (count > kept.size()) {
            parts.add(list().getLast().part());
        }
        return Problem.of(parts);
    }
}
