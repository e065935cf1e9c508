package gemwright.serve.v2;

import gemwright.base.Problem;
import gemwright.format.protobuf.WireReader;
import gemwright.serve.http.Refusal;
import gemwright.serve.predict.Bodies;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A `ModelInferRequest` (grpc_service.proto of KServe and Triton) before anybody has looked
/// whether the model takes it.
///
/// @param model its name
/// @param version the one asked for; empty for the one in service
/// @param raw the tensors as raw bytes, in the order of the inputs; empty where each input has its
///   own contents
record WireInfer(
        String model,
        Optional<String> version,
        Optional<String> id,
        List<Tensor> inputs,
        List<String> outputs,
        List<MemorySegment> raw) {
    WireInfer {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        raw = List.copyOf(raw);
    }

    /// An input as it is described.
    record Tensor(String name, String datatype, List<Long> shape, WireContents contents) {
        Tensor {
            shape = List.copyOf(shape);
        }
    }

    /// @throws Refusal where the bytes are no such message
    static WireInfer read(byte[] message) throws Refusal {
        try {
            return request(reader(message));
        } catch (Problem damaged) {
            throw notAMessage();
        }
    }

    static WireReader reader(byte[] message) {
        return new WireReader(MemorySegment.ofArray(message).asReadOnly(), "the message");
    }

    static Refusal notAMessage() {
        return Refusal.badRequest("the message is damaged: it is not the one that is expected");
    }

    private static WireInfer request(WireReader in) throws Problem, Refusal {
        String model = "";
        Optional<String> version = Optional.empty();
        Optional<String> id = Optional.empty();
        List<Tensor> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<MemorySegment> raw = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> model = in.string();
                case 2 -> version = Optional.of(in.string()).filter(text -> !text.isEmpty());
                case 3 -> id = Optional.of(in.string()).filter(text -> !text.isEmpty());
                case 5 -> inputs.add(tensor(in.message(), "inputs[" + inputs.size() + "]"));
                case 6 -> outputs.add(output(in.message()));
                case 7 -> raw.add(in.window());
                default -> in.skip();
            }
        }
        if (!raw.isEmpty() && raw.size() != inputs.size()) {
            throw Refusal.badRequest(
                    "raw_input_contents: expected one for each of "
                            + inputs.size()
                            + " inputs, found "
                            + raw.size());
        }
        return new WireInfer(model, version, id, inputs, outputs, raw);
    }

    private static Tensor tensor(WireReader in, String place) throws Problem, Refusal {
        String name = "";
        String datatype = "";
        List<Long> shape = new ArrayList<>();
        WireContents contents = new WireContents();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.string();
                case 2 -> datatype = in.string();
                case 3 -> in.varints(shape::add);
                case 5 -> contents = WireContents.read(in.message());
                default -> in.skip();
            }
        }
        if (shape.size() > 32) {
            throw Refusal.badRequest(
                    place + " '" + Bodies.shortened(name) + "': a shape has at most 32 sizes");
        }
        return new Tensor(name, datatype, shape, contents);
    }

    private static String output(WireReader in) throws Problem {
        String name = "";
        while (in.next()) {
            if (in.field() == 1) {
                name = in.string();
            } else {
                in.skip();
            }
        }
        return name;
    }

    /// The raw bytes of an input.
    byte[] raw(int input) {
        return raw.get(input).toArray(ValueLayout.JAVA_BYTE);
    }
}
