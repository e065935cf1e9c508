package gemwright.compare;

import gemwright.runtime.Output;

import java.util.List;
import java.util.Optional;

/// R² against the labels, or against A without them.
final class ByNumber implements TaskMeter {
    private final String output;
    private final Optional<Truth> truth;
    private final Growing target = new Growing();
    private final Growing byA = new Growing();
    private final Growing byB = new Growing();

    ByNumber(String output, Optional<Truth> truth) {
        this.output = output;
        this.truth = truth;
    }

    @Override
    public void add(Output a, Output b, long firstRow) {
        for (long row = 0; row < TaskMeter.values(a).rows(); row++) {
            if (truth.isPresent() && !truth.get().has(firstRow + row)) {
                continue;
            }
            double number = TaskMeter.values(a).number(row);
            target.add(truth.isPresent() ? truth.get().number(firstRow + row) : number);
            byA.add(number);
            byB.add(TaskMeter.values(b).number(row));
        }
    }

    @Override
    public Task task() {
        Determination figures = new Determination(target.all(), byA.all(), byB.all());
        return new Task(
                Task.Kind.REGRESSION,
                Task.Metric.R2,
                truth.isPresent(),
                output,
                target.size(),
                figures.a(),
                figures.b(),
                truth.isPresent() ? figures.difference() : figures.ofB(),
                0,
                List.of());
    }
}
