package gemwright.serve;

import gemwright.base.Problem;
import gemwright.log.Actual;
import gemwright.log.ActualsLog;
import gemwright.log.LogSchema;
import gemwright.log.Prediction;
import gemwright.log.PredictionLog;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Served;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The prediction log as a [Journal]: a log of its own for each version of each model.
final class LogJournal implements Journal {
    private static final Logger LOG = Logger.getLogger(LogJournal.class.getName());
    private static final int OK = 200;

    private final EndpointOptions.Logging logging;
    private final Map<String, ActualsLog> actuals = new ConcurrentHashMap<>();
    private final Set<PredictionLog> open = ConcurrentHashMap.newKeySet();
    private final LongAdder written = new LongAdder();
    private final LongAdder dropped = new LongAdder();

    LogJournal(EndpointOptions.Logging logging) {
        this.logging = logging;
    }

    @Override
    public Recorder open(Served served) throws Problem {
        LogTables tables = new LogTables(served.signature());
        LogSchema schema =
                new LogSchema(served.name(), served.version(), served.sha256(), tables.columns());
        PredictionLog log = PredictionLog.open(logging.folder(), schema, logging.options());
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
        Optional<Problem> failure = Optional.empty();
        for (PredictionLog log : open) {
            allWritten += log.written();
            allDropped += log.dropped();
            failure = failure.or(log::failure);
        }
        return new Counts(allWritten, allDropped, failure);
    }

    @Override
    public void actuals(String model, List<Actual> found) throws Problem {
        actuals.computeIfAbsent(model, name -> ActualsLog.of(logging.folder(), name)).append(found);
    }

    @Override
    public void close() {
        for (ActualsLog log : actuals.values()) {
            try {
                log.close();
            } catch (Problem failed) {
                LOG.log(Level.WARNING, "outcomes", failed);
            }
        }
    }
}
