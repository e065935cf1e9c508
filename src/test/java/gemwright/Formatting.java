package gemwright;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// google-java-format in AOSP style over every source file: looks, or with `--write` puts in order.
final class Formatting {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    private Formatting() {}

    /// `--write` formats the files; anything else only names those that are not in our style.
    public static void main(String[] arguments) throws IOException, FormatterException {
        boolean write = List.of(arguments).contains("--write");
        for (Path file : unformatted()) {
            System.out.println(file);
            if (write) {
                Files.writeString(file, formatted(file));
            }
        }
    }

    /// The files that are not in our style.
    static List<Path> unformatted() throws IOException, FormatterException {
        List<Path> found = new ArrayList<>();
        for (Path root : List.of(Path.of("src"), Path.of("packaging"))) {
            if (Files.isDirectory(root)) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                        if (!formatted(file).equals(Files.readString(file))) {
                            found.add(file);
                        }
                    }
                }
            }
        }
        return found;
    }

    private static String formatted(Path file) throws IOException, FormatterException {
        return FORMATTER.formatSourceAndFixImports(Files.readString(file));
    }
}
