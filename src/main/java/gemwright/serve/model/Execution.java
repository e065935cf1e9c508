package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Stop;
import gemwright.serve.http.Refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs one model for many requests at the same time.
///
/// A quick model runs on the request's own thread: a hand-over would cost more than it saves. A
/// slow one runs on the workers, as many as there are processors, so that the threads that carry
/// requests stay free for health probes; requests that wait meanwhile are answered by one run
/// ([Batch]). A run that nobody waits for any more is stopped, and a model that fails again and
/// again is left alone ([Breaker]).
final class Execution {
    /// Below it a run is quick. Waking another thread costs some 20 µs.
    static final Duration QUICK = Duration.ofMillis(1);

    /// Requests of one run at most: larger batches gained nothing (MiniLM, two processors).
    private static final int LARGEST_BATCH = 8;

    private static final double WEIGHT_OF_LAST = 0.1;
    private static final int CLOSING = 503;

    private final Run model;
    private final Batch batch;
    private final Executor workers;
    private final long quickNanos;
    private final Duration limit;
    private final Statistics statistics;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private final Breaker breaker;

    /// Not known before the first run, which may hang and must not hold a request's own thread.
    private volatile double averageNanos = Double.POSITIVE_INFINITY;

    /// The model itself.
    @FunctionalInterface
    interface Run {
        /// Its answer to these inputs.
        ///
        /// @param stop may end it before; empty where nobody will
        Answer run(Map<String, NdArray> inputs, Optional<Stop> stop) throws Problem;
    }

    /// A request that waits for a worker, and then for its run.
    private static final class Waiting {
        private final Map<String, NdArray> inputs;
        private final long since = System.nanoTime();
        private final CompletableFuture<Answer> answer = new CompletableFuture<>();
        private boolean givenUp;
        private Optional<Group> running = Optional.empty();

        Waiting(Map<String, NdArray> inputs) {
            this.inputs = inputs;
        }

        /// Whether there is still somebody who waits for the answer.
        synchronized boolean joins(Group group) {
            running = Optional.of(group);
            return !givenUp;
        }

        synchronized void giveUp() {
            givenUp = true;
            running.ifPresent(Group::leave);
        }
    }

    /// The requests of one run.
    private static final class Group {
        private final Stop stop;
        private int waiting;

        Group(Stop stop, int waiting) {
            this.stop = stop;
            this.waiting = waiting;
        }

        synchronized void leave() {
            if (--waiting == 0) {
                stop.now();
            }
        }
    }

    /// How a model is run.
    ///
    /// @param quick a model whose runs take less is run at once
    /// @param limit after which a request gets 504
    /// @param breaking when it is left alone
    record Manner(Duration quick, Duration limit, Breaking breaking) {}

    Execution(
            Run model,
            Signature signature,
            Executor workers,
            Manner manner,
            Statistics statistics) {
        this.model = model;
        this.batch = new Batch(signature);
        this.workers = workers;
        this.quickNanos = manner.quick().toNanos();
        this.limit = manner.limit();
        this.breaker = new Breaker(manner.breaking(), System::nanoTime);
        this.statistics = statistics;
    }

    /// Whether requests are turned away because it fails.
    boolean isBroken() {
        return breaker.isOpen();
    }

    /// The answer to one request.
    ///
    /// @throws Refusal 400 where the model fails on these values, 503 where it is left alone, 504
    ///   where it takes too long
    Answer run(Map<String, NdArray> inputs) throws Refusal {
        breaker.enter();
        boolean decided = false;
        try {
            Answer answer = averageNanos < quickNanos ? inline(inputs) : await(inputs);
            breaker.succeeded();
            decided = true;
            return answer;
        } catch (Refusal refusal) {
            decided = refusal.status() != CLOSING;
            if (decided) {
                breaker.failed();
            }
            throw refusal;
        } catch (RuntimeException | Error defect) {
            decided = true;
            breaker.failed();
            throw defect;
        } finally {
            if (!decided) {
                breaker.undecided();
            }
        }
    }

