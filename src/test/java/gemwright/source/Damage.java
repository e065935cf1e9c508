package gemwright.source;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gemwright.base.Problem;

import java.time.Duration;
import java.util.Random;

/// Files that were damaged on purpose, and what comes of them.
public final class Damage {
    private Damage() {}

    /// What is done with a damaged file.
    @FunctionalInterface
    public interface Work {
        /// Does it.
        void run() throws Problem;
    }

    /// The bytes with one bit flipped.
    public static byte[] flipped(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return bytes;
    }

    /// Whether the work ended with a problem; fails where it ends with a defect, or not in time.
    ///
    /// @param name of the damage, for the message
    public static boolean isRefused(Duration limit, Work work, String name) {
        return assertTimeoutPreemptively(
                limit,
                () -> {
                    try {
                        work.run();
                        return false;
                    } catch (Problem damaged) {
                        return true;
                    }
                },
                name);
    }
}
