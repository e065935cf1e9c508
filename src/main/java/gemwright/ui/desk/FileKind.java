package gemwright.ui.desk;

import gemwright.source.Head;
import gemwright.source.Sources;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a file is to the window.
public enum FileKind {
    MODEL,
    DATA,
    LOG,
    UNKNOWN;

    /// Endings that models have too, and much else has.
    private static final Set<String> AMBIGUOUS = Set.of("txt", "json", "bin", "model");

    private static final Set<String> MODELS =
            Sources.ALL.stream()
                    .flatMap(format -> format.extensions().stream())
                    .filter(ending -> !AMBIGUOUS.contains(ending))
                    .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TABLES =
            Set.of("csv", "tsv", "jsonl", "ndjson", "parquet", "npy", "npz");
    private static final Set<String> PACKED = Set.of("gz", "zst", "bz2", "xz", "lzma");

    /// A guess by the name, for a sentence before anything is read; opening decides by the content.
    public static FileKind guess(Path file) {
        if (Files.isDirectory(file)) {
            return Head.isSavedModel(file) ? MODEL : LOG;
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        String ending = ending(name);
        if (PACKED.contains(ending)) {
            ending = ending(name.substring(0, name.length() - ending.length() - 1));
        }
        if (MODELS.contains(ending)) {
            return MODEL;
        }
        return TABLES.contains(ending) ? DATA : UNKNOWN;
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
