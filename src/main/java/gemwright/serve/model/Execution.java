package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.serve.http.Refusal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
/// ([Batch]).
final class Execution {
    /// Below it a run is quick. Waking another thread costs some 20 µs.
    static final Duration QUICK = Duration.ofMillis(1);

    /// Requests of one run at most: larger batches gained nothing (MiniLM, two processors).
    private static final int LARGEST_BATCH = 8;

    private static final double WEIGHT_OF_LAST = 0.1;

    private final Run model;
    private final Batch batch;
    private final Executor workers;
    private final long quickNanos;
    private final Duration limit;
    private final Statistics statistics;
    private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
    private volatile double averageNanos;

    /// The model itself.
    @FunctionalInterface
    interface Run {
        /// Its answer to these inputs.
        Answer run(Map<String, NdArray> inputs) throws Problem;
    }

    /// A request that waits for a worker.
    private record Waiting(
            Map<String, NdArray> inputs, long since, CompletableFuture<Answer> answer) {}

    /// @param quick a model whose runs take less is run at once
    /// @param limit after which a request gets 504
    Execution(
            Run model,
            Signature signature,
            Executor workers,
            Duration quick,
            Duration limit,
            Statistics statistics) {
        this.model = model;
        this.batch = new Batch(signature);
        this.workers = workers;
        this.quickNanos = quick.toNanos();
        this.limit = limit;
        this.statistics = statistics;
    }

    /// The answer to one request.
    ///
    /// @throws Refusal 400 where the model fails on these values, 504 where it takes too long
    Answer run(Map<String, NdArray> inputs) throws Refusal {
        if (averageNanos < quickNanos) {
            try {
                return measured(inputs);
            } catch (Problem failed) {
                throw refusal(failed);
            }
        }
        Waiting waiting = new Waiting(inputs, System.nanoTime(), new CompletableFuture<>());
        queue.add(waiting);
        workers.execute(this::next);
        return await(waiting);
    }

    private Answer await(Waiting waiting) throws Refusal {
        try {
            return waiting.answer().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case Problem problem -> throw refusal(problem);
                case RuntimeException defect -> throw defect;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed);
            }
        } catch (TimeoutException late) {
            queue.remove(waiting);
            throw Refusal.of(504, "the model took longer than " + limit.toSeconds() + " s");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw Refusal.busy("the server is closing");
        }
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
            if (more == null || !batch.fits(first.inputs(), more.inputs()) || !queue.remove(more)) {
                break;
            }
            together.add(more);
        }
        long now = System.nanoTime();
        together.forEach(waiting -> statistics.queued(now - waiting.since()));
        answer(together);
    }

    private void answer(List<Waiting> together) {
        if (together.size() == 1) {
            complete(together.getFirst());
            return;
        }
        List<Answer> answers;
        try {
            List<Map<String, NdArray>> inputs = together.stream().map(Waiting::inputs).toList();
            answers = batch.split(inputs, measured(Batch.joined(inputs)));
        } catch (Problem | RuntimeException failed) {
            // one of them may be at fault: each gets its own answer
            answers = List.of();
        }
        if (answers.isEmpty()) {
            together.forEach(this::complete);
        } else if (batch.isProven()) {
            for (int i = 0; i < answers.size(); i++) {
                together.get(i).answer().complete(answers.get(i));
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
            CompletableFuture<Answer> single = together.get(i).answer();
            if (!single.isCompletedExceptionally()) {
                batch.compare(single.join(), joined.get(i));
            }
        }
    }

    // A worker is one of the places that catch everything: the request's own thread rethrows it.
    private void complete(Waiting waiting) {
        try {
            waiting.answer().complete(measured(waiting.inputs()));
        } catch (Problem | RuntimeException | Error failed) {
            waiting.answer().completeExceptionally(failed);
        }
    }

    private Answer measured(Map<String, NdArray> inputs) throws Problem {
        long start = System.nanoTime();
        try {
            return model.run(inputs);
        } finally {
            long nanos = System.nanoTime() - start;
            double before = averageNanos; // a lost update does not matter to an average
            averageNanos = before + WEIGHT_OF_LAST * (nanos - before);
            statistics.run(nanos);
        }
    }
}
