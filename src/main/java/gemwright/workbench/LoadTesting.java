package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.TableSource;
import gemwright.loadtest.Bodies;
import gemwright.loadtest.LoadPlan;
import gemwright.loadtest.LoadResult;
import gemwright.loadtest.LoadTest;
import gemwright.loadtest.ServiceLevel;
import gemwright.loadtest.Slice;
import gemwright.loadtest.Target;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Measures a server under load and judges it.
public final class LoadTesting {
    private LoadTesting() {}

    /// A test to run.
    ///
    /// @param url of a server, or the very address to post to
    /// @param headers sent with each request
    /// @param data whose rows are sent in turn; without it, what the server itself proposes
    /// @param shape sets connections, rate and times of the plan
    /// @param levels rules that the server has to keep; may be empty
    public record Plan(
            String url,
            Map<String, String> headers,
            Optional<TableSource> data,
            UnaryOperator<LoadPlan> shape,
            List<ServiceLevel> levels) {
        public Plan {
            headers = Map.copyOf(headers);
            levels = List.copyOf(levels);
        }
    }

    /// What came out.
    ///
    /// @param verdicts one for each rule, in their order
    public record Outcome(LoadResult result, List<ServiceLevel.Verdict> verdicts) {
        public Outcome {
            verdicts = List.copyOf(verdicts);
        }

        /// Whether every rule was kept.
        public boolean held() {
            return verdicts.stream().allMatch(ServiceLevel.Verdict::held);
        }
    }

    /// Runs it.
    ///
    /// @param live told of each second as it ends
    /// @throws Problem where nobody answers, or the server refuses the requests
    public static Outcome run(Plan plan, Progress progress, Consumer<Slice> live) throws Problem {
        Target target = Target.discover(plan.url(), plan.headers());
        List<String> documents =
                plan.data().isPresent()
                        ? target.accepted().bodies(plan.data().get(), progress)
                        : target.accepted().examples();
        if (documents.isEmpty()) {
            throw Problem.of("loadtest.noBodies", target.uri().toString());
        }
        Bodies bodies = Bodies.of(target.uri(), target.headers(), documents);
        target.probe(bodies);
        LoadPlan shaped = plan.shape().apply(LoadPlan.standard(target.uri()));
        LoadResult result = LoadTest.run(shaped, bodies, progress, live);
        return new Outcome(
                result, plan.levels().stream().map(level -> level.judge(result)).toList());
    }
}
