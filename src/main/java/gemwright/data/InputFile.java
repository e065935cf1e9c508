package gemwright.data;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.zstd.ZstdInputStream;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// A file as a stream of its content: unpacked where it is compressed, in UTF-8 where it is text.
///
/// @param path the file
/// @param packing how it is compressed
record InputFile(Path path, Packing packing) {
    /// How a file is compressed, told by its first bytes.
    enum Packing {
        PLAIN,
        GZIP,
        ZSTD
    }

    /// What is done with a stream.
    @FunctionalInterface
    interface Use<T> {
        T of(InputStream in) throws IOException, Problem;
    }

    /// Looks at the first bytes.
    ///
    /// @throws Problem where the file is missing, empty or cannot be read
    static InputFile of(Path path) throws Problem {
        InputFile plain = new InputFile(path, Packing.PLAIN);
        byte[] head = plain.raw(in -> in.readNBytes(4));
        if (head.length == 0) {
            throw Problem.of("file.empty", path);
        }
        if (head.length < 4) {
            return plain;
        }
        int first = ((head[0] & 0xFF) << 8) | (head[1] & 0xFF);
        int second = ((head[2] & 0xFF) << 8) | (head[3] & 0xFF);
        if (first == 0x1F8B) {
            return new InputFile(path, Packing.GZIP);
        }
        return first == 0x28B5 && second == 0x2FFD ? new InputFile(path, Packing.ZSTD) : plain;
    }

    /// The first bytes of the content, unpacked.
    byte[] head(int length) throws Problem {
        byte[] head = content(Progress.none(), "reading", in -> in.readNBytes(length));
        if (head.length == 0) {
            throw Problem.of("file.empty", path);
        }
        return head;
    }

    /// Uses the content, unpacked, from its start.
    ///
    /// @param phase what `progress` calls it; steps count bytes of the file
    <T> T content(Progress progress, String phase, Use<T> use) throws Problem {
        return raw(
                in -> {
                    long size = Files.size(path);
                    InputStream counted = new Counting(in, progress, phase, size);
                    try (InputStream unpacked = unpacked(counted)) {
                        return use.of(unpacked);
                    }
                });
    }

    /// Uses the text in UTF-8, without its byte order mark.
    <T> T text(TextEncoding encoding, Progress progress, String phase, Use<T> use) throws Problem {
        return content(
                progress,
                phase,
                in -> {
                    in.skipNBytes(encoding.mark());
                    boolean utf8 = encoding.charset().equals(StandardCharsets.UTF_8);
                    return use.of(utf8 ? in : new Utf8Stream(in, encoding.charset()));
                });
    }

    /// How the text is encoded, as the user says or the bytes do.
    TextEncoding encoding(ReadOptions options, Progress progress) throws Problem {
        if (options.encoding().isPresent()) {
            return TextEncoding.named(options.encoding().get(), head(4));
        }
        return raw(
                _ ->
                        TextEncoding.of(
                                () ->
                                        unpacked(
                                                new Counting(
                                                        new BufferedInputStream(
                                                                Files.newInputStream(path)),
                                                        progress,
                                                        "scanning",
                                                        Files.size(path)))));
    }

    private InputStream unpacked(InputStream in) throws IOException {
        return switch (packing) {
            case PLAIN -> in;
            case GZIP -> new GZIPInputStream(in, 1 << 16);
            case ZSTD -> new ZstdInputStream(new BufferedInputStream(in, 1 << 16));
        };
    }

    private <T> T raw(Use<T> use) throws Problem {
        try (InputStream in = Files.newInputStream(path)) {
            return use.of(in);
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", path).causedBy(missing);
        } catch (AccessDeniedException denied) {
            throw Problem.of("file.cannotRead", path, "permission denied").causedBy(denied);
        } catch (ZipException | java.io.EOFException damaged) {
            throw Problem.of("data.packed.damaged", path).causedBy(damaged);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", path, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    /// Reports each megabyte and stops where the user says so.
    private static final class Counting extends FilterInputStream {
        private final Progress progress;
        private final String phase;
        private final long total;
        private long done;
        private long reported;

        Counting(InputStream in, Progress progress, String phase, long total) {
            super(in);
            this.progress = progress;
            this.phase = phase;
            this.total = total;
            progress.step(phase, 0, total);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read > 0) {
                done += read;
                if (done - reported >= 1 << 20) {
                    reported = done;
                    progress.step(phase, Math.min(done, total), total);
                }
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }
    }
}
