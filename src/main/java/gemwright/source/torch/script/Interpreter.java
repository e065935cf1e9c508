package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.shape.ShapeTracker;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Callable;
import gemwright.source.torch.script.ScriptValue.Instance;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.Undecided;
import gemwright.source.torch.script.syntax.ClassSource;
import gemwright.source.torch.script.syntax.Expression;
import gemwright.source.torch.script.syntax.Method;
import gemwright.source.torch.script.syntax.Statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Follows the statements of a script with tensors that are known by type and shape only, and
/// writes what it computes into a graph.
///
/// Steps and depth are bounded: a file cannot keep it busy for ever.
final class Interpreter {
    private static final int DEEPEST = 100;
    private static final int MOST_STEPS = 1_000_000;

    private final ScriptArchive archive;
    private final ScriptArchive.State state;
    private final Builtins builtins;
    private final ShapeTracker shapes;
    private final Places places;
    private final Progress progress;
    private boolean withoutBatch;
    private int depth;
    private int steps;

    Interpreter(ScriptArchive archive, ScriptArchive.State state, AtenGraph g, Progress progress) {
        this.archive = archive;
        this.state = state;
        this.places = new Places(archive, progress);
        this.builtins = new Builtins(g, places);
        this.shapes = g.shapes();
        this.progress = progress;
    }

    /// Variables of a call.
    private static final class Frame {
        final Map<String, ScriptValue> variables = new HashMap<>();
    }

    /// Operators that were met and cannot be written, each with how often.
    List<Problem.Part> missing() {
        return builtins.missing();
    }

    /// Whether a layer took its input for a single sample, without a batch.
    boolean withoutBatch() {
        return withoutBatch;
    }

    /// The method of that name of an object, called with these arguments.
    ScriptValue call(Instance instance, String method, List<ScriptValue> arguments) throws Problem {
        List<ScriptValue> all = new ArrayList<>(List.of(instance));
        all.addAll(arguments);
        return call(methodOf(instance, method), all, Map.of());
    }

    /// The method of that name.
    Method methodOf(Instance instance, String name) throws Problem {
        Optional<Method> method =
                archive.classOf(instance.type())
                        .map(ClassSource::methods)
                        .map(all -> all.get(name));
        if (method.isEmpty()) {
            throw places.problem("torch.name", instance.type() + "." + name);
        }
        return method.get();
    }

    private ScriptValue call(
            Method method, List<ScriptValue> arguments, Map<String, ScriptValue> named)
            throws Problem {
        if (++depth > DEEPEST) {
            throw places.problem("torch.depth", DEEPEST);
        }
        Frame frame = new Frame();
        for (int i = 0; i < method.parameters().size(); i++) {
            Method.Parameter parameter = method.parameters().get(i);
            ScriptValue value =
                    i < arguments.size() ? arguments.get(i) : named.get(parameter.name());
            if (value == null) {
                if (parameter.value().isEmpty()) {
                    throw places.problem("torch.name", parameter.name());
                }
                value = value(parameter.value().get(), new Frame());
            }
            frame.variables.put(parameter.name(), value);
        }
        places.enter(method.file());
        Optional<ScriptValue> result = run(method.body(), frame);
        places.leave();
        depth--;
        return result.orElse(ScriptValue.Plain.NONE);
    }

    /// What is returned, where that happens.
    private Optional<ScriptValue> run(List<Statement> statements, Frame frame) throws Problem {
        for (Statement statement : statements) {
            if (++steps > MOST_STEPS) {
                throw places.problem("torch.steps", MOST_STEPS);
            }
            progress.step("converting", 0, 0);
            places.at(statement.at());
            Optional<ScriptValue> returned = run(statement, frame);
            if (returned.isPresent()) {
                return returned;
            }
        }
        return Optional.empty();
    }

