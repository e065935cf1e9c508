package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;

class FingerprintTest {
    @TempDir private Path folder;

    @Test
    void isTheStandardsOwnExample() throws Exception {
        Path file = Files.writeString(folder.resolve("abc"), "abc");

        // FIPS 180-4, example of SHA-256 for "abc"
        assertEquals(
                new Fingerprint(
                        3, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
                Fingerprint.of(file, Progress.none()));
    }

    @Test
    void namesAMissingFile() {
        Problem problem =
                assertThrows(
                        Problem.class, () -> Fingerprint.of(folder.resolve("no"), Progress.none()));

        assertEquals("file.missing", problem.key());
    }
}
