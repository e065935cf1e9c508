package gemwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Texts;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Both languages hold the same sentences, and the code asks for none that is missing.
class TextsTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void bothLanguagesHaveTheSameKeysAndArguments() throws IOException {
        List<String> offenders = new ArrayList<>();
        for (Path english : bundles()) {
            Properties first = load(english);
            Properties second =
                    load(
                            english.resolveSibling(
                                    english.getFileName().toString().replace(".", "_zh.")));
            TreeSet<Object> all = new TreeSet<>(first.keySet());
            all.addAll(second.keySet());
            for (Object key : all) {
                String one = first.getProperty((String) key);
                String two = second.getProperty((String) key);
                if (one == null || two == null) {
                    offenders.add(english + ": " + key + " stands in one language only");
                } else if (!english.startsWith(RESOURCES.resolve("gemwright/cli"))
                        && arguments(one) != arguments(two)) {
                    offenders.add(english + ": " + key + " takes other arguments in Chinese");
                }
            }
        }

        assertEquals(List.of(), offenders);
    }

    @Test
    void everyProblemThatTheCodeNamesHasItsSentences() throws IOException {
        Texts texts = Texts.problems(Locale.ENGLISH);
        Pattern problem = Pattern.compile("(?:Problem|Part)\\s*\\.of\\(\\s*\"([a-zA-Z.]+)\"");
        Pattern phase = Pattern.compile("\\.step\\(\\s*\"([a-zA-Z.]+)\"");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                for (Matcher found = problem.matcher(source); found.find(); ) {
                    String key = found.group(1);
                    if (!texts.has(key + ".what") || !texts.has(key + ".todo")) {
                        missing.add(file.getFileName() + ": " + key);
                    }
                }
                for (Matcher found = phase.matcher(source); found.find(); ) {
                    if (!texts.has("progress." + found.group(1))) {
                        missing.add(file.getFileName() + ": progress." + found.group(1));
                    }
                }
            }
        }

        assertEquals(List.of(), missing);
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(f -> f.toString().endsWith(".properties"))
                    .filter(f -> !f.toString().endsWith("_zh.properties"))
                    .filter(f -> !f.endsWith("version.properties"))
                    .toList();
        }
    }

    private static Properties load(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
