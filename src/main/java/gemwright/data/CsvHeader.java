package gemwright.data;

import gemwright.base.Problem;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names of the columns of a CSV file.
///
/// @param names unique and not empty
/// @param notes what was done about columns without a name
record CsvHeader(List<String> names, List<RowFault> notes) {
    /// The names in a header record.
    ///
    /// @throws Problem for two columns of one name, and for bytes that are no text
    static CsvHeader of(CsvRecords header, Path path) throws Problem {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < header.fields(); i++) {
            Optional<String> name = Cells.text(header.bytes(), header.start(i), header.end(i));
            if (name.isEmpty()) {
                throw Problem.of("data.bytes", path + ", header, column " + (i + 1));
            }
            names.add(name.get());
        }
        return unique(names, path);
    }

    /// Names for a file without a header: `column 1`, `column 2` …
    static CsvHeader numbered(int columns) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
            names.add("column " + i);
        }
        return new CsvHeader(names, List.of());
    }

    /// A column without a name, such as the index that pandas writes, is called by its place.
    static CsvHeader unique(List<String> found, Path path) throws Problem {
        List<String> names = new ArrayList<>();
        List<RowFault> notes = new ArrayList<>();
        Map<String, Integer> places = new HashMap<>();
        List<Problem.Part> twice = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String place = Integer.toString(i + 1);
            String name = found.get(i);
            if (name.isEmpty()) {
                name = "column " + place;
                notes.add(
                        new RowFault(
                                0,
                                Problem.Part.of(
                                        "data.header.empty", path + ", header", place, name)));
            }
            Integer before = places.putIfAbsent(name, i + 1);
            if (before != null) {
                twice.add(
                        Problem.Part.of(
                                "data.header.twice",
                                path + ", header",
                                name,
                                Integer.toString(before),
                                place));
            }
            names.add(name);
        }
        if (!twice.isEmpty()) {
            throw Problem.of(twice);
        }
        return new CsvHeader(names, notes);
    }
}
