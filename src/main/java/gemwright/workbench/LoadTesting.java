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
import gemwright.loadtest.Sweep;
import gemwright.loadtest.Target;

import java.util.ArrayList;
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
        Bodies bodies = bodies(plan, target, progress);
        LoadPlan shaped = plan.shape().apply(LoadPlan.standard(target.uri()));
        return judged(plan, LoadTest.run(target, shaped, bodies, progress, live));
    }

    /// Runs it once for each number of connections, in a closed loop: how the throughput grows, and
    /// from where on more connections only wait longer.
    ///
    /// @param connections rising
    /// @throws Problem where nobody answers, or the server refuses the requests
    public static Sweep sweep(Plan plan, List<Integer> connections, Progress progress)
            throws Problem {
        Target target = Target.discover(plan.url(), plan.headers());
        Bodies bodies = bodies(plan, target, progress);
        LoadPlan shaped = plan.shape().apply(LoadPlan.standard(target.uri()));
        List<Sweep.Step> steps = new ArrayList<>();
        for (int number : connections) {
            int at = steps.size();
            LoadPlan step = shaped.withConnections(number);
            Outcome outcome =
                    judged(
                            plan,
                            LoadTest.run(
                                    step,
                                    bodies,
                                    (phase, done, total) ->
                                            progress.step("sweeping", at, connections.size()),
                                    slice -> {}));
            steps.add(new Sweep.Step(number, outcome.result().measured(), outcome.held()));
        }
        return new Sweep(steps);
    }

    private static Bodies bodies(Plan plan, Target target, Progress progress) throws Problem {
        List<String> documents =
                plan.data().isPresent()
                        ? target.accepted().bodies(plan.data().get(), progress)
                        : target.accepted().examples();
        if (documents.isEmpty()) {
            throw Problem.of("loadtest.noBodies", target.uri().toString());
        }
        Bodies bodies = Bodies.of(target.uri(), target.headers(), documents);
        target.probe(bodies);
        return bodies;
    }

    private static Outcome judged(Plan plan, LoadResult result) {
        return new Outcome(
                result, plan.levels().stream().map(level -> level.judge(result)).toList());
    }
}
