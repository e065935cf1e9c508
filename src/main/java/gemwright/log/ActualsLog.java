package gemwright.log;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/// Writes outcomes beside the predictions of a model, as they arrive: JSON lines in
/// `DIR/MODEL/actuals-….jsonl`, each forced to the disk before its sender is told that it was
/// taken. For several threads.
public final class ActualsLog implements AutoCloseable {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;
    private final Clock clock;
    private Optional<FileChannel> channel = Optional.empty();

    private ActualsLog(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /// The outcomes of that model; the file is made with the first of them.
    ///
    /// @param directory of the prediction log
    public static ActualsLog of(Path directory, String model) {
        return new ActualsLog(
                directory.resolve(PredictionLog.folderName(model)), Clock.systemUTC());
    }

    /// Writes them down.
    ///
    /// @throws Problem where the disk does not take them; none of them is then written
    public synchronized void append(List<Actual> actuals) throws Problem {
        StringBuilder lines = new StringBuilder();
        actuals.forEach(actual -> lines.append(actual.line(clock.instant())).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.UTF_8));
        try {
            FileChannel open = open();
            long before = open.position();
            try {
                while (bytes.hasRemaining()) {
                    open.write(bytes);
                }
                open.force(false);
            } catch (IOException failed) {
                open.truncate(before);
                open.position(before);
                throw failed;
            }
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(folder, failed);
        }
    }

    private FileChannel open() throws IOException {
        if (channel.isPresent()) {
            return channel.get();
        }
        Files.createDirectories(folder);
        Optional<FileChannel> opened = Optional.empty();
        for (int sequence = 1; opened.isEmpty(); sequence++) {
            opened = opened(sequence);
        }
        channel = opened;
        return opened.get();
    }

    /// Empty where another server has made a file of that name in the same second.
    private Optional<FileChannel> opened(int sequence) throws IOException {
        String name = "actuals-%s-%03d.jsonl".formatted(NAME.format(clock.instant()), sequence);
        try {
            return Optional.of(
                    FileChannel.open(
                            folder.resolve(name),
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.WRITE));
        } catch (FileAlreadyExistsException another) {
            return Optional.empty();
        }
    }

    @Override
    public synchronized void close() throws Problem {
        if (channel.isPresent()) {
            try {
                channel.get().close();
            } catch (IOException failed) {
                throw AtomicFile.cannotWrite(folder, failed);
            }
        }
    }
}