    private Answer inline(Map<String, NdArray> inputs) throws Refusal {
        try {
            return measured(inputs, Optional.empty());
        } catch (Problem failed) {
            throw refusal(failed);
        }
    }

    private Answer await(Map<String, NdArray> inputs) throws Refusal {
        Waiting waiting = new Waiting(inputs);
        queue.add(waiting);
        workers.execute(this::next);
        try {
            return waiting.answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Problem problem -> throw refusal(problem);
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (TimeoutException late) {
            queue.remove(waiting);
            waiting.giveUp();
            throw Refusal.of(504, "the model took longer than " + spelled(limit));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            waiting.giveUp();
            throw Refusal.busy("the server is closing");
        }
    }

    private static String spelled(Duration time) {
        return time.toMillis() % 1_000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    private static Refusal refusal(Problem problem) {
        Problem.Part part = problem.parts().getFirst();
        return Refusal.badRequest(
                "the model cannot answer: " + part.what(Texts.problems(Locale.ENGLISH)));
    }

    /// One worker's turn: the request that has waited longest, and those behind it that fit.
    private void next() {
        Waiting first = queue.poll();
        if (first == null) {
            return; // answered in another worker's batch
        }
        List<Waiting> together = new ArrayList<>(List.of(first));
        while (batch.isUsable() && together.size() < LARGEST_BATCH) {
            Waiting more = queue.peek();
            if (more == null || !batch.fits(first.inputs, more.inputs) || !queue.remove(more)) {
                break;
            }
            together.add(more);
        }
        long now = System.nanoTime();
        together.forEach(waiting -> statistics.queued(now - waiting.since));
        answer(together);
    }

    private void answer(List<Waiting> together) {
        if (together.size() == 1) {
            complete(together.getFirst());
            return;
        }
        List<Answer> answers;
        try (Stop stop = new Stop()) {
            Group group = new Group(stop, together.size());
            together.forEach(
                    waiting -> {
                        if (!waiting.joins(group)) {
                            group.leave();
                        }
                    });
            List<Map<String, NdArray>> inputs = together.stream().map(w -> w.inputs).toList();
            answers = batch.split(inputs, measured(Batch.joined(inputs), Optional.of(stop)));
        } catch (Problem | RuntimeException failed) {
            // one of them may be at fault: each gets its own answer
            answers = List.of();
        }
        if (answers.isEmpty()) {
            together.forEach(this::complete);
        } else if (batch.isProven()) {
            for (int i = 0; i < answers.size(); i++) {
                together.get(i).answer.complete(answers.get(i));
            }
        } else {
            prove(together, answers);
        }
    }

    /// Until joined runs have given the same answers as single ones a few times, the single ones
    /// count.
    private void prove(List<Waiting> together, List<Answer> joined) {
        for (int i = 0; i < joined.size(); i++) {
            complete(together.get(i));
            CompletableFuture<Answer> single = together.get(i).answer;
            if (single.isDone() && !single.isCompletedExceptionally()) {
                batch.compare(single.join(), joined.get(i));
            }
        }
    }

    // A worker is one of the places that catch everything: the request's own thread rethrows it.
    private void complete(Waiting waiting) {
        try (Stop stop = new Stop()) {
            if (waiting.joins(new Group(stop, 1))) {
                waiting.answer.complete(measured(waiting.inputs, Optional.of(stop)));
            }
        } catch (Problem | RuntimeException | Error failed) {
            waiting.answer.completeExceptionally(failed);
        }
    }

    private Answer measured(Map<String, NdArray> inputs, Optional<Stop> stop) throws Problem {
        long start = System.nanoTime();
        try {
            return model.run(inputs, stop);
        } finally {
            long nanos = System.nanoTime() - start;
            double before = averageNanos; // a lost update does not matter to an average
            boolean first = before == Double.POSITIVE_INFINITY;
            averageNanos =
                    first ? WEIGHT_OF_LAST * nanos : before + WEIGHT_OF_LAST * (nanos - before);
            statistics.run(nanos);
        }
    }
}
