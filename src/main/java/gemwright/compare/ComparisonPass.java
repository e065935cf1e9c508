package gemwright.compare;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.data.SampleSource;
import gemwright.data.TableSource;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.runtime.Session;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One pass of two models over the same rows, or over the same samples.
final class ComparisonPass {
    private static final int BATCH_ROWS = 4096;

    private final Session a;
    private final Session b;
    private final Optional<Truth> truth;
    private final ComparisonOptions options;
    private final LatencyRace race;
    private final Map<String, DifferenceMeter> differences = new LinkedHashMap<>();
    private final Set<String> unmatched = new LinkedHashSet<>();
    private Optional<TaskMeter> task = Optional.empty();
    private String judged = "";
    private long rows;

    ComparisonPass(Session a, Session b, Optional<Truth> truth, ComparisonOptions options) {
        this.a = a;
        this.b = b;
        this.truth = truth;
        this.options = options;
        this.race = new LatencyRace(a, b);
    }

    Comparison over(TableSource source, Progress progress) throws Problem {
        if (source instanceof SampleSource samples) {
            bySample(samples, progress);
        } else {
            byRow(source, progress);
        }
        if (task.isEmpty()) {
            throw Problem.of("runtime.noRows", source.name());
        }
        if (truth.isPresent() && truth.get().rows() != rows) {
            throw labelCount(Long.toString(rows));
        }
        LatencyRace.Result times = race.run(options.timing(), progress);
        return new Comparison(
                rows,
                differences.values().stream().map(DifferenceMeter::difference).toList(),
                List.copyOf(unmatched),
                task.get().task(),
                times.a(),
                times.b());
    }

    private void byRow(TableSource source, Progress progress) throws Problem {
        OptionalLong total = source.rows();
        source.batches(
                BATCH_ROWS,
                progress,
                batch -> {
                    progress.step("comparing", rows, total.orElse(0));
                    race.offer(batch);
                    add(a.run(batch, Progress.none()), b.run(batch, Progress.none()));
                });
    }

    private void bySample(SampleSource source, Progress progress) throws Problem {
        States statesA = new States(a, options.states());
        States statesB = new States(b, options.states());
        source.samples(
                progress,
                (file, arrays) -> {
                    Map<String, NdArray> feedA = statesA.feed(arrays);
                    Map<String, NdArray> feedB = statesB.feed(arrays);
                    race.offer(feedA, feedB);
                    add(statesA.run(feedA), statesB.run(feedB));
                });
    }

    private void add(Answer byA, Answer byB) throws Problem {
        if (task.isEmpty()) {
            start(byA, byB);
        }
        for (Map.Entry<String, DifferenceMeter> difference : differences.entrySet()) {
            add(difference.getValue(), byA, byB, difference.getKey());
        }
        Output outputA = output(byA, judged);
        long more = TaskMeter.values(outputA).rows();
        if (truth.isPresent() && rows + more > truth.get().rows()) {
            throw labelCount(rows + more + "+");
        }
        task.orElseThrow().add(outputA, output(byB, judged), rows);
        rows += more;
    }

    private static void add(DifferenceMeter meter, Answer byA, Answer byB, String name)
            throws Problem {
        Output outputA = output(byA, name);
        Output outputB = output(byB, name);
        meter.add(TaskMeter.values(outputA), TaskMeter.values(outputB));
        Optional<Classes> classesA = Classes.of(outputA);
        Optional<Classes> classesB = Classes.of(outputB);
        if (classesA.isPresent() && classesB.isPresent()) {
            meter.add(classesA.get(), classesB.get());
        }
    }

    private Problem labelCount(String found) {
        String labels = Long.toString(truth.orElseThrow().rows());
        return Problem.of("compare.labelCount", a.name(), labels, found);
    }

    private static Output output(Answer answer, String name) throws Problem {
        return answer.find(name).orElseThrow(() -> Problem.of("compare.outputLost", name, name));
    }

    private void start(Answer byA, Answer byB) throws Problem {
        for (Answer answer : List.of(byA, byB)) {
            answer.outputs().forEach(output -> unmatched.add(output.name()));
            unmatched.addAll(answer.leftOut());
        }
        List<Output> shared =
                byA.outputs().stream()
                        .filter(output -> !(output instanceof Output.Sequence))
                        .filter(output -> byB.find(output.name()).isPresent())
                        .toList();
        if (shared.isEmpty()) {
            throw Problem.of("compare.nothingShared", b.name(), a.name());
        }
        for (Output output : shared) {
            unmatched.remove(output.name());
            differences.put(output.name(), new DifferenceMeter(output.name()));
        }
        Output chosen = choose(shared);
        judged = chosen.name();
        task = Optional.of(TaskMeter.of(chosen, truth));
    }

    private Output choose(List<Output> shared) throws Problem {
        if (options.output().isEmpty()) {
            return shared.stream()
                    .filter(output -> Classes.of(output).isPresent())
                    .findFirst()
                    .orElse(shared.getFirst());
        }
        String wanted = options.output().get();
        List<String> names = shared.stream().map(Output::name).toList();
        return shared.stream()
                .filter(output -> output.name().equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> Problem.of("runtime.noOutput", wanted, String.join(", ", names)));
    }
}
