package gemwright.serve;

import gemwright.base.Problem;
import gemwright.log.LogOptions;
import gemwright.log.LogSchema;
import gemwright.log.Prediction;
import gemwright.log.PredictionLog;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Served;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/// The prediction log as a [Journal]: a log of its own for each version of each model.
final class LogJournal implements Journal {
    private static final int OK = 200;

    private final Path folder;
    private final Set<PredictionLog> open = ConcurrentHashMap.newKeySet();
    private final LongAdder written = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    LogJournal(Path folder) {
        this.folder = folder;
    }

    @Override
    public Recorder open(Served served) throws Problem {
        LogTables tables = new LogTables(served.signature());
        LogSchema schema =
                new LogSchema(served.name(), served.version(), served.sha256(), tables.columns());
        PredictionLog log = PredictionLog.open(folder, schema, LogOptions.usual());
        open.add(log);
        return new Recorder() {
            @Override
            public void record(Entry entry) {
                log.append(
                        new Prediction(
                                entry.id(),
                                Instant.ofEpochMilli(entry.millis()),
                                Duration.ofNanos(entry.nanos()),
                                OK,
                                tables.inputs(entry),
                                tables.outputs(entry)));
            }

            @Override
            public void close() {
                log.close();
                open.remove(log);
                written.add(log.written());
                dropped.add(log.dropped());
            }
        };
    }

    @Override
    public Counts counts() {
        long allWritten = written.sum();
        long allDropped = dropped.sum();
        for (PredictionLog log : open) {
            allWritten += log.written();
            allDropped += log.dropped();
        }
        return new Counts(allWritten, allDropped);
    }
}
