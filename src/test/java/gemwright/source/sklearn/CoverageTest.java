package gemwright.source.sklearn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The help page tells what can be converted, and every converter is registered.
class CoverageTest {
    private static final Path SOURCES = Path.of("src/main/java/gemwright/source");

    @Test
    void helpListsEveryEstimator() throws IOException {
        Map<String, List<String>> modules =
                new Estimators(Estimators.ALL)
                        .names().stream()
                                .filter(CoverageTest::isPublic)
                                .collect(
                                        Collectors.groupingBy(
                                                name -> name.substring(0, name.lastIndexOf('.')),
                                                TreeMap::new,
                                                Collectors.toList()));
        List<String> rows =
                modules.entrySet().stream()
                        .map(e -> "| `" + e.getKey() + "` | " + names(e.getValue()) + " |")
                        .toList();

        for (String page : List.of("convert.md", "convert_zh.md")) {
            List<String> table =
                    Files.readAllLines(Path.of("src/main/resources/gemwright/help", page)).stream()
                            .filter(line -> line.startsWith("| `"))
                            .toList();
            assertEquals(rows, table, page);
        }
    }

    @Test
    void everyConverterIsInItsFamilysList() throws IOException {
        Set<String> registered =
                Estimators.ALL.stream()
                        .map(converter -> converter.getClass().getSimpleName())
                        .collect(Collectors.toCollection(TreeSet::new));

        try (Stream<Path> files = Files.walk(SOURCES)) {
            Set<String> written =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith("Converter.java"))
                            .map(name -> name.replace(".java", ""))
                            .filter(name -> !name.equals("EstimatorConverter"))
                            .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(written, registered, "add the converter to Estimators.ALL");
        }
    }

    /// What stands inside others only is no estimator that anybody would look for.
    private static boolean isPublic(String type) {
        return !type.substring(type.lastIndexOf('.') + 1).startsWith("_");
    }

    private static String names(List<String> types) {
        return types.stream()
                .map(type -> "`" + type.substring(type.lastIndexOf('.') + 1) + "`")
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
