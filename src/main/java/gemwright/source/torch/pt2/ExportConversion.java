package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.trial.InputGuess;
import gemwright.source.torch.trial.Network;
import gemwright.source.torch.trial.Trials;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes ONNX of an exported program, whose inputs and sizes are in the file.
final class ExportConversion {
    private final ExportedProgram program;
    private final ConvertOptions options;
    private final Progress progress;

    ExportConversion(ExportedProgram program, ConvertOptions options, Progress progress) {
        this.program = program;
        this.options = options;
        this.progress = progress;
    }

    Converted run() throws Problem {
        List<InputGuess.Input> inputs = inputs();
        Converted converted =
                new Trials(this::write, options, program.where())
                        .run(List.of(new InputGuess(inputs, true, false)));
        boolean fixed =
                inputs.stream()
                        .noneMatch(i -> i.sizes().stream().anyMatch(size -> !size.isKnown()));
        if (!fixed) {
            return converted;
        }
        List<Problem.Part> notes = new ArrayList<>(converted.notes());
        notes.add(Problem.Part.of("torch.staticExport", program.where()));
        return new Converted(converted.model(), notes);
    }

    /// Tensors that the user of the program gives, in their order.
    private List<InputGuess.Input> inputs() throws Problem {
        Fields metas = program.graph().object("tensor_values");
        List<InputGuess.Input> inputs = new ArrayList<>();
        for (Fields spec : specifications("input_specs")) {
            if (spec.union().kind().equals("user_input")) {
                Fields argument = spec.union().object().object("arg");
                if (argument.has("as_tensor")) {
                    String name = argument.object("as_tensor").text("name");
                    TensorMeta meta = TensorMeta.of(metas.object(name));
                    inputs.add(new InputGuess.Input(name, meta.type(), meta.sizes()));
                }
            }
        }
        return inputs;
    }

    private List<Fields> specifications(String name) throws Problem {
        List<Fields> specifications = new ArrayList<>();
        for (Object specification : program.signature().list(name)) {
            specifications.add(Fields.of(specification, program.where()));
        }
        return specifications;
    }

    private Network.Written write(List<Value> inputs, AtenGraph g) throws Problem {
        GraphWriter writer = new GraphWriter(g, program.where(), progress);
        int next = 0;
        for (Fields spec : specifications("input_specs")) {
            Fields.Union union = spec.union();
            switch (union.kind()) {
                case "user_input" -> {
                    Fields argument = union.object().object("arg");
                    if (argument.has("as_tensor")) {
                        String name = argument.object("as_tensor").text("name");
                        writer.define(name, AtenValue.of(inputs.get(next++)));
                    } else {
                        requireNone(argument);
                    }
                }
                case "parameter" -> lifted(union.object(), "parameter_name", writer, g);
                case "buffer" -> lifted(union.object(), "buffer_name", writer, g);
                case "tensor_constant" -> lifted(union.object(), "tensor_constant_name", writer, g);
                case "constant_input" -> {}
                default -> throw Problem.of("torch.exportKind", program.where(), union.kind());
            }
        }
        writer.write(program.graph());
        return new Network.Written(outputs(writer), false);
    }

    /// A number or text that the program was made for has no name; one that is free has.
    private void requireNone(Fields argument) throws Problem {
        for (String name : Outputs.names(argument)) {
            throw Problem.of("torch.exportInput", program.where(), name);
        }
    }

    private void lifted(Fields specification, String key, GraphWriter writer, AtenGraph g)
            throws Problem {
        String fullName = specification.text(key);
        Tensor tensor = program.tensors().get(fullName);
        if (tensor == null) {
            throw Problem.of("torch.storage", program.where(), fullName);
        }
        writer.define(specification.object("arg").text("name"), AtenValue.of(g.constant(tensor)));
    }

    /// What the user gets; changes of buffers and inputs are for a training that goes on.
    private Map<String, Value> outputs(GraphWriter writer) throws Problem {
        List<Value> values = new ArrayList<>();
        for (Fields spec : specifications("output_specs")) {
            Fields.Union union = spec.union();
            switch (union.kind()) {
                case "user_output" -> {
                    List<String> names = Outputs.names(union.object().object("arg"));
                    writer.requireFresh(names);
                    for (String name : names) {
                        if (writer.find(name).orElse(null) instanceof AtenValue.OfTensor(Value v)) {
                            values.add(v);
                        }
                    }
                }
                case "buffer_mutation", "user_input_mutation", "parameter_mutation", "token" -> {}
                default -> throw Problem.of("torch.exportKind", program.where(), union.kind());
            }
        }
        if (values.isEmpty()) {
            throw Problem.of("torch.noOutput", program.where());
        }
        return named(values);
    }

    private Map<String, Value> named(List<Value> values) throws Problem {
        List<String> keys = program.outputKeys();
        boolean dict = keys.size() == values.size() && new HashSet<>(keys).size() == keys.size();
        Map<String, Value> outputs = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
            String name = dict ? keys.get(i) : values.size() == 1 ? "output" : "output_" + i;
            outputs.put(name, values.get(i));
        }
        return outputs;
    }
}
