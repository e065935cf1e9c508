package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// The help's table of methods is that of [DriftTests#ALL].
class DriftHelpTest {
    @Test
    void listsEveryMethodWithItsLimits() throws IOException {
        String english = page("drift.md");
        String chinese = page("drift_zh.md");

        for (DriftTest test : DriftTests.ALL) {
            String row = row(test, "numbers", "categories", ", ");
            assertTrue(english.contains(row), row);
            String line = row(test, "数值", "类别", "、");
            assertTrue(chinese.contains(line), line);
        }
    }

    private static String row(DriftTest test, String numbers, String categories, String and) {
        boolean number = test.kinds().contains(Kind.NUMERIC);
        boolean category = test.kinds().contains(Kind.CATEGORICAL);
        String kinds =
                number && category ? numbers + and + categories : number ? numbers : categories;
        return "| `%s` | %s | %s | %s |"
                .formatted(
                        test.method(),
                        kinds,
                        limit(test.threshold(Rules.RECOMMENDED)),
                        limit(test.threshold(Rules.EVIDENTLY)));
    }

    private static String limit(Threshold threshold) {
        String side =
                switch (threshold.drifts()) {
                    case BELOW -> "p < ";
                    case AT_MOST -> "p ≤ ";
                    case AT_LEAST -> "≥ ";
                    case ABOVE -> "> ";
                };
        return side + threshold.limit();
    }

    private static String page(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(
                        DriftHelpTest.class.getResourceAsStream("/gemwright/help/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
