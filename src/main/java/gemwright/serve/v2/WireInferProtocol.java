package gemwright.serve.v2;

import gemwright.data.NdArray;
import gemwright.format.protobuf.Kept;
import gemwright.format.protobuf.WireWriter;
import gemwright.runtime.Answer;
import gemwright.serve.Predictions;
import gemwright.serve.http.Refusal;
import gemwright.serve.http.Request;
import gemwright.serve.http.Response;
import gemwright.serve.model.Served;
import gemwright.serve.model.Slot;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `ModelInfer` as a [Predictions.Protocol]: one for each message. Answers carry their tensors as
/// raw bytes, which all clients read.
final class WireInferProtocol implements Predictions.Protocol<InferRequest> {
    private final WireInfer message;

    WireInferProtocol(WireInfer message) {
        this.message = message;
    }

    @Override
    public InferRequest read(Request request, Served served) throws Refusal {
        InferInputs inputs = new InferInputs(served.signature());
        for (int i = 0; i < message.inputs().size(); i++) {
            WireInfer.Tensor tensor = message.inputs().get(i);
            String place = "inputs[" + i + "]";
            Slot slot = inputs.slot(tensor.name(), tensor.datatype(), tensor.shape(), place);
            String called = InferInputs.called(place, slot);
            byte[] bytes =
                    message.raw().isEmpty()
                            ? tensor.contents().bytes(slot.type(), called)
                            : message.raw(i);
            inputs.raw(slot, bytes, 0, bytes.length, tensor.shape(), called);
        }
        List<InferRequest.Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < message.outputs().size(); i++) {
            inputs.requireOutput(message.outputs().get(i), "outputs[" + i + "]");
            wanted.add(new InferRequest.Wanted(message.outputs().get(i), true));
        }
        return new InferRequest(message.id(), inputs.all(), wanted, true);
    }

    @Override
    public Map<String, NdArray> inputs(InferRequest question) {
        return question.inputs();
    }

    @Override
    public int rows(InferRequest question) {
        return new InferProtocol().rows(question);
    }

    @Override
    public Response write(InferRequest question, Served served, Answer answer) throws Refusal {
        Map<String, NdArray> outputs = new LinkedHashMap<>();
        for (InferRequest.Wanted wanted : InferWriter.wanted(question, answer)) {
            outputs.put(wanted.name(), InferWriter.array(wanted.name(), answer));
        }
        WireWriter out = WireWriter.of(Kept.NOTHING, w -> write(w, question, served, outputs));
        return Response.of(200, "application/grpc", GrpcCalls.bytes(out));
    }

    private static void write(
            WireWriter out, InferRequest question, Served served, Map<String, NdArray> outputs) {
        out.text(1, served.name());
        out.text(2, served.version());
        question.id().ifPresent(id -> out.text(3, id));
        outputs.forEach((name, array) -> out.message(5, Kept.NOTHING, w -> tensor(w, name, array)));
        outputs.values()
                .forEach(array -> out.bytes(6, MemorySegment.ofArray(RawTensors.write(array))));
    }

    private static void tensor(WireWriter out, String name, NdArray array) {
        out.text(1, name);
        out.text(2, DataTypes.of(array.dtype()));
        out.packedVarints(3, array.shape().stream().mapToLong(Long::longValue).toArray());
    }
}
