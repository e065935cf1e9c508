package gemwright.compare;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.runtime.Session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// One pass of two models over the same rows.
final class Comparing {
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
    private long samples;

    Comparing(Session a, Session b, Optional<Truth> truth, ComparisonOptions options) {
        this.a = a;
        this.b = b;
        this.truth = truth;
        this.options = options;
        this.race = new LatencyRace(a, b);
    }

    Comparison over(TableSource rows, Progress progress) throws Problem {
        OptionalLong total = rows.rows();
        rows.batches(
                BATCH_ROWS,
                progress,
                batch -> {
                    progress.step("comparing", samples, total.orElse(0));
                    add(batch);
                });
        if (task.isEmpty()) {
            throw Problem.of("runtime.noRows", rows.name());
        }
        if (truth.isPresent() && truth.get().rows() != samples) {
            throw Problem.of(
                    "compare.labelCount",
                    rows.name(),
                    Long.toString(truth.get().rows()),
                    Long.toString(samples));
        }
        LatencyRace.Result times = race.run(options.timing(), progress);
        return new Comparison(
                samples,
                differences.values().stream().map(DifferenceMeter::difference).toList(),
                List.copyOf(unmatched),
                task.get().task(),
                times.a(),
                times.b());
    }

    private void add(Table batch) throws Problem {
        if (truth.isPresent() && samples + batch.rows() > truth.get().rows()) {
            throw Problem.of(
                    "compare.labelCount",
                    a.name(),
                    Long.toString(truth.get().rows()),
                    (samples + batch.rows()) + "+");
        }
        race.offer(batch);
        Answer byA = a.run(batch, Progress.none());
        Answer byB = b.run(batch, Progress.none());
        if (task.isEmpty()) {
            start(byA, byB);
        }
        for (Map.Entry<String, DifferenceMeter> difference : differences.entrySet()) {
            Output outputA = output(byA, difference.getKey());
            Output outputB = output(byB, difference.getKey());
            difference.getValue().add(TaskMeter.values(outputA), TaskMeter.values(outputB));
            Optional<Classes> classesA = Classes.of(outputA);
            Optional<Classes> classesB = Classes.of(outputB);
            if (classesA.isPresent() && classesB.isPresent()) {
                difference.getValue().add(classesA.get(), classesB.get());
            }
        }
        task.orElseThrow().add(output(byA, judged), output(byB, judged), samples);
        samples += batch.rows();
    }

    private static Output output(Answer answer, String name) throws Problem {
        return answer.find(name).orElseThrow(() -> Problem.of("compare.outputLost", name, name));
    }

    private void start(Answer byA, Answer byB) throws Problem {
        List<Output> shared = new ArrayList<>();
        for (Output output : byA.outputs()) {
            if (byB.find(output.name()).isPresent()) {
                shared.add(output);
                differences.put(output.name(), new DifferenceMeter(output.name()));
            }
        }
        names(byA, byB).forEach(unmatched::add);
        unmatched.removeAll(differences.keySet());
        if (shared.isEmpty()) {
            throw Problem.of("compare.nothingShared", b.name(), a.name());
        }
        Output chosen = choose(shared);
        judged = chosen.name();
        task = Optional.of(TaskMeter.of(chosen, truth));
    }

    private static Set<String> names(Answer byA, Answer byB) {
        Set<String> names = new LinkedHashSet<>();
        for (Answer answer : List.of(byA, byB)) {
            answer.outputs().forEach(output -> names.add(output.name()));
            names.addAll(answer.leftOut());
        }
        return names;
    }

    private Output choose(List<Output> shared) throws Problem {
        if (options.output().isPresent()) {
            String wanted = options.output().get();
            List<String> names = shared.stream().map(Output::name).toList();
            return shared.stream()
                    .filter(output -> output.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(
                            () -> Problem.of("runtime.noOutput", wanted, String.join(", ", names)));
        }
        return shared.stream()
                .filter(output -> Classes.of(output).isPresent())
                .findFirst()
                .orElse(shared.getFirst());
    }
}
