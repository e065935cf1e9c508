package gemwright.base;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Work spread over the processors that this process may use.
public final class Tasks {
    private Tasks() {}

    /// One piece of work.
    @FunctionalInterface
    public interface Work<T, R> {
        /// Does it.
        R on(T item) throws Problem;
    }

    /// Threads to use: the container's share of processors, or the system property
    /// `gemwright.threads` (what `--threads` sets); at least 1.
    public static int threads() {
        return Math.max(
                1,
                Integer.getInteger(
                        "gemwright.threads", Runtime.getRuntime().availableProcessors()));
    }

    /// Does the work on every item, [#threads] at a time, and gives the results in the order of the
    /// items.
    ///
    /// The threads end before this returns, also after a failure; the first failure in the order of
    /// the items is thrown.
    public static <T, R> List<R> parallel(List<T> items, Work<T, R> work) throws Problem {
        int width = Math.min(threads(), items.size());
        if (width <= 1) {
            List<R> results = new ArrayList<>(items.size());
            for (T item : items) {
                results.add(work.on(item));
            }
            return results;
        }
        try (ExecutorService pool =
                Executors.newFixedThreadPool(width, Thread.ofPlatform().daemon().factory())) {
            List<Future<R>> running = new ArrayList<>(items.size());
            for (T item : items) {
                running.add(pool.submit(() -> work.on(item)));
            }
            try {
                return collect(running);
            } finally {
                pool.shutdownNow();
            }
        }
    }

    private static <R> List<R> collect(List<Future<R>> running) throws Problem {
        List<R> results = new ArrayList<>(running.size());
        for (Future<R> one : running) {
            try {
                results.add(one.get());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new Cancelled();
            } catch (ExecutionException failed) {
                throw unwrap(failed);
            }
        }
        return results;
    }

    private static Problem unwrap(ExecutionException failed) {
        return switch (failed.getCause()) {
            case Problem problem -> problem;
            case RuntimeException defect -> throw defect;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failed);
        };
    }
}
