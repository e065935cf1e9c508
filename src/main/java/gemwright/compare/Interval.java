package gemwright.compare;

/// A 95 % confidence interval.
public record Interval(double low, double high) {
    /// Quantile of the normal distribution for 95 % on both sides.
    private static final double Z = 1.959963984540054;

    /// A share of `n` draws by Wilson's score (Wilson 1927, eq. 5); `[0, 1]` without draws.
    static Interval ofShare(long hits, long n) {
        if (n == 0) {
            return new Interval(0, 1);
        }
        double share = (double) hits / n;
        double z2 = Z * Z / n;
        double middle = (share + z2 / 2) / (1 + z2);
        double half = Z * Math.sqrt(share * (1 - share) / n + z2 / (4 * n)) / (1 + z2);
        return new Interval(Math.max(0, middle - half), Math.min(1, middle + half));
    }

    /// The difference B − A of two shares of the same `n` draws (Agresti and Min 2005, section 3:
    /// Wald's interval after adding half a draw to each of the four cells).
    ///
    /// @param onlyA draws that only A got right
    /// @param onlyB draws that only B got right
    static Interval ofPairedShares(long onlyA, long onlyB, long n) {
        double draws = n + 2.0;
        double gain = onlyB + 0.5;
        double loss = onlyA + 0.5;
        double difference = (gain - loss) / draws;
        double spread = gain + loss - (gain - loss) * (gain - loss) / draws;
        return around(difference, Math.sqrt(spread) / draws);
    }

    /// A normal estimate with that standard error.
    static Interval around(double estimate, double standardError) {
        return new Interval(estimate - Z * standardError, estimate + Z * standardError);
    }
}
