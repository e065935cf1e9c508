package gemwright.serve;

import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;

import java.util.Map;

/// The way of every prediction, whatever its protocol: gate, model, answer, journal, statistics.
public final class Predictions {
    private final Models models;
    private final Gate gate;
    private final Metrics metrics;

    Predictions(Models models, Gate gate, Metrics metrics) {
        this.models = models;
        this.gate = gate;
        this.metrics = metrics;
    }

    /// One protocol: how it reads a question and writes an answer.
    ///
    /// @param <Q> a question that was understood
    public interface Protocol<Q> {
        /// The question in a request.
        Q read(Request request, Served served) throws Refusal;

        /// The inputs of the model in it.
        Map<String, NdArray> inputs(Q question);

        /// How many rows it has.
        int rows(Q question);

        /// The answer in its words.
        Response write(Q question, Served served, Answer answer) throws Refusal;
    }

    /// Answers a request with the model of that name.
    public <Q> Response answer(Request request, String model, Protocol<Q> protocol) throws Refusal {
        // read before anything is taken: a slow client must not hold a place or an old version
        request.body();
        gate.enter();
        try {
            Served served = models.enter(model, request.id());
            try {
                return answer(request, served, protocol);
            } catch (Refusal refused) {
                served.statistics().failure(System.nanoTime() - request.startNanos());
                throw refused;
            } finally {
                served.leave();
            }
        } finally {
            gate.leave();
        }
    }

    private <Q> Response answer(Request request, Served served, Protocol<Q> protocol)
            throws Refusal {
        long millis = System.currentTimeMillis();
        Q question = protocol.read(request, served);
        Map<String, NdArray> inputs = protocol.inputs(question);
        Answer answer = served.run(inputs);
        Response response = protocol.write(question, served, answer);
        long nanos = System.nanoTime() - request.startNanos();
        int rows = protocol.rows(question);
        served.statistics().success(rows, nanos);
        metrics.answered(served.name(), nanos);
        served.record(new Journal.Entry(request.id(), millis, nanos, rows, inputs, answer));
        models.follow(request.id(), served, inputs, answer, rows);
        return response;
    }
}
