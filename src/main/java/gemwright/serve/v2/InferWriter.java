package gemwright.serve.v2;

import gemwright.base.Json;
import gemwright.data.NdArray;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Response;
import gemwright.serve.model.Served;
import gemwright.serve.model.Values;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Writes answers to inference requests: JSON, with the outputs that were asked for as raw bytes
/// behind it.
final class InferWriter {
    private final List<byte[]> raw = new ArrayList<>();

    private InferWriter() {}

    static Response write(InferRequest request, Served served, Answer answer) throws Refusal {
        return new InferWriter().response(request, served, answer);
    }

    private Response response(InferRequest request, Served served, Answer answer) throws Refusal {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator out =
                Json.factory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            out.writeStartObject();
            out.writeName("model_name");
            out.writeString(served.name());
            out.writeName("model_version");
            out.writeString(served.version());
            if (request.id().isPresent()) {
                out.writeName("id");
                out.writeString(request.id().get());
            }
            out.writeName("outputs");
            out.writeStartArray();
            for (InferRequest.Wanted wanted : wanted(request, answer)) {
                output(out, wanted, answer);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        if (raw.isEmpty()) {
            return Response.json(200, bytes.toByteArray());
        }
        int length = bytes.size();
        raw.forEach(bytes::writeBytes);
        return Response.of(200, "application/octet-stream", bytes.toByteArray())
                .with(InferReader.JSON_LENGTH, Integer.toString(length));
    }

    /// The outputs to write: those asked for, or all.
    static List<InferRequest.Wanted> wanted(InferRequest request, Answer answer) {
        if (!request.outputs().isEmpty()) {
            return request.outputs();
        }
        return answer.outputs().stream()
                .map(output -> new InferRequest.Wanted(output.name(), request.binaryByDefault()))
                .toList();
    }

    /// An output as a tensor.
    ///
    /// @throws Refusal where it is none
    static NdArray array(String name, Answer answer) throws Refusal {
        return switch (answer.find(name).orElseThrow()) {
            case Output.Tensor tensor -> tensor.values();
            case Output.Scores scores -> scores.values();
            case Output.Sequence sequence ->
                    throw Refusal.badRequest(
                            "the output '"
                                    + sequence.name()
                                    + "' is a sequence, which this protocol cannot carry; ask for"
                                    + " the others, or use /predict");
        };
    }

    private void output(JsonGenerator out, InferRequest.Wanted wanted, Answer answer)
            throws Refusal {
        NdArray values = array(wanted.name(), answer);
        out.writeStartObject();
        out.writeName("name");
        out.writeString(wanted.name());
        out.writeName("datatype");
        out.writeString(DataTypes.of(values.dtype()));
        out.writeName("shape");
        out.writeStartArray();
        for (long size : values.shape()) {
            out.writeNumber(size);
        }
        out.writeEndArray();
        if (wanted.binary()) {
            byte[] bytes = RawTensors.write(values);
            raw.add(bytes);
            out.writeName("parameters");
            out.writeStartObject();
            out.writeName("binary_data_size");
            out.writeNumber(bytes.length);
            out.writeEndObject();
        } else {
            out.writeName("data");
            Values.flat(out, values);
        }
        out.writeEndObject();
    }
}
