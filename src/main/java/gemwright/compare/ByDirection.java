package gemwright.compare;

import gemwright.data.NdArray;
import gemwright.runtime.Output;

import java.util.List;

/// The mean over the rows of the cosine between A's and B's values.
final class ByDirection implements TaskMeter {
    private final String output;
    private final Growing cosines = new Growing();

    ByDirection(String output) {
        this.output = output;
    }

    @Override
    public void add(Output a, Output b, long firstRow) {
        for (long row = 0; row < TaskMeter.values(a).rows(); row++) {
            cosines.add(
                    cosine(
                            TaskMeter.values(a).slice(row, row + 1),
                            TaskMeter.values(b).slice(row, row + 1)));
        }
    }

    private static double cosine(NdArray a, NdArray b) {
        Sum product = new Sum();
        Sum normA = new Sum();
        Sum normB = new Sum();
        for (long i = 0; i < a.size(); i++) {
            double x = a.number(i);
            double y = b.number(i);
            product.add(x * y);
            normA.add(x * x);
            normB.add(y * y);
        }
        if (normA.value() == 0 && normB.value() == 0) {
            return 1;
        }
        return product.value() / (Math.sqrt(normA.value()) * Math.sqrt(normB.value()));
    }

    @Override
    public Task task() {
        double[] all = cosines.all();
        double mean = Determination.mean(all);
        Sum squares = new Sum();
        for (double cosine : all) {
            squares.add((cosine - mean) * (cosine - mean));
        }
        double error = Math.sqrt(squares.value() / Math.max(1, all.length - 1) / all.length);
        return new Task(
                Task.Kind.NONE,
                Task.Metric.COSINE,
                false,
                output,
                all.length,
                1,
                mean,
                Interval.around(mean, error),
                0,
                List.of());
    }
}
