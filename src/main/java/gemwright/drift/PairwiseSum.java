package gemwright.drift;

/// Sums in pairs of blocks, so that the rounding error grows with the logarithm of the length:
/// numpy's own scheme (`pairwise_sum` in its `loops_utils.h`), block for block, so that sums agree
/// to the last bit.
final class PairwiseSum {
    private static final int BLOCK = 128;

    private PairwiseSum() {}

    static double of(double[] values) {
        return of(values, 0, values.length);
    }

    private static double of(double[] values, int from, int length) {
        if (length < 8) {
            double sum = 0;
            for (int i = from; i < from + length; i++) {
                sum += values[i];
            }
            return sum;
        }
        if (length <= BLOCK) {
            return block(values, from, length);
        }
        int half = length / 2;
        half -= half % 8;
        return of(values, from, half) + of(values, from + half, length - half);
    }

    private static double block(double[] values, int from, int length) {
        double[] lanes = new double[8];
        System.arraycopy(values, from, lanes, 0, 8);
        int i = 8;
        for (; i < length - length % 8; i += 8) {
            for (int lane = 0; lane < 8; lane++) {
                lanes[lane] += values[from + i + lane];
            }
        }
        double sum =
                ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3]))
                        + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        for (; i < length; i++) {
            sum += values[from + i];
        }
        return sum;
    }
}