    private Optional<ScriptValue> run(Statement statement, Frame frame) throws Problem {
        return switch (statement) {
            case Statement.Assignment assignment -> {
                assign(assignment, frame);
                yield Optional.empty();
            }
            case Statement.Evaluation(Expression expression, _) -> {
                value(expression, frame);
                yield Optional.empty();
            }
            case Statement.Return(Optional<Expression> result, _) ->
                    Optional.of(
                            result.isPresent()
                                    ? value(result.get(), frame)
                                    : ScriptValue.Plain.NONE);
            case Statement.If branch -> branch(branch, frame);
            case Statement.While loop -> loop(loop, frame);
            case Statement.For loop -> loop(loop, frame);
            case Statement.With(_, List<Statement> body, _) -> run(body, frame);
        };
    }

    private void assign(Statement.Assignment assignment, Frame frame) throws Problem {
        ScriptValue value = value(assignment.value(), frame);
        if (!assignment.unpacked()) {
            assign(assignment.targets().getFirst(), value, frame);
            return;
        }
        Optional<List<ScriptValue>> items = value.asItems();
        if (items.isEmpty() || items.get().size() != assignment.targets().size()) {
            throw places.problem("torch.unpack", assignment.targets().size());
        }
        for (int i = 0; i < items.get().size(); i++) {
            assign(assignment.targets().get(i), items.get().get(i), frame);
        }
    }

    private void assign(Expression target, ScriptValue value, Frame frame) throws Problem {
        switch (target) {
            case Expression.Name(String name, _) -> {
                // So the layers of torch.nn that take both call it.
                withoutBatch |= name.equals("is_batched") && value.equals(ScriptValue.of(false));
                frame.variables.put(name, value);
            }
            case Expression.Member(Expression of, String name, _) -> {
                if (!(value(of, frame) instanceof Instance instance)) {
                    throw places.problem("torch.name", name);
                }
                // State that a later call would see: a model of ONNX has none.
                instance.attributes().put(name, value);
            }
            default -> throw places.problem("torch.name", target.getClass().getSimpleName());
        }
    }

    private Optional<ScriptValue> branch(Statement.If branch, Frame frame) throws Problem {
        ScriptValue condition = value(branch.condition(), frame);
        if (condition instanceof Undecided open) {
            boolean thenRaises = Raising.isIn(branch.then());
            boolean otherwiseRaises = Raising.isIn(branch.otherwise());
            if (thenRaises == otherwiseRaises) {
                places.at(branch.at());
                throw open.size().isEmpty()
                        ? places.problem("torch.branch")
                        : places.problem("torch.sizeBranch", open.size());
            }
            // A check of the data: where it fails PyTorch would give no answer either.
            open.equal()
                    .filter(equal -> equal.holds() != thenRaises)
                    .ifPresent(equal -> shapes.require(equal.a(), equal.b()));
            return run(thenRaises ? branch.otherwise() : branch.then(), frame);
        }
        return run(truth(condition) ? branch.then() : branch.otherwise(), frame);
    }

    private boolean truth(ScriptValue value) throws Problem {
        return switch (value) {
            case Plain(AtenValue.Truth(boolean truth)) -> truth;
            case Plain(AtenValue.None _) -> false;
            case Plain(AtenValue.Whole(Size size)) when size.isKnown() -> !size.is(0);
            default -> throw places.problem("torch.branch");
        };
    }

    private Optional<ScriptValue> loop(Statement.While loop, Frame frame) throws Problem {
        while (true) {
            ScriptValue condition = value(loop.condition(), frame);
            places.at(loop.at());
            if (condition instanceof Undecided) {
                throw places.problem("torch.loop", "while");
            }
            if (!truth(condition)) {
                return Optional.empty();
            }
            Optional<ScriptValue> returned = run(loop.body(), frame);
            if (returned.isPresent()) {
                return returned;
            }
        }
    }

