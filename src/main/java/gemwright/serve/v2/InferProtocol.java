package gemwright.serve.v2;

import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.serve.Predictions;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.model.Served;

import java.util.Map;

/// `infer` as a [Predictions.Protocol].
final class InferProtocol implements Predictions.Protocol<InferRequest> {
    @Override
    public InferRequest read(Request request, Served served) throws Refusal {
        return InferReader.read(request, served.signature());
    }

    @Override
    public Map<String, NdArray> inputs(InferRequest question) {
        return question.inputs();
    }

    /// The first dimension, where the model is made of rows.
    @Override
    public int rows(InferRequest question) {
        return question.inputs().values().stream()
                .filter(array -> array.rank() > 0)
                .mapToInt(array -> Math.toIntExact(array.rows()))
                .findFirst()
                .orElse(1);
    }

    @Override
    public Response write(InferRequest question, Served served, Answer answer) throws Refusal {
        return InferWriter.write(question, served, answer);
    }
}
