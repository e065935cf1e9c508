package gemwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.drift.ColumnReport;
import gemwright.drift.DriftReport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The drift report as a page for the browser: the numbers of the comparison, and nothing foreign.
class HtmlRendererTest {
    private static String html(List<String> names, Locale language) throws Problem {
        DriftReport report = DriftPagesTest.report(names, 0.9);
        return HtmlRenderer.render(DriftPages.of(report, DriftPagesTest.PROVENANCE, language));
    }

    private static List<String> all(String pattern, String html) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(html);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void showsTheNumbersOfTheComparison(String language) throws Problem {
        DriftReport report = DriftPagesTest.report(List.of("height", "town"), 0.9);

        String html = html(List.of("height", "town"), Locale.of(language));

        assertTrue(html.contains("<html lang=\"" + language));
        for (ColumnReport column : report.ranked()) {
            String statistic = Phrases.statistic(column.decisive().orElseThrow());
            assertTrue(html.contains(HtmlText.escape(statistic)), statistic);
            double p = column.evidence().orElseThrow().adjusted().orElseThrow();
            assertTrue(html.contains(HtmlText.escape(Phrases.p(p))), Phrases.p(p));
        }
    }

    @Test
    void namesOfColumnsStayWords() throws Problem {
        String html = html(List.of("<script>alert(1)</script>", "a\" onload='x'&"), Locale.ENGLISH);

        assertFalse(html.contains("<script"));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertFalse(html.contains("a\" onload"));
    }

    @Test
    void needsNothingFromOutside() throws Problem {
        String html = html(List.of("height", "town"), Locale.ENGLISH);

        assertEquals(List.of(), all("((?:src|href|xlink:href)=\"[^#][^\"]*\")", html));
        assertEquals(List.of(), all("(https?://[^\"]*)", html));
    }

    @Test
    void drawingsDoNotShareNames() throws Problem {
        String html = html(List.of("height", "town", "weight", "street"), Locale.ENGLISH);

        List<String> names = all(" id=\"([^\"]+)\"", html);
        assertTrue(names.size() > 10, names::toString);
        assertEquals(names.size(), new HashSet<>(names).size());
        assertTrue(names.containsAll(all("url\\(#([^)]+)\\)", html)));
        assertTrue(names.containsAll(all("href=\"#([^\"]+)\"", html)));
    }
}
