package gemwright.serve.predict;

import gemwright.base.Json;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.serve.model.Values;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes answers of `/predict`: single values for one record, lists in the order of the rows for
/// several, whole arrays for arrays.
public final class PredictWriter {
    private PredictWriter() {}

    /// `{"label":1,"probabilities":[0.08,0.92],"model":"credit","version":"3"}`.
    public static byte[] write(Asked asked, Answer answer, String model, String version) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator out =
                Json.factory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            Set<String> names = new HashSet<>();
            for (Output output : answer.outputs()) {
                names.add(output.name());
                out.writeName(output.name());
                output(out, output, asked);
            }
            own(out, names, "model", model);
            own(out, names, "version", version);
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /// A member of ours, unless an output has that name.
    private static void own(JsonGenerator out, Set<String> taken, String name, String value) {
        if (!taken.contains(name)) {
            out.writeName(name);
            out.writeString(value);
        }
    }

    private static void output(JsonGenerator out, Output output, Asked asked) {
        switch (output) {
            case Output.Tensor tensor -> tensor(out, tensor.values(), asked);
            case Output.Scores scores -> scores(out, scores, asked);
            case Output.Sequence sequence -> {
                out.writeStartArray();
                for (NdArray element : sequence.elements()) {
                    Values.nested(out, element, 0, 0, element.size());
                }
                out.writeEndArray();
            }
        }
    }

    private static void tensor(JsonGenerator out, NdArray values, Asked asked) {
        boolean byRow =
                asked.form() != Asked.Form.TENSORS
                        && values.rank() > 0
                        && values.rows() == asked.rows();
        if (!byRow) {
            Values.nested(out, values, 0, 0, values.size());
            return;
        }
        long width = values.size() / asked.rows();
        if (asked.form() == Asked.Form.MANY) {
            out.writeStartArray();
        }
        for (int row = 0; row < asked.rows(); row++) {
            row(out, values, row * width, (row + 1) * width);
        }
        if (asked.form() == Asked.Form.MANY) {
            out.writeEndArray();
        }
    }

    /// A row of one value is that value, whatever its dimensions.
    private static void row(JsonGenerator out, NdArray values, long from, long to) {
        if (to - from == 1) {
            Values.write(out, values, from);
        } else {
            Values.nested(out, values, 1, from, to);
        }
    }

    private static void scores(JsonGenerator out, Output.Scores scores, Asked asked) {
        List<String> classes = scores.classes();
        boolean one = asked.form() == Asked.Form.ONE && scores.values().rows() == 1;
        if (!one) {
            out.writeStartArray();
        }
        for (int row = 0; row < scores.values().rows(); row++) {
            out.writeStartObject();
            for (int k = 0; k < classes.size(); k++) {
                out.writeName(classes.get(k));
                Values.write(out, scores.values(), (long) row * classes.size() + k);
            }
            out.writeEndObject();
        }
        if (!one) {
            out.writeEndArray();
        }
    }
}
