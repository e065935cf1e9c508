package gemwright.drift.streaming;

/// Count, sum and squared deviations of some values; two of them add up as Chan, Golub and LeVeque
/// (1979) do it.
///
/// @param squares sum of squared deviations from the mean
record Part(double count, double sum, double squares) {
    static final Part NONE = new Part(0, 0, 0);

    static Part of(double value) {
        return new Part(1, value, 0);
    }

    double mean() {
        return sum / count;
    }

    Part plus(Part other) {
        if (count == 0) {
            return other;
        }
        double gap = mean() - other.mean();
        double between = count * other.count * gap * gap / (count + other.count);
        return new Part(count + other.count, sum + other.sum, squares + other.squares + between);
    }

    /// These values without those, which are among them.
    Part without(Part part) {
        double left = count - part.count;
        double rest = sum - part.sum;
        double gap = part.mean() - rest / left;
        double between = part.count * left * gap * gap / (part.count + left);
        return new Part(left, rest, squares - part.squares - between);
    }
}
