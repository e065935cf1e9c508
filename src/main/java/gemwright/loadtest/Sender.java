package gemwright.loadtest;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;

/// One connection's share of a load test, on a thread of its own.
final class Sender implements Runnable {
    /// A server that is gone is asked again this often, not in a busy loop.
    private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

    private final LoadPlan plan;
    private final Bodies bodies;
    private final Timetable timetable;
    private final Phases phases;
    private volatile boolean stopped;
    private volatile @Nullable HttpConnection connection;

    Sender(LoadPlan plan, Bodies bodies, Timetable timetable, Phases phases) {
        this.plan = plan;
        this.bodies = bodies;
        this.timetable = timetable;
        this.phases = phases;
    }

    @Override
    public void run() {
        try {
            for (OptionalLong due = timetable.await();
                    due.isPresent() && !stopped;
                    due = timetable.await()) {
                send(due.getAsLong());
            }
        } finally {
            disconnect();
        }
    }

    /// Cuts the connection; the thread ends at once.
    void stop() {
        stopped = true;
        disconnect();
    }

    private void send(long due) {
        byte[] request = bodies.next();
        long sent = System.nanoTime();
        Outcome outcome;
        try {
            HttpConnection open = connect();
            outcome = Outcome.ofStatus(open.exchange(request, false).status());
            if (open.isClosing()) {
                disconnect();
            }
        } catch (SocketTimeoutException late) {
            outcome = Outcome.TIMED_OUT;
            disconnect();
        } catch (IOException cut) {
            outcome = Outcome.CUT;
            disconnect();
        }
        if (stopped) {
            return;
        }
        long now = System.nanoTime();
        phases.of(due).record(outcome, now - due, now - sent);
        if (outcome == Outcome.CUT) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private HttpConnection connect() throws IOException {
        HttpConnection open = connection;
        if (open == null) {
            open = HttpConnection.open(plan.target(), plan.timeout());
            connection = open;
        }
        return open;
    }

    private void disconnect() {
        HttpConnection open = connection;
        connection = null;
        if (open != null) {
            open.close();
        }
    }
}
