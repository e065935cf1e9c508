package gemwright.log;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;

/// One file of a log: the schema line, then records; only ever appended to.
final class Segment implements AutoCloseable {
    private static final String LINES = ".jsonl";
    private static final String PARQUET = ".parquet";
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path path;
    private final FileChannel channel;
    private final Instant opened;
    private final long schemaBytes;
    private long bytes;
    private boolean forced = true;

    private Segment(Path path, FileChannel channel, Instant opened, LogSchema schema)
            throws IOException {
        this.path = path;
        this.channel = channel;
        this.opened = opened;
        byte[] line = (schema.line() + "\n").getBytes(StandardCharsets.UTF_8);
        append(ByteBuffer.wrap(line));
        schemaBytes = bytes;
    }

    /// Starts the next segment in the folder.
    static Segment create(Path folder, LogSchema schema, Instant now) throws IOException {
        Files.createDirectories(folder);
        for (int sequence = next(folder); ; sequence++) {
            String name = "seg-%s-%06d%s".formatted(NAME.format(now), sequence, LINES);
            Path path = folder.resolve(name);
            try {
                FileChannel channel =
                        FileChannel.open(
                                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return new Segment(path, channel, now, schema);
            } catch (FileAlreadyExistsException another) {
                // Another server writes into the same folder: the next number is tried.
                sequence = Math.max(sequence, next(folder) - 1);
            }
        }
    }

    /// The segments of a folder, oldest first.
    static List<Path> of(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(path -> named(path) || packed(path))
                    .sorted(java.util.Comparator.comparing(p -> p.getFileName().toString()))
                    .toList();
        }
    }

    /// Whether it has the name of a segment in JSON lines.
    static boolean named(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("seg-") && name.endsWith(LINES);
    }

    /// Whether it has the name of a segment that was packed as Parquet.
    static boolean packed(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("seg-") && name.endsWith(PARQUET);
    }

    /// The packed segment that takes the place of one in JSON lines.
    static Path packedOf(Path lines) {
        String name = lines.getFileName().toString();
        return lines.resolveSibling(name.substring(0, name.length() - LINES.length()) + PARQUET);
    }

    private static int next(Path folder) throws IOException {
        int last = 0;
        for (Path segment : of(folder)) {
            String name = segment.getFileName().toString();
            String number = name.substring(name.lastIndexOf('-') + 1, name.lastIndexOf('.'));
            if (number.matches("[0-9]{1,8}")) {
                last = Math.max(last, Integer.parseInt(number));
            }
        }
        return last + 1;
    }

    /// Appends whole lines. After a failure the file ends with the last whole line again.
    void append(ByteBuffer lines) throws IOException {
        try {
            while (lines.hasRemaining()) {
                channel.write(lines);
            }
            bytes = channel.position();
            forced = false;
        } catch (IOException failed) {
            channel.truncate(bytes);
            channel.position(bytes);
            throw failed;
        }
    }

    /// Forces what was written to the disk, against a power cut; a killed process loses nothing
    /// that was written.
    void force() throws IOException {
        if (!forced) {
            channel.force(false);
            forced = true;
        }
    }

    Path path() {
        return path;
    }

    boolean full(LogOptions options, Instant now) {
        long millis = ChronoUnit.MILLIS.between(opened, now);
        return bytes > schemaBytes
                && (bytes >= options.segmentBytes() || millis >= options.segmentAge().toMillis());
    }

    /// Closes the file; a segment without records disappears.
    @Override
    public void close() throws IOException {
        try (channel) {
            force();
        }
        if (bytes == schemaBytes) {
            Files.deleteIfExists(path);
        }
    }
}
