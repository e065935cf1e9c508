package gemwright.format.zstd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;

class ZstdInputStreamTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/data/zstd");

    @ParameterizedTest
    @CsvSource({
        "level1.zst, text",
        "level3.zst, text",
        "level12.zst, text",
        "level19.zst, text",
        "streamed.zst, text",
        "frames.zst, text",
        "noise.zst, noise"
    })
    void decompressesWhatZstandardCompressed(String file, String content)
            throws IOException, NoSuchAlgorithmException {
        byte[] bytes = decompressed(Files.readAllBytes(FIXTURES.resolve(file)));

        byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
        assertEquals(
                Files.readString(FIXTURES.resolve(content + ".sha256")),
                HexFormat.of().formatHex(hash));
    }

    @Test
    void longRunsNeedNoMoreThanTheirWindow() throws IOException {
        assertArrayEquals(
                new byte[3_000_000],
                decompressed(Files.readAllBytes(FIXTURES.resolve("zeros.zst"))));
    }

    @Test
    void aStreamCutAnywhereIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve("table.csv.zst"));
        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            assertThrows(IOException.class, () -> decompressed(cut));
        }
    }

    @Test
    void aFlippedByteNeverPassesTheChecksum() throws IOException {
        byte[] whole = Files.readAllBytes(FIXTURES.resolve("level19.zst"));
        byte[] right = decompressed(whole);
        Random random = new Random(11);
        for (int i = 0; i < 1000; i++) {
            byte[] flipped = whole.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));

            assertTimeout(Duration.ofSeconds(1), () -> refusedOrRight(flipped, right));
        }
    }

    @Test
    void theChecksumIsThatOfTheSpecification() {
        Xxh64 hash = new Xxh64();
        hash.reset();
        assertEquals(0xEF46DB3751D8E999L, hash.value());

        byte[] text = "Nobody inspects the spammish repetition".getBytes(StandardCharsets.US_ASCII);
        hash.add(text, 0, 7);
        hash.add(text, 7, text.length);

        assertEquals(0xFBCEA83C8A378BF1L, hash.value());
    }

    /// The header has a few bits that change nothing of the content.
    private static void refusedOrRight(byte[] flipped, byte[] right) {
        try {
            assertArrayEquals(right, decompressed(flipped));
        } catch (IOException refused) {
            assertEquals(true, refused.getClass().getName().startsWith("java."));
        }
    }

    private static byte[] decompressed(byte[] compressed) throws IOException {
        try (InputStream in = new ZstdInputStream(new ByteArrayInputStream(compressed))) {
            return in.readAllBytes();
        }
    }
}
