package gemwright.loadtest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;
import gemwright.base.Texts;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

class ServiceLevelTest {
    private static final Latencies LATENCIES = new Latencies(3, 2, 5, 20, 199, 400, 1_500);

    @Test
    void readsTheThreeKindsOfRules() throws Problem {
        List<ServiceLevel> levels = ServiceLevel.parse("p99<200ms, errors<=0.1%,rps>100/s");

        assertEquals(
                List.of(
                        new ServiceLevel(
                                "p99<200ms",
                                ServiceLevel.Metric.P99,
                                ServiceLevel.Comparison.BELOW,
                                200),
                        new ServiceLevel(
                                "errors<=0.1%",
                                ServiceLevel.Metric.ERRORS, ServiceLevel.Comparison.AT_MOST, 0.1),
                        new ServiceLevel(
                                "rps>100/s",
                                ServiceLevel.Metric.RPS,
                                ServiceLevel.Comparison.ABOVE,
                                100)),
                levels);
    }

    @Test
    void turnsUnitsIntoTheMetricsOwn() throws Problem {
        List<Double> limits =
                ServiceLevel.parse("p50<1.5s,p99.9<250us,max<2e3ms").stream()
                        .map(ServiceLevel::limit)
                        .toList();

        assertEquals(List.of(1_500.0, 0.25, 2_000.0), limits);
    }

    @Test
    void namesEveryRuleThatIsNone() {
        Problem problem =
                assertThrows(
                        Problem.class,
                        () -> ServiceLevel.parse("p98<200ms,p99<200%,rps=3,,errors<1%"));

        assertEquals(
                List.of(
                        "is not a rule (p98<200ms): write rules such as p99<200ms, errors<0.1%,"
                                + " rps>100; known are p50, p90, p95, p99, p999, max, mean, errors,"
                                + " rps",
                        "has a unit that does not fit (p99<200%): the unit is one of: us, ms, s",
                        "is not a rule (rps=3): write rules such as p99<200ms, errors<0.1%,"
                                + " rps>100; known are p50, p90, p95, p99, p999, max, mean, errors,"
                                + " rps",
                        "is not a rule: write rules such as p99<200ms, errors<0.1%, rps>100;"
                                + " known are p50, p90, p95, p99, p999, max, mean, errors, rps"),
                problem.render(Texts.problems(Locale.ENGLISH)));
    }

    @Test
    void judgesEachRuleByItsOwnFigure() throws Problem {
        LoadResult result = result(1_000, 2);

        List<Boolean> held =
                ServiceLevel.parse(
                                "p99<200ms,p99<199ms,p99<=199ms,errors<0.1%,errors<0.3%,rps>=100")
                        .stream()
                        .map(level -> level.judge(result).held())
                        .toList();

        assertEquals(List.of(true, false, true, false, true, true), held);
    }

    @Test
    void holdsNoRuleWithoutARequest() throws Problem {
        LoadResult result = result(0, 0);

        assertEquals(
                List.of(false, false),
                ServiceLevel.parse("p99<200ms,errors<0.1%").stream()
                        .map(level -> level.judge(result).held())
                        .toList());
    }

    private static LoadResult result(long requests, long errors) {
        LoadResult.Part part =
                new LoadResult.Part(
                        10, requests, errors, requests / 10.0, LATENCIES, LATENCIES, Map.of());
        return new LoadResult(
                LoadPlan.standard(URI.create("http://127.0.0.1:1/predict")),
                part,
                part,
                0,
                0,
                List.of(),
                new Distribution(List.of(), ""),
                Optional.empty());
    }
}
