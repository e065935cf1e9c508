package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.Aten;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.aten.Schema;
import gemwright.source.torch.aten.Schemas;
import gemwright.source.torch.aten.Views;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the nodes of an exported program, in their order, which is that of computation.
final class GraphWriter {
    /// Stands for what an operator would give that we do not have.
    static final String MISSING = "\u0000missing";

    private static final String ATEN = "torch.ops.aten.";

    private final AtenGraph g;
    private final String where;
    private final Progress progress;
    private final Map<String, AtenValue> values = new HashMap<>();
    private final Aliases aliases = new Aliases();
    private final Map<String, Problem.Part> refused = new LinkedHashMap<>();

    GraphWriter(AtenGraph g, String where, Progress progress) {
        this.g = g;
        this.where = where;
        this.progress = progress;
    }

    /// Gives a value its name in the program.
    void define(String name, AtenValue value) {
        values.put(name, value);
    }

    /// @throws Problem where an output looks at what was changed in place since
    void requireFresh(List<String> outputs) throws Problem {
        if (aliases.isStale(outputs)) {
            throw Problem.of("torch.alias", where);
        }
    }

    /// The value of that name, at the end.
    Optional<AtenValue> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /// Writes all nodes.
    ///
    /// @throws Problem with every operator that has no form in ONNX, each once
    void write(Fields graph) throws Problem {
        Fields metas = graph.object("tensor_values");
        int done = 0;
        for (Object one : graph.list("nodes")) {
            progress.step("converting", done++, graph.list("nodes").size());
            Fields node = Fields.of(one, where);
            try {
                write(node, metas);
            } catch (Problem problem) {
                refuse(node, problem);
            }
        }
        if (!refused.isEmpty()) {
            throw Problem.of(List.copyOf(refused.values()));
        }
    }

    private void refuse(Fields node, Problem problem) throws Problem {
        String place = NodePlaces.of(node, where);
        for (Problem.Part part : problem.parts()) {
            String at = part.where().isEmpty() || part.where().equals(where) ? place : part.where();
            Problem.Part here = new Problem.Part(part.key(), at, part.arguments(), part.count());
            refused.merge(part.key() + part.arguments(), here, (first, _) -> first.more());
        }
        for (Object output : node.list("outputs")) {
            for (String name : Outputs.names(Fields.of(output, where))) {
                values.put(name, new AtenValue.Text(MISSING));
            }
        }
    }

    private void write(Fields node, Fields metas) throws Problem {
        String target = node.text("target");
        Map<String, AtenValue> named = new LinkedHashMap<>();
        ArgumentReader reader = new ArgumentReader(values);
        for (Object input : node.list("inputs")) {
            Fields one = Fields.of(input, where);
            aliases.requireFresh(Outputs.names(one.object("arg")));
            Optional<AtenValue> value = reader.read(one.object("arg"));
            if (value.isEmpty()) {
                skip(node, target);
                return;
            }
            named.put(one.text("name"), value.get());
        }
        AtenValue result = called(target, named);
        List<String> outputs = bind(node, result, metas);
        follow(target, node, outputs, new ArrayList<>(named.values()));
    }

    /// An operator of missing values gives missing ones; whether it is known is told all the same.
    private void skip(Fields node, String target) throws Problem {
        if (!isKnown(target)) {
            throw Problem.of("torch.operator", "", target);
        }
        for (Object output : node.list("outputs")) {
            Outputs.names(Fields.of(output, where))
                    .forEach(name -> values.put(name, new AtenValue.Text(MISSING)));
        }
    }

    private static boolean isKnown(String target) {
        return !target.startsWith("torch.ops.")
                || SizeOperators.isCheck(target)
                || target.startsWith(ATEN + "sym_")
                || (target.startsWith(ATEN) && Aten.knows(schemaName(target)));
    }

    private static String schemaName(String target) {
        String full = target.substring(ATEN.length());
        int dot = full.lastIndexOf('.');
        return dot < 0 ? full : full.substring(0, dot);
    }

