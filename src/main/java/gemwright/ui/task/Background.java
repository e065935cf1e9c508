package gemwright.ui.task;

import gemwright.base.Cancelled;
import gemwright.base.LogFile;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.ui.text.Phrase;

import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs work of the engine off the window's thread and brings results, progress and problems back
/// to it.
///
/// Whatever the work throws ends as a [Problem]: a defect of ours too, with a code and the path of
/// the log file. Its threads are daemons; they end with the process.
public final class Background {
    private static final Logger LOG = Logger.getLogger(Background.class.getName());

    private final ExecutorService workers;
    private final Executor window;
    private final ObservableList<Job> running = FXCollections.observableArrayList();
    private final ObservableList<Job> shownRunning =
            FXCollections.unmodifiableObservableList(running);

    /// Work of the engine.
    @FunctionalInterface
    public interface Work<T> {
        /// Does it, reporting to the progress.
        T run(Progress progress) throws Problem;
    }

    /// Brings results back through that executor; for tests that have no window.
    public Background(Executor window) {
        this.window = window;
        this.workers =
                Executors.newCachedThreadPool(
                        Thread.ofPlatform().daemon().name("work-", 1).factory());
    }

    /// Brings results back to the window's thread.
    public static Background ofWindow() {
        return new Background(Platform::runLater);
    }

    /// Jobs under way, the oldest first; changes on the window's thread.
    public ObservableList<Job> running() {
        return shownRunning;
    }

    /// Does the work; exactly one of `done` and `failed` is called afterwards, on the window's
    /// thread, or none where the job was cancelled.
    ///
    /// @param name what the status bar calls it
    public <T> Job run(Phrase name, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        Running<T> one = new Running<>(name, work, done, failed);
        running.add(one.job);
        one.job.state().addListener((_, _, _) -> running.remove(one.job));
        one.start();
        return one.job;
    }

    /// Does a little work that the status bar need not show.
    public <T> Job quietly(Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
        Running<T> one = new Running<>(Phrase.of("status.ready"), work, done, failed);
        one.start();
        return one.job;
    }

    /// Does the work and keeps the property at what there is to show: working, then the result, the
    /// problem, or that it was stopped. A job still running for that property is cancelled first.
    public <T> Job run(Phrase name, Work<T> work, ObjectProperty<Outcome<T>> outcome) {
        if (outcome.get() instanceof Outcome.Working<T>(Job before)) {
            before.cancel();
        }
        Job job =
                run(
                        name,
                        work,
                        result -> outcome.set(new Outcome.Ready<>(result)),
                        problem -> outcome.set(new Outcome.Failed<>(problem)));
        outcome.set(new Outcome.Working<>(job));
        job.state()
                .addListener(
                        (_, _, state) -> {
                            if (state == Job.State.CANCELLED) {
                                outcome.set(new Outcome.Stopped<>());
                            }
                        });
        return job;
    }

    /// Does something on the window's thread, soon.
    public void later(Runnable action) {
        window.execute(action);
    }

    /// Cancels all that is under way.
    public void cancelAll() {
        List.copyOf(running).forEach(Job::cancel);
    }

    private final class Running<T> {
        private final Work<T> work;
        private final Consumer<T> done;
        private final Consumer<Problem> failed;
        private final Job job;
        private final AtomicReference<Job.Step> unseen = new AtomicReference<>(NONE);
        private final AtomicBoolean stopped = new AtomicBoolean();
        private volatile Future<?> future = CompletableFuture.completedFuture("not started");

        Running(Phrase name, Work<T> work, Consumer<T> done, Consumer<Problem> failed) {
            this.work = work;
            this.done = done;
            this.failed = failed;
            this.job = new Job(name, this::stop);
        }

        void start() {
            future = workers.submit(this::work);
        }

        private void work() {
            try {
                T result = work.run(this::step);
                window.execute(() -> finish(Job.State.DONE, () -> done.accept(result)));
            } catch (Cancelled stop) {
                window.execute(job::cancel);
            } catch (Problem problem) {
                LOG.log(Level.FINE, "refused", problem);
                window.execute(() -> finish(Job.State.FAILED, () -> failed.accept(problem)));
            } catch (RuntimeException | Error defect) {
                Problem problem = defect(defect);
                window.execute(() -> finish(Job.State.FAILED, () -> failed.accept(problem)));
            }
        }

        private void finish(Job.State last, Runnable tell) {
            if (job.end(last)) {
                tell.run();
            }
        }

        private void step(String phase, long done, long total) {
            if (stopped.get()) {
                throw new Cancelled();
            }
            // One place waits for the window at a time; a fast loop must not flood its queue.
            if (unseen.getAndSet(new Job.Step(phase, done, total)).equals(NONE)) {
                window.execute(() -> job.at(unseen.getAndSet(NONE)));
            }
        }

        private void stop() {
            stopped.set(true);
            future.cancel(true);
        }
    }

    /// Stands for "the window has seen the last step".
    private static final Job.Step NONE = new Job.Step("", -1, 0);

    /// A defect of ours as the user sees it; the log file holds the rest.
    public static Problem defect(Throwable defect) {
        LOG.log(Level.SEVERE, "a defect of ours", defect);
        return Problem.of(
                "window.defect", LogFile.path().toString(), defect.getClass().getSimpleName());
    }
}
