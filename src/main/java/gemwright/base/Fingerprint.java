package gemwright.base;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What identifies a file's content, wherever it lies.
///
/// @param bytes its length
/// @param sha256 SHA-256 of its content, 64 lower-case hexadecimal digits
public record Fingerprint(long bytes, String sha256) {
    private static final int CHUNK = 1 << 16;

    /// Reads the whole file once.
    ///
    /// @throws Problem where it cannot be read
    public static Fingerprint of(Path file, Progress progress) throws Problem {
        MessageDigest digest = newDigest();
        long done = 0;
        try (InputStream in = Files.newInputStream(file)) {
            long total = Files.size(file);
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
                done += read;
                progress.step("reading", done, total);
            }
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", file).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", file, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
        return new Fingerprint(done, HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
