package gemwright.ui.task;

import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One piece of work under way. Its properties change on the window's thread only.
public final class Job {
    /// Where a job is.
    public enum State {
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /// A place in the work.
    ///
    /// @param phase what is being done, a key `progress.PHASE` of the problems bundle; empty before
    ///   the first step
    /// @param done units done
    /// @param total units in all, 0 where that is not known
    public record Step(String phase, long done, long total) {
        /// The share that is done, or empty where the whole is not known.
        public Optional<Double> share() {
            return total > 0 ? Optional.of(Math.min(1.0, (double) done / total)) : Optional.empty();
        }
    }

    private final Phrase name;
    private final Instant started = Instant.now();
    private final ObjectProperty<State> state = new SimpleObjectProperty<>(State.RUNNING);
    private final ObjectProperty<Step> step = new SimpleObjectProperty<>(new Step("", 0, 0));
    private final Runnable stop;

    Job(Phrase name, Runnable stop) {
        this.name = name;
        this.stop = stop;
    }

    /// What the user sees it called.
    public Phrase name() {
        return name;
    }

    /// Where it is.
    public ReadOnlyObjectProperty<State> state() {
        return state;
    }

    /// How far it is.
    public ReadOnlyObjectProperty<Step> step() {
        return step;
    }

    /// How long it has run.
    public Duration elapsed() {
        return Duration.between(started, Instant.now());
    }

    /// How long it will go on at this pace; empty before that can be told.
    public Optional<Duration> left() {
        return step.get()
                .share()
                .filter(share -> share > 0.02)
                .map(
                        share ->
                                elapsed()
                                        .multipliedBy(Math.round(1000 / share - 1000))
                                        .dividedBy(1000));
    }

    /// Stops it: it counts as cancelled at once, its result is dropped, and its thread ends at the
    /// next step.
    public void cancel() {
        if (state.get() == State.RUNNING) {
            state.set(State.CANCELLED);
            stop.run();
        }
    }

    void at(Step place) {
        if (state.get() == State.RUNNING) {
            step.set(place);
        }
    }

    boolean end(State last) {
        if (state.get() != State.RUNNING) {
            return false;
        }
        state.set(last);
        return true;
    }
}
