package gemwright.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Cancelled;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.NdArray;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;

/// Two models on the same rows.
class ComparisonTest {
    private static final ComparisonOptions QUICK =
            ComparisonOptions.usual().withTiming(Duration.ZERO);

    @Test
    void aModelEqualsItself() throws Exception {
        Comparison comparison = compare("a", "a", Optional.empty(), QUICK);

        assertEquals(500, comparison.samples());
        assertTrue(comparison.within(0));
        assertEquals(1, comparison.task().b());
        assertEquals(0, comparison.task().flipped());
    }

    @Test
    void theLabelIsJudgedWhereTheModelGivesOne() throws Exception {
        Comparison comparison = compare("a", "b", Optional.empty(), QUICK);

        assertEquals("label", comparison.task().output());
        assertEquals(
                List.of("label", "probabilities"),
                comparison.outputs().stream().map(OutputDifference::name).toList());
        OutputDifference label = comparison.outputs().getFirst();
        assertEquals(comparison.task().b(), label.labelAgreement().orElseThrow());
        assertEquals(label.labelAgreement(), comparison.outputs().getLast().labelAgreement());
        assertTrue(comparison.task().flipped() > 0);
        assertFalse(comparison.within(1e-3));
    }

    @Test
    void accuracyCountsTheModelsOwnLabels() throws Exception {
        NdArray truth;
        try (Session a = open("a")) {
            truth = a.run(rows(), Progress.none()).array("label");
        }
        Column labels = Column.integers("label", truth.integers());

        Task task = compare("a", "b", Optional.of(labels), QUICK).task();

        assertEquals(Task.Metric.ACCURACY, task.metric());
        assertEquals(1, task.a());
        assertEquals(task.flipped(), Math.round((1 - task.b()) * 500));
        assertTrue(task.interval().high() < 0, task.interval()::toString);
    }

    @Test
    void anotherOutputIsJudgedOnRequest() throws Exception {
        ComparisonOptions wanted = QUICK.withOutput(Optional.of("probabilities"));

        assertEquals("probabilities", compare("a", "b", Optional.empty(), wanted).task().output());
    }

    @Test
    void anOutputThatIsNotThereIsRefused() {
        ComparisonOptions wanted = QUICK.withOutput(Optional.of("scores"));

        Problem refused =
                assertThrows(Problem.class, () -> compare("a", "b", Optional.empty(), wanted));

        assertEquals("runtime.noOutput", refused.key());
    }

    @Test
    void labelsThatAreNotOneARowAreRefused() {
        Problem few =
                assertThrows(
                        Problem.class,
                        () -> compare("a", "b", Optional.of(Column.integers("y", 1)), QUICK));
        Problem many =
                assertThrows(
                        Problem.class,
                        () ->
                                compare(
                                        "a",
                                        "b",
                                        Optional.of(Column.integers("y", new long[501])),
                                        QUICK));

        assertEquals(
                List.of("compare.labelCount", "compare.labelCount"),
                List.of(few.key(), many.key()));
    }

    @Test
    void bothModelsAreTimedEquallyOften() throws Exception {
        Comparison comparison = compare("a", "b", Optional.empty(), QUICK);

        assertEquals(20, comparison.latencyA().runs());
        assertEquals(20, comparison.latencyB().runs());
        assertTrue(comparison.latencyA().p50() <= comparison.latencyA().p99());
    }

    @Test
    void canBeCancelled() throws Exception {
        try (Session a = open("a");
                Session b = open("b")) {
            Progress stop =
                    (phase, done, total) -> {
                        throw new Cancelled();
                    };

            assertThrows(
                    Cancelled.class,
                    () ->
                            Comparison.of(
                                    a,
                                    b,
                                    TableSource.of("rows", rows()),
                                    Optional.empty(),
                                    QUICK,
                                    stop));
        }
    }

    private static Comparison compare(
            String a, String b, Optional<Column> labels, ComparisonOptions options) throws Problem {
        try (Session one = open(a);
                Session other = open(b)) {
            TableSource rows = TableSource.of("rows", rows());
            return Comparison.of(one, other, rows, labels, options, Progress.none());
        }
    }

    private static Session open(String model) throws Problem {
        try {
            Path path =
                    Path.of(
                            Objects.requireNonNull(
                                            ComparisonTest.class.getResource(
                                                    "metrics/" + model + ".onnx"))
                                    .toURI());
            return Session.open(path, SessionOptions.serving());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Table rows() {
        SplittableRandom random = new SplittableRandom(3);
        return Table.of(
                List.of("a", "b", "c", "d").stream()
                        .map(name -> Column.numbers(name, random.doubles(500, -3, 3).toArray()))
                        .toList());
    }
}
