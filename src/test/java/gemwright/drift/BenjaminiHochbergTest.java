package gemwright.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
    /// `scipy.stats.false_discovery_control([0.01, 0.04, 0.03, 0.005, 0.8])`, SciPy 1.17.1.
    @Test
    void adjustsAsSciPyDoes() {
        double[] adjusted = BenjaminiHochberg.adjusted(new double[] {0.01, 0.04, 0.03, 0.005, 0.8});

        assertArrayEquals(new double[] {0.025, 0.05, 0.05, 0.025, 0.8}, adjusted, 1e-15);
    }

    @Test
    void leavesOutWhatHasNoPValue() {
        double[] adjusted = BenjaminiHochberg.adjusted(new double[] {0.01, Double.NaN, 0.04});

        assertArrayEquals(new double[] {0.02, Double.NaN, 0.04}, adjusted, 1e-15);
    }
}
