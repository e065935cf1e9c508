package gemwright.format.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.Test;

import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/// A damaged file is a problem, never anything else, and never takes long.
class DamagedPickleTest {
    private static final Path FITTED =
            Path.of("src/test/resources/gemwright/source/sklearn/1.9/ridge/model.joblib");

    @Test
    void everyCutIsAProblem() throws Exception {
        byte[] whole = Files.readAllBytes(FITTED);

        assertTimeout(
                Duration.ofSeconds(30),
                () -> {
                    for (int length = 0; length < whole.length; length++) {
                        byte[] cut = Arrays.copyOf(whole, length);
                        assertThrows(Problem.class, () -> read(cut), "cut at " + length);
                    }
                });
    }

    @Test
    void aThousandFlippedBytesGiveAValueOrAProblem() throws Exception {
        byte[] whole = Files.readAllBytes(FITTED);
        Random random = new Random(7);

        assertTimeout(
                Duration.ofSeconds(30),
                () -> {
                    for (int i = 0; i < 1_000; i++) {
                        byte[] flipped = whole.clone();
                        flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
                        readable(flipped);
                    }
                });
    }

    @Test
    void theWholeFileIsRead() throws Exception {
        assertEquals(true, readable(Files.readAllBytes(FITTED)));
    }

    // Anything thrown but a Problem fails the test.
    private static boolean readable(byte[] bytes) {
        try {
            return !read(bytes).root().isNone();
        } catch (Problem damaged) {
            return false;
        }
    }

    private static PickleFile read(byte[] bytes) throws Problem {
        return PickleFile.of(MemorySegment.ofArray(bytes), "cut.joblib", Progress.none());
    }
}
