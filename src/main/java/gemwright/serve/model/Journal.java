package gemwright.serve.model;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.log.Actual;
import gemwright.runtime.Answer;
import gemwright.serve.http.Refusal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where predictions are written down.
public interface Journal extends AutoCloseable {
    /// Begins a record of one version of a model.
    ///
    /// @throws Problem where it cannot be written
    Recorder open(Served served) throws Problem;

    /// Lines written so far, and those that had to be left out.
    Counts counts();

    /// Takes down what turned out to be true for predictions of a model.
    ///
    /// @throws Refusal where nothing is written down here
    /// @throws Problem where it cannot be written
    void actuals(String model, List<Actual> found) throws Refusal, Problem;

    @Override
    void close();

    /// The record of one version; closed with it.
    interface Recorder extends AutoCloseable {
        /// Takes down one answered request. Called on the request's own thread, so it never waits.
        void record(Entry entry);

        @Override
        void close();
    }

    /// What there is to take down.
    ///
    /// @param id of the request
    /// @param millis since 1970, when it began
    /// @param nanos that it took
    /// @param rows in it
    record Entry(
            String id,
            long millis,
            long nanos,
            int rows,
            Map<String, NdArray> inputs,
            Answer answer) {}

    /// Requests written, and left out.
    ///
    /// @param failure why nothing can be written just now; empty while all is well
    record Counts(long written, long dropped, Optional<Problem> failure) {}

    /// Writes nothing.
    static Journal none() {
        return new Journal() {
            @Override
            public Recorder open(Served served) {
                return new Recorder() {
                    @Override
                    public void record(Entry entry) {}

                    @Override
                    public void close() {}
                };
            }

            @Override
            public Counts counts() {
                return new Counts(0, 0, Optional.empty());
            }

            @Override
            public void actuals(String model, List<Actual> found) throws Refusal {
                throw Refusal.of(
                        409, "the prediction log is off here, so there is nothing to join with");
            }

            @Override
            public void close() {}
        };
    }
}