    private AtenValue called(String target, Map<String, AtenValue> named) throws Problem {
        Optional<AtenValue> size = SizeOperators.call(target, new ArrayList<>(named.values()), g);
        if (size.isPresent()) {
            return size.get();
        }
        if (!target.startsWith(ATEN)) {
            throw Problem.of("torch.operator", "", target);
        }
        String name = schemaName(target);
        String overload = target.substring(ATEN.length() + name.length()).replaceFirst("^\\.", "");
        Optional<Schema> schema = Schemas.of(name, overload.equals("default") ? "" : overload);
        if (schema.isEmpty() || !Aten.knows(name)) {
            throw Problem.of("torch.operator", "", target);
        }
        return Aten.call(schema.get(), List.of(), named, g);
    }

    /// Names the results, in the types that the program says.
    private List<String> bind(Fields node, AtenValue result, Fields metas) throws Problem {
        List<?> outputs = node.list("outputs");
        List<String> names = new ArrayList<>();
        List<AtenValue> parts = new ArrayList<>();
        for (Object output : outputs) {
            names.addAll(Outputs.names(Fields.of(output, where)));
        }
        boolean several = names.size() != 1 || isList(outputs);
        if (several && result instanceof AtenValue.Items(List<AtenValue> items)) {
            parts.addAll(items);
        } else {
            parts.add(result);
        }
        for (int i = 0; i < names.size() && i < parts.size(); i++) {
            values.put(names.get(i), typed(names.get(i), parts.get(i), metas));
        }
        return names;
    }

    private boolean isList(List<?> outputs) throws Problem {
        return outputs.size() == 1 && Fields.of(outputs.getFirst(), where).has("as_tensors");
    }

    private AtenValue typed(String name, AtenValue value, Fields metas) throws Problem {
        if (!(value instanceof AtenValue.OfTensor(Value tensor)) || !metas.has(name)) {
            return value;
        }
        TensorMeta meta = TensorMeta.of(metas.object(name));
        Value cast =
                tensor.type() == meta.type()
                        ? tensor
                        : g.builder()
                                .node("Cast")
                                .inputs(tensor)
                                .attribute("to", (long) meta.type().code())
                                .output();
        g.shapes().advance();
        if (g.shapes().shape(cast).isEmpty()) {
            g.shapes().learn(cast, meta.sizes());
        }
        return AtenValue.of(cast);
    }

    /// In-place operators change their first argument, and spoil what looks at the same elements.
    private void follow(String target, Fields node, List<String> outputs, List<AtenValue> arguments)
            throws Problem {
        List<?> inputs = node.list("inputs");
        List<String> first =
                inputs.isEmpty()
                        ? List.of()
                        : Outputs.names(Fields.of(inputs.getFirst(), where).object("arg"));
        if (!target.startsWith(ATEN) || first.size() != 1 || outputs.isEmpty()) {
            return;
        }
        String name = schemaName(target);
        if (!Aten.plain(name).equals(name)) {
            aliases.change(first.getFirst(), outputs.getFirst());
            values.put(first.getFirst(), find(outputs.getFirst()).orElseThrow());
            writeBack(first.getFirst());
            return;
        }
        for (String output : outputs) {
            boolean same = find(first.getFirst()).equals(find(output));
            if (Views.isView(name) && outputs.size() == 1) {
                List<AtenValue> more = arguments.subList(1, arguments.size());
                aliases.look(output, new Aliases.View(first.getFirst(), name, more));
            } else if ((same && !name.equals("clone")) || Views.isView(name)) {
                aliases.share(first.getFirst(), output);
            }
        }
    }

    /// Changes all values that a changed one looks at.
    private void writeBack(String changed) throws Problem {
        String part = changed;
        while (aliases.view(part).isPresent()) {
            Aliases.View view = aliases.view(part).get();
            // Whether a reshape copied nobody can tell: what it was made of stays of no use.
            if (Views.mayCopy(view.operator())
                    || !(find(view.base()).orElse(null) instanceof AtenValue.OfTensor(Value base))
                    || !(find(part).orElse(null) instanceof AtenValue.OfTensor(Value value))) {
                return;
            }
            Optional<Value> whole =
                    new Views(g).changed(base, value, view.operator(), view.arguments());
            if (whole.isEmpty()) {
                throw Problem.of("torch.alias", "");
            }
            values.put(view.base(), AtenValue.of(whole.get()));
            aliases.follow(view.base());
            part = view.base();
        }
    }
}