    private Optional<ScriptValue> loop(Statement.For loop, Frame frame) throws Problem {
        ScriptValue sequence = value(loop.sequence(), frame);
        Optional<List<ScriptValue>> items = sequence.asItems();
        if (items.isEmpty()) {
            places.at(loop.at());
            throw places.problem("torch.loop", "for");
        }
        for (ScriptValue item : List.copyOf(items.get())) {
            frame.variables.put(loop.variable(), item);
            Optional<ScriptValue> returned = run(loop.body(), frame);
            if (returned.isPresent()) {
                return returned;
            }
        }
        return Optional.empty();
    }

    private ScriptValue value(Expression expression, Frame frame) throws Problem {
        return switch (expression) {
            case Expression.IntegerLiteral(long number, _) -> ScriptValue.of(number);
            case Expression.FloatLiteral(double number, _) -> ScriptValue.of(number);
            case Expression.TextLiteral(String text, _) -> ScriptValue.of(text);
            case Expression.Negative(Expression inner, _) -> negative(value(inner, frame));
            case Expression.Name(String name, _) -> variable(name, frame);
            case Expression.Member member -> member(member, frame);
            case Expression.Index(Expression of, Expression index, _) ->
                    builtins.call(
                            "__getitem__",
                            List.of(value(of, frame), value(index, frame)),
                            Map.of());
            case Expression.ListDisplay(List<Expression> items, _) ->
                    new ScriptValue.Items(values(items, frame));
            case Expression.TupleDisplay(List<Expression> items, _) ->
                    new ScriptValue.Tuple(values(items, frame));
            case Expression.DictDisplay(List<Expression> items, _) -> dictionary(items, frame);
            case Expression.Call call -> call(call, frame);
        };
    }

    private List<ScriptValue> values(List<Expression> expressions, Frame frame) throws Problem {
        List<ScriptValue> values = new ArrayList<>();
        for (Expression expression : expressions) {
            values.add(value(expression, frame));
        }
        return values;
    }

    private ScriptValue dictionary(List<Expression> keysAndValues, Frame frame) throws Problem {
        ScriptValue.Dictionary made = new ScriptValue.Dictionary();
        List<ScriptValue> values = values(keysAndValues, frame);
        for (int i = 0; i + 1 < values.size(); i += 2) {
            if (!(values.get(i) instanceof Plain(AtenValue key))) {
                throw places.problem("torch.name", "{}");
            }
            made.entries().put(key, values.get(i + 1));
        }
        return made;
    }

    private ScriptValue negative(ScriptValue value) throws Problem {
        return builtins.call("neg", List.of(value), Map.of());
    }

    private ScriptValue variable(String name, Frame frame) throws Problem {
        ScriptValue value = frame.variables.get(name);
        if (value != null) {
            return value;
        }
        return switch (name) {
            case "None" -> ScriptValue.Plain.NONE;
            case "True" -> ScriptValue.of(true);
            case "False" -> ScriptValue.of(false);
            case "inf" -> ScriptValue.of(Double.POSITIVE_INFINITY);
            case "nan" -> ScriptValue.of(Double.NaN);
            default -> throw places.problem("torch.name", name);
        };
    }

    private ScriptValue member(Expression.Member member, Frame frame) throws Problem {
        Optional<String> path = path(member, frame);
        if (path.isPresent()) {
            return global(path.get());
        }
        return attribute(value(member.of(), frame), member.name());
    }

    /// The dotted name of what is no variable: `torch.add`.
    private static Optional<String> path(Expression expression, Frame frame) {
        return switch (expression) {
            case Expression.Name(String name, _) ->
                    frame.variables.containsKey(name) ? Optional.empty() : Optional.of(name);
            case Expression.Member(Expression of, String name, _) ->
                    path(of, frame).map(front -> front + "." + name);
            default -> Optional.empty();
        };
    }

    private ScriptValue global(String path) throws Problem {
        if (path.matches("CONSTANTS\\.c\\d{1,6}")) {
            int index = Integer.parseInt(path.substring("CONSTANTS.c".length()));
            if (index < state.constants().size()) {
                return state.constants().get(index);
            }
        }
        if (archive.function(path).isPresent() || archive.classOf(path).isPresent()) {
            return new Callable(path);
        }
        throw places.problem("torch.name", path);
    }

