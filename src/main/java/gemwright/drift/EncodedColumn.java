package gemwright.drift;

import gemwright.data.Column;

import java.util.HashMap;
import java.util.Map;

/// How a feature becomes a number of mean 0 and deviation 1, learned from the reference: a missing
/// number becomes the mean; a category becomes its share of the reference, a missing one that of
/// the commonest, an unseen one 0. As NannyML 0.13.1 prepares data for its reconstruction.
final class EncodedColumn {
    private final String name;
    private final boolean numeric;
    private final Map<String, Double> shares;
    private final double absent;
    private final double mean;
    private final double deviation;

    private EncodedColumn(
            String name,
            boolean numeric,
            Map<String, Double> shares,
            double absent,
            double mean,
            double deviation) {
        this.name = name;
        this.numeric = numeric;
        this.shares = shares;
        this.absent = absent;
        this.mean = mean;
        this.deviation = deviation;
    }

    /// Learns from the reference's column, which has at least one value.
    static EncodedColumn learn(Column reference, Kind kind) {
        boolean numeric = kind == Kind.NUMERIC;
        Map<String, Double> shares = numeric ? Map.of() : shares(reference);
        double absent =
                numeric
                        ? mean(Values.inRowOrder(reference))
                        : shares.values().stream().mapToDouble(s -> s).max().orElse(0);
        EncodedColumn raw = new EncodedColumn(reference.name(), numeric, shares, absent, 0, 1);
        double[] values = raw.values(reference);
        double mean = mean(values);
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(squares / values.length);
        return new EncodedColumn(
                reference.name(), numeric, shares, absent, mean, deviation == 0 ? 1 : deviation);
    }

    /// Shares of all rows; a missing category counts as the commonest one.
    private static Map<String, Double> shares(Column column) {
        Map<String, Double> shares = new HashMap<>();
        String commonest = "";
        long most = 0;
        for (Map.Entry<String, Long> entry : Values.counts(column).entrySet()) {
            boolean first = entry.getValue() == most && entry.getKey().compareTo(commonest) < 0;
            if (entry.getValue() > most || first) {
                most = entry.getValue();
                commonest = entry.getKey();
            }
            shares.put(entry.getKey(), (double) entry.getValue() / column.rows());
        }
        shares.merge(commonest, (double) column.missingCount() / column.rows(), Double::sum);
        return shares;
    }

    private static double mean(double[] values) {
        double sum = 0;
        long count = 0;
        for (double value : values) {
            if (Double.isFinite(value)) {
                sum += value;
                count++;
            }
        }
        return sum / count;
    }

    String name() {
        return name;
    }

    /// One number a row.
    double[] values(Column column) {
        double[] values = numeric ? Values.inRowOrder(column).clone() : new double[column.rows()];
        for (int row = 0; row < values.length; row++) {
            double value = numeric ? values[row] : category(column, row);
            values[row] = ((Double.isFinite(value) ? value : absent) - mean) / deviation;
        }
        return values;
    }

    private double category(Column column, int row) {
        return column.missing(row) ? absent : shares.getOrDefault(column.text(row), 0.0);
    }
}
