package gemwright.compare;

/// A sum whose rounding error does not grow with the number of terms (Neumaier 1974).
final class Sum {
    private double sum;
    private double lost;

    void add(double term) {
        double next = sum + term;
        if (Math.abs(sum) >= Math.abs(term)) {
            lost += sum - next + term;
        } else {
            lost += term - next + sum;
        }
        sum = next;
    }

    double value() {
        return Double.isFinite(lost) ? sum + lost : sum;
    }
}
