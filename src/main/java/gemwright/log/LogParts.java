package gemwright.log;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.Lines;
import gemwright.data.ParquetFile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the segments of a log and tells what they hold.
final class LogParts {
    /// The member of a Parquet file's notes that holds the schema's line.
    static final String NOTE = "gemwright.log";

    /// Folders below the one that is named: the model's, the version's.
    private static final int DEEPEST = 2;

    private LogParts() {}

    /// A segment with its schema.
    record Part(Path path, LogSchema schema) {}

    /// The segments at most two folders below, in the order of their names, which begin with their
    /// time. Lines whose packed file is there already count once.
    static List<Path> paths(Path folder) throws IOException {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            collect(folder, DEEPEST, found);
        } else {
            found.add(folder);
        }
        found.removeIf(path -> !Segment.named(path) && !Segment.packed(path));
        found.sort(Comparator.comparing(path -> path.getFileName().toString()));
        Set<Path> known = new HashSet<>(found);
        return found.stream()
                .filter(path -> Segment.packed(path) || !known.contains(Segment.packedOf(path)))
                .toList();
    }

    /// Files below the folder, while others come and go.
    private static void collect(Path folder, int depth, List<Path> found) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            for (Path entry : entries.toList()) {
                if (!Files.isDirectory(entry)) {
                    found.add(entry);
                } else if (depth > 0) {
                    collect(entry, depth - 1, found);
                }
            }
        } catch (NoSuchFileException gone) {
            return; // deleted by its server a moment ago
        }
    }

    /// The segments with their schemas; what is no segment, or has just been made, is left out.
    static List<Part> of(Path folder) throws IOException, Problem {
        List<Path> paths = paths(folder);
        List<Path> packed = paths.stream().filter(Segment::packed).toList();
        List<Map<String, String>> notes = ParquetFile.notes(packed);
        List<Part> parts = new ArrayList<>();
        for (Path path : paths) {
            int place = packed.indexOf(path);
            Optional<String> line =
                    place < 0 ? firstLine(path) : Optional.ofNullable(notes.get(place).get(NOTE));
            line.flatMap(text -> schema(text, path))
                    .ifPresent(schema -> parts.add(new Part(path, schema)));
        }
        return parts;
    }

    private static Optional<LogSchema> schema(String line, Path path) {
        try {
            return Optional.ofNullable(Json.parse(line, path.toString())).flatMap(LogSchema::of);
        } catch (Problem notJson) {
            return Optional.empty();
        }
    }

    private static Optional<String> firstLine(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Lines lines = new Lines(in);
            return lines.advance()
                    ? Optional.of(
                            new String(
                                    lines.bytes(),
                                    lines.start(),
                                    lines.end() - lines.start(),
                                    StandardCharsets.UTF_8))
                    : Optional.empty();
        }
    }
}