    private ScriptValue attribute(ScriptValue of, String name) throws Problem {
        Optional<ScriptValue> found =
                switch (of) {
                    case Instance instance -> attribute(instance, name);
                    case ScriptValue.Tuple tuple when tuple.names().contains(name) ->
                            Optional.of(tuple.items().get(tuple.names().indexOf(name)));
                    default -> Optional.empty();
                };
        if (found.isEmpty()) {
            throw places.problem("torch.name", name);
        }
        return found.get();
    }

    private Optional<ScriptValue> attribute(Instance instance, String name) throws Problem {
        ScriptValue value = instance.attributes().get(name);
        if (value != null) {
            return Optional.of(value);
        }
        Optional<Expression> constant =
                archive.classOf(instance.type()).map(c -> c.constants().get(name));
        return constant.isPresent()
                ? Optional.of(value(constant.get(), new Frame()))
                : Optional.empty();
    }

    private ScriptValue call(Expression.Call call, Frame frame) throws Problem {
        Optional<String> path = path(call.called(), frame);
        if (path.isPresent() && Forms.isForm(path.get())) {
            return form(path.get(), call, frame);
        }
        List<ScriptValue> arguments = values(call.arguments(), frame);
        Map<String, ScriptValue> named = new LinkedHashMap<>();
        for (Expression.Keyword keyword : call.keywords()) {
            named.put(keyword.name(), value(keyword.value(), frame));
        }
        if (path.isPresent()) {
            places.at(call.at());
            return call(path.get(), arguments, named);
        }
        if (call.called() instanceof Expression.Member(Expression of, String name, _)
                && value(of, frame) instanceof Instance instance) {
            List<ScriptValue> all = new ArrayList<>(List.of(instance));
            all.addAll(arguments);
            return call(methodOf(instance, name), all, named);
        }
        if (value(call.called(), frame) instanceof Callable(String function)) {
            return call(function, arguments, named);
        }
        places.at(call.at());
        throw places.problem("torch.name", "()");
    }

    private ScriptValue call(
            String path, List<ScriptValue> arguments, Map<String, ScriptValue> named)
            throws Problem {
        Optional<Method> function = archive.function(path);
        if (function.isPresent()) {
            return call(function.get(), arguments, named);
        }
        Optional<ClassSource> made = archive.classOf(path);
        if (made.isPresent()) {
            return made(path, made.get(), arguments);
        }
        return builtins.call(path, arguments, named);
    }

    private ScriptValue made(String path, ClassSource of, List<ScriptValue> arguments)
            throws Problem {
        if (of.base().equals("NamedTuple")) {
            return new ScriptValue.Tuple(arguments, List.copyOf(of.attributes().keySet()));
        }
        Instance instance = new Instance(path);
        if (of.methods().containsKey("__init__")) {
            call(instance, "__init__", arguments);
        }
        return instance;
    }

    /// Calls whose first argument is a type or a name, not a value.
    private ScriptValue form(String path, Expression.Call call, Frame frame) throws Problem {
        return switch (path) {
            case "uninitialized" -> new ScriptValue.Unset();
            case "annotate" ->
                    Forms.annotated(
                            call.arguments().get(0),
                            value(call.arguments().get(1), frame),
                            builtins);
            case "unchecked_cast" -> value(call.arguments().get(1), frame);
            case "getattr" -> {
                if (!(value(call.arguments().get(1), frame)
                        instanceof Plain(AtenValue.Text(String name)))) {
                    throw places.problem("torch.name", "getattr");
                }
                yield attribute(value(call.arguments().get(0), frame), name);
            }
            case "ops.prim.isinstance", "isinstance" ->
                    ScriptValue.of(
                            Forms.isInstance(
                                    value(call.arguments().get(0), frame),
                                    call.arguments().get(1)));
            default -> throw places.problem("torch.name", path);
        };
    }
}
