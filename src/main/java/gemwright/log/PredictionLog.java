package gemwright.log;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Writes what a model answered, without ever holding up a request.
///
/// [#append] puts a prediction into a bounded queue, or drops and counts it where the queue is
/// full. One thread of its own (`prediction-log`, ended by [#close]) wakes every 10 ms, writes all
/// that waits with one call, and forces it to the disk once a second: a killed process loses at
/// most those 10 ms, a power cut a second. Where the disk is full, predictions are dropped and
/// counted until there is room again; [#failure] says why. Full segments go to an [Archive].
public final class PredictionLog implements AutoCloseable {
    private static final int QUEUE = 65_536;
    private static final long QUEUE_BYTES = 128L << 20;

    /// Predictions turned into one write.
    private static final int AT_ONCE = 8192;

    private static final long WAKE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Path folder;
    private final LogSchema schema;
    private final LogOptions options;
    private final Clock clock;
    private final BlockingQueue<Prediction> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicLong queuedBytes = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicReference<Optional<Problem>> failure =
            new AtomicReference<>(Optional.empty());
    private final LogLines lines = new LogLines();
    private final Privacy privacy;
    private final Archive archive;
    private final Thread writer;
    private volatile boolean closing;
    private Segment segment;

    private PredictionLog(
            Path folder, LogSchema schema, LogOptions options, Privacy privacy, Clock clock)
            throws IOException {
        this.folder = folder;
        this.schema = privacy.schema(schema);
        this.options = options;
        this.privacy = privacy;
        this.clock = clock;
        this.segment = Segment.create(folder, this.schema, clock.instant());
        this.archive = new Archive(Objects.requireNonNull(folder.getParent()), options, clock);
        this.writer = Thread.ofPlatform().daemon().name("prediction-log").unstarted(this::work);
    }

    /// Starts a log below `directory`, in `MODEL/VERSION`.
    ///
    /// @throws Problem where that folder cannot be written
    public static PredictionLog open(Path directory, LogSchema schema, LogOptions options)
            throws Problem {
        return open(directory, schema, options, Clock.systemUTC());
    }

    static PredictionLog open(Path directory, LogSchema schema, LogOptions options, Clock clock)
            throws Problem {
        Path folder =
                directory.resolve(folderName(schema.model())).resolve(folderName(schema.version()));
        try {
            Privacy privacy = Privacy.of(options, directory);
            PredictionLog log = new PredictionLog(folder, schema, options, privacy, clock);
            log.writer.start();
            log.archive.opened();
            return log;
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(folder, failed);
        }
    }

    /// Adds a prediction; returns at once.
    ///
    /// @return whether it was taken; false where it was dropped and counted
    public boolean append(Prediction prediction) {
        if (!isSampled(prediction.id())) {
            return true;
        }
        long bytes = prediction.bytes();
        boolean room = queuedBytes.addAndGet(bytes) <= QUEUE_BYTES;
        if (room && !closing && queue.offer(prediction)) {
            return true;
        }
        queuedBytes.addAndGet(-bytes);
        dropped.incrementAndGet();
        return false;
    }

    /// Decided by the id, so that a request is in the sample of each log or of none.
    private boolean isSampled(String id) {
        if (options.sample() >= 1) {
            return true;
        }
        long mixed = id.hashCode() * 0x9E3779B97F4A7C15L;
        return (mixed >>> 11) * 0x1p-53 < options.sample();
    }

    /// Predictions dropped so far, because the queue or the disk was full.
    public long dropped() {
        return dropped.get();
    }

    /// Predictions written so far.
    public long written() {
        return written.get();
    }

    /// Why nothing can be written just now; empty while all is well.
    public Optional<Problem> failure() {
        return failure.get();
    }

    /// The folder of this model and version.
    public Path folder() {
        return folder;
    }

    /// Writes what waits, forces it to the disk, and ends the thread.
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(writer);
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException stopped) {
                // What waits is written all the same; the caller learns of it afterwards.
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        archive.close();
    }

    /// A name as one folder: what other systems do not allow in a file's name is written as `%XX`.
    static String folderName(String name) {
        StringBuilder safe = new StringBuilder();
        for (byte letter : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    letter > 0
                            && (Character.isLetterOrDigit(letter)
                                    || letter == '-'
                                    || letter == '_'
                                    || (letter == '.' && !safe.isEmpty()));
            if (plain) {
                safe.append((char) letter);
            } else {
                safe.append("%%%02X".formatted(letter & 0xFF));
            }
        }
        return safe.isEmpty() ? "%" : safe.toString();
    }

    private void work() {
        List<Prediction> waiting = new ArrayList<>();
        long forcedAt = System.nanoTime();
        boolean last;
        do {
            if (!closing && queue.size() < AT_ONCE) {
                LockSupport.parkNanos(this, WAKE_NANOS);
            }
            last = closing;
            queue.drainTo(waiting, AT_ONCE);
            waiting.forEach(prediction -> queuedBytes.addAndGet(-prediction.bytes()));
            try {
                write(waiting);
                if (System.nanoTime() - forcedAt >= FORCE_NANOS) {
                    segment.force();
                    forcedAt = System.nanoTime();
                }
            } catch (IOException failed) {
                failure.set(Optional.of(AtomicFile.cannotWrite(segment.path(), failed)));
                dropped.addAndGet(waiting.size());
            }
            waiting.clear();
        } while (!last || !queue.isEmpty());
        try {
            segment.close();
        } catch (IOException failed) {
            failure.set(Optional.of(AtomicFile.cannotWrite(segment.path(), failed)));
        }
    }

    private void write(List<Prediction> waiting) throws IOException {
        if (segment.full(options, clock.instant())) {
            Segment next = Segment.create(folder, schema, clock.instant());
            Segment full = segment;
            segment = next;
            full.close();
            archive.closed(full.path());
        }
        if (waiting.isEmpty()) {
            return;
        }
        ByteBuffer bytes = lines.lines(waiting.stream().map(privacy::prediction).toList());
        segment.append(bytes);
        written.addAndGet(waiting.size());
        failure.set(Optional.empty());
    }
}
