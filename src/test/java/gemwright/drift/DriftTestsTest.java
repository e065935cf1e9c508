package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every statistic against SciPy 1.17.1 and Evidently 0.7.23; `make.py` beside the cases made them.
class DriftTestsTest {
    /// Statistics that draw at random, held to their distribution elsewhere, and never to a digit.
    private static final Set<String> SHUFFLED = Set.of("empirical_mmd");

    /// p-values of our distributions and SciPy's differ in the last digits of special functions.
    private static final double RELATIVE = 1e-7;

    private static List<String[]> rows(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        DriftTestsTest.class.getResourceAsStream("statistics/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(","))
                    .toList();
        }
    }

    private static List<String> values(List<String[]> cases, String name, String side) {
        return cases.stream()
                .filter(row -> row[0].equals(name) && row[2].equals(side))
                .map(row -> row[3])
                .toList();
    }

    private static Outcome outcome(List<String[]> cases, String name, Rules rules, DriftTest test) {
        List<String> reference = values(cases, name, "reference");
        List<String> current = values(cases, name, "current");
        boolean numeric =
                cases.stream().anyMatch(row -> row[0].equals(name) && row[1].equals("num"));
        return numeric
                ? test.onNumbers(numbers(reference), numbers(current), rules)
                : test.onCategories(Categories.of(counts(reference), counts(current)), rules);
    }

    private static Numbers numbers(List<String> values) {
        return Numbers.of(values.stream().mapToDouble(Double::parseDouble).toArray());
    }

    private static Map<String, Long> counts(List<String> values) {
        return values.stream().collect(Collectors.groupingBy(v -> v, Collectors.counting()));
    }

    @TestFactory
    Stream<DynamicTest> agreesWithTheAuthority() throws IOException {
        List<String[]> cases = rows("cases.csv");
        return rows("expected.csv").stream()
                .map(
                        row -> {
                            Rules rules = Rules.of(row[1]).orElseThrow();
                            DriftTest test = DriftTests.get(row[2]);
                            double expected = Double.parseDouble(row[3]);
                            return DynamicTest.dynamicTest(
                                    row[2] + " on " + row[0] + ", " + row[1],
                                    () ->
                                            assertEquals(
                                                    expected,
                                                    outcome(cases, row[0], rules, test).score(),
                                                    RELATIVE * Math.abs(expected) + 1e-12));
                        });
    }

    @Test
    void eachStatisticIsHeldAgainstAnAuthority() throws IOException {
        Set<String> held = new HashSet<>(SHUFFLED);
        rows("expected.csv").forEach(row -> held.add(row[2]));

        Set<String> all = new TreeSet<>(DriftTests.ALL.stream().map(DriftTest::method).toList());

        all.removeAll(held);
        assertEquals(Set.of(), all, "add a row to expected.csv through make.py");
    }

    @Test
    void permutationsAreTheSameEachTime() {
        Numbers first = Numbers.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8});
        Numbers second = Numbers.of(new double[] {11, 12, 13, 14, 15, 16, 17, 18});
        DriftTest test = DriftTests.get("empirical_mmd");

        double once = test.onNumbers(first, second, Rules.RECOMMENDED).score();

        assertEquals(once, test.onNumbers(first, second, Rules.RECOMMENDED).score());
        assertTrue(once < 0.05, "two groups without overlap");
    }

    @Test
    void namesAreDistinct() {
        Map<String, Integer> seen = new HashMap<>();
        DriftTests.ALL.forEach(test -> seen.merge(test.method(), 1, Integer::sum));

        assertTrue(seen.values().stream().allMatch(count -> count == 1), seen::toString);
    }
}
