package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Session;
import gemwright.runtime.Stop;
import gemwright.serve.http.Refusal;
import gemwright.serve.predict.PredictReader;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/// One version of a model in service.
///
/// Requests [#enter] and [#leave] it. When another version takes its place it is [#retire]d: those
/// inside finish, the last one out closes it.
public final class Served {
    /// Added to the number of users when it is retired, so that one number holds both.
    private static final int RETIRED = Integer.MIN_VALUE;

    private final String name;
    private final String version;
    private final Path file;
    private final String sha256;
    private final Session session;
    private final Signature signature;
    private final PredictReader reader;
    private final Statistics statistics = new Statistics();
    private final Execution execution;
    private final AtomicInteger users = new AtomicInteger();
    private Optional<Journal.Recorder> recorder = Optional.empty();

    /// @param running how it is run
    Served(
            String name,
            String version,
            Path file,
            Opener.Opened opened,
            Executor workers,
            Running running)
            throws Problem {
        this.name = name;
        this.version = version;
        this.file = file;
        this.sha256 = opened.sha256();
        this.session = opened.session();
        this.signature = Signatures.of(session, opened.missing());
        this.reader = new PredictReader(signature);
        this.execution =
                new Execution(
                        this::run,
                        signature,
                        workers,
                        new Execution.Manner(Execution.QUICK, running.limit(), running.breaking()),
                        statistics);
    }

    /// How the models of a server are run.
    ///
    /// @param limit after which a request gets 504
    /// @param breaking when a model that fails is left alone
    public record Running(Duration limit, Breaking breaking) {
        /// 30 s, and the usual patience.
        public static Running standard() {
            return new Running(Duration.ofSeconds(30), Breaking.standard());
        }
    }

    private Answer run(Map<String, NdArray> inputs, Optional<Stop> stop) throws Problem {
        return stop.isPresent() ? session.run(inputs, stop.get()) : session.run(inputs);
    }

    /// Whether requests are turned away because it failed too often in a row.
    public boolean isBroken() {
        return execution.isBroken();
    }

    /// What clients call it.
    public String name() {
        return name;
    }

    /// `1`, and one more with each swap.
    public String version() {
        return version;
    }

    /// The file it came from.
    public Path file() {
        return file;
    }

    /// Of the file it came from.
    public String sha256() {
        return sha256;
    }

    /// What it takes and gives.
    public Signature signature() {
        return signature;
    }

    /// Reads `/predict` bodies for it.
    public PredictReader reader() {
        return reader;
    }

    /// What it has done so far.
    public Statistics statistics() {
        return statistics;
    }

    /// Runs it.
    ///
    /// @throws Refusal 400 where the model fails on these values, with its own reason; 503 where it
    ///   is left alone because it fails; 504 where it takes too long
    public Answer run(Map<String, NdArray> inputs) throws Refusal {
        return execution.run(inputs);
    }

    /// Has its predictions taken down; before it goes into service.
    void recordIn(Journal.Recorder opened) {
        recorder = Optional.of(opened);
    }

    /// Takes down one answered request.
    public void record(Journal.Entry entry) {
        recorder.ifPresent(open -> open.record(entry));
    }

    /// Takes it for a request.
    ///
    /// @return false where it is retired: ask for its successor
    boolean enter() {
        int before = users.getAndUpdate(count -> count < 0 ? count : count + 1);
        return before >= 0;
    }

    /// Lets go of it after a request.
    public void leave() {
        if (users.decrementAndGet() == RETIRED) {
            close();
        }
    }

    /// Takes no further request; closes when the last one is done.
    void retire() {
        int before = users.getAndUpdate(count -> count < 0 ? count : count + RETIRED);
        if (before == 0) {
            close();
        }
    }

    private void close() {
        session.close();
        recorder.ifPresent(Journal.Recorder::close);
    }
}
