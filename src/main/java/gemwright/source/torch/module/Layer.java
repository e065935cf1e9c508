package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleBoolean;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleNone;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.saved.SavedFile;
import gemwright.source.torch.saved.TorchTensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A module of a saved file: its class, attributes, parameters and parts.
final class Layer {
    static final int DEEPEST = 100;

    private final PickleObject object;
    private final TorchTensors tensors;
    private final String where;
    private final String path;
    private final Map<String, PickleValue> attributes;

    private Layer(PickleObject object, TorchTensors tensors, String where, String path) {
        this.object = object;
        this.tensors = tensors;
        this.where = where;
        this.path = path;
        this.attributes = object.attributes().map(PickleDict::named).orElse(Map.of());
    }

    /// The module at the root of a file; empty where something else is.
    static Optional<Layer> of(SavedFile file, String where) {
        return file.root() instanceof PickleObject object && isModule(object)
                ? Optional.of(new Layer(object, file.tensors(), where, ""))
                : Optional.empty();
    }

    private static boolean isModule(PickleObject object) {
        return object.attributes().flatMap(a -> a.get("_modules")).isPresent();
    }

    /// Its class, as the file names it: `torch.nn.modules.linear.Linear`.
    String type() {
        return object.type()
                .or(() -> legacyType(object.maker()))
                .map(PickleGlobal::qualifiedName)
                .orElse("?");
    }

    /// Before PyTorch 1.6 a class was a persistent id: `('module', class, file, source)`.
    private static Optional<PickleGlobal> legacyType(PickleValue maker) {
        if (maker instanceof PickleObject id && id.arguments().items().size() == 1) {
            List<PickleValue> members = id.arguments().items().getFirst().elements();
            return members.size() > 1 && members.get(1) instanceof PickleGlobal named
                    ? Optional.of(named)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    /// How one reaches it: `features.0`; empty for the root.
    String path() {
        return path;
    }

    /// File and path, for messages.
    String place() {
        return path.isEmpty() ? where : where + ", " + path;
    }

    /// Its parts in the order in which they were added.
    List<Layer> children() {
        List<Layer> children = new ArrayList<>();
        if (attributes.get("_modules") instanceof PickleDict parts) {
            parts.named()
                    .forEach(
                            (name, value) -> {
                                if (value instanceof PickleObject inner && isModule(inner)) {
                                    children.add(new Layer(inner, tensors, where, longer(name)));
                                }
                            });
        }
        return children;
    }

    private String longer(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /// The part of that name.
    Optional<Layer> child(String name) {
        return children().stream().filter(c -> c.path().equals(longer(name))).findFirst();
    }

    /// Whether functions are hung on it, which would change what it gives.
    boolean hasHooks() {
        return List.of("_forward_hooks", "_forward_pre_hooks").stream()
                .anyMatch(
                        name ->
                                attributes.get(name) instanceof PickleDict hooks
                                        && hooks.size() > 0);
    }

    /// A parameter or buffer in the graph; nothing where the layer has none.
    AtenValue parameter(String name, AtenGraph g) throws Problem {
        for (String kind : List.of("_parameters", "_buffers")) {
            Optional<PickleValue> found =
                    attributes.get(kind) instanceof PickleDict parameters
                            ? parameters.get(name)
                            : Optional.empty();
            if (found.isPresent() && !(found.get() instanceof PickleNone)) {
                Optional<Tensor> tensor = tensors.tensor(found.get(), longer(name));
                if (tensor.isEmpty()) {
                    throw Problem.of("torch.layer", place(), type(), name);
                }
                return AtenValue.of(g.constant(tensor.get()));
            }
        }
        return AtenValue.None.VALUE;
    }

    /// The same, of a layer that cannot do without.
    Value tensor(String name, AtenGraph g) throws Problem {
        if (parameter(name, g) instanceof AtenValue.OfTensor(Value value)) {
            return value;
        }
        throw Problem.of("torch.layer", place(), type(), name);
    }

    /// An attribute; the default for one that the release which wrote the file did not know.
    AtenValue attribute(String name, AtenValue otherwise) throws Problem {
        PickleValue value = attributes.get(name);
        return value == null ? otherwise : aten(value, name);
    }

    /// An attribute that every release has.
    AtenValue attribute(String name) throws Problem {
        PickleValue value = attributes.get(name);
        if (value == null) {
            throw Problem.of("torch.layer", place(), type(), name);
        }
        return aten(value, name);
    }

    private AtenValue aten(PickleValue value, String name) throws Problem {
        if (value.isNone()) {
            return AtenValue.None.VALUE;
        }
        if (value instanceof PickleBoolean) {
            return new AtenValue.Truth(value.asBoolean().orElse(false));
        }
        if (value.asInteger().isPresent()) {
            return AtenValue.Whole.of(value.asInteger().getAsLong());
        }
        if (value.asNumber().isPresent()) {
            return new AtenValue.Real(value.asNumber().getAsDouble());
        }
        if (value.asText().isPresent()) {
            return new AtenValue.Text(value.asText().get());
        }
        if (value instanceof PickleGlobal global) {
            return new AtenValue.Text(global.name());
        }
        List<PickleValue> elements =
                value instanceof PickleObject size && size.arguments().items().size() == 1
                        ? size.arguments().items().getFirst().elements()
                        : value.elements();
        if (elements.isEmpty() && value instanceof PickleObject) {
            throw Problem.of("torch.layer", place(), type(), name);
        }
        List<AtenValue> items = new ArrayList<>();
        for (PickleValue element : elements) {
            items.add(aten(element, name));
        }
        return new AtenValue.Items(items);
    }

    /// Yes or no.
    boolean truth(String name, boolean otherwise) throws Problem {
        return attribute(name, new AtenValue.Truth(otherwise)).equals(new AtenValue.Truth(true));
    }

    /// A text; empty where it is nothing.
    String text(String name, String otherwise) throws Problem {
        return attribute(name, new AtenValue.Text(otherwise)) instanceof AtenValue.Text(String text)
                ? text
                : "";
    }

    /// A refusal of this layer because of one of its attributes.
    Problem refused(String name) {
        return Problem.of("torch.layer", place(), type(), name);
    }
}
