package gemwright.serve;

import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.http.Router;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;
import gemwright.serve.predict.Asked;
import gemwright.serve.predict.PredictWriter;

import java.util.List;
import java.util.Map;

/// `POST /predict` for the only model, `POST /predict/NAME` for any.
final class PredictRoutes implements Predictions.Protocol<Asked> {
    private final Models models;

    private PredictRoutes(Models models) {
        this.models = models;
    }

    static void add(Router router, Models models, Predictions predictions) {
        PredictRoutes routes = new PredictRoutes(models);
        router.add(
                "POST",
                "/predict",
                (request, values) -> predictions.answer(request, routes.only(), routes));
        router.add(
                "POST",
                "/predict/{model}",
                (request, values) -> predictions.answer(request, values.getFirst(), routes));
    }

    private String only() throws Refusal {
        List<String> names = models.names();
        if (names.size() != 1) {
            throw Refusal.badRequest(
                    "several models are served here ("
                            + String.join(", ", names)
                            + "); post to /predict/NAME");
        }
        return names.getFirst();
    }

    @Override
    public Asked read(Request request, Served served) throws Refusal {
        return served.reader().read(request.body());
    }

    @Override
    public Map<String, NdArray> inputs(Asked question) {
        return question.inputs();
    }

    @Override
    public int rows(Asked question) {
        return question.rows();
    }

    @Override
    public Response write(Asked question, Served served, Answer answer) {
        byte[] body = PredictWriter.write(question, answer, served.name(), served.version());
        return Response.json(200, body);
    }
}
