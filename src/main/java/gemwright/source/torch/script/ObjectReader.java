package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleBoolean;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleFloat;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleInteger;
import gemwright.format.pickle.PickleList;
import gemwright.format.pickle.PickleNone;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleText;
import gemwright.format.pickle.PickleTuple;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Tensor;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.saved.TorchTensors;
import gemwright.source.torch.script.ScriptValue.Dictionary;
import gemwright.source.torch.script.ScriptValue.Instance;
import gemwright.source.torch.script.ScriptValue.TensorRef;
import gemwright.source.torch.script.ScriptValue.Tuple;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes script values of what a pickle of TorchScript holds. What occurs twice in the pickle is
/// one value here too.
final class ObjectReader {
    private static final int DEEPEST = 100;

    private final TorchTensors tensors;
    private final String where;
    private final IdentityHashMap<PickleValue, ScriptValue> known = new IdentityHashMap<>();
    private final boolean numbers;
    private int depth;

    /// @param numbers whether tensors without dimensions stand for plain numbers, as those do that
    ///   a trace keeps
    ObjectReader(TorchTensors tensors, String where, boolean numbers) {
        this.numbers = numbers;
        this.tensors = tensors;
        this.where = where;
    }

    /// @param path names that lead to the value: that of its tensor, `layer.weight`
    ScriptValue value(PickleValue pickled, String path) throws Problem {
        ScriptValue before = known.get(pickled);
        if (before != null) {
            return before;
        }
        if (++depth > DEEPEST) {
            throw Problem.of("torch.damaged", where, "objects are nested too deeply");
        }
        ScriptValue made =
                switch (pickled) {
                    case PickleNone _ -> ScriptValue.Plain.NONE;
                    case PickleBoolean _ -> ScriptValue.of(pickled.asBoolean().orElse(false));
                    case PickleInteger(long number) -> ScriptValue.of(number);
                    case PickleFloat(double number) -> ScriptValue.of(number);
                    case PickleText(String text) -> ScriptValue.of(text);
                    case PickleTuple tuple -> new Tuple(items(tuple.items(), path));
                    case PickleList list -> new ScriptValue.Items(items(list.items(), path));
                    case PickleDict dict -> dictionary(dict, path);
                    case PickleObject object -> object(object, path);
                    case PickleGlobal global -> ScriptValue.of(global.name());
                    default -> throw strange(path);
                };
        depth--;
        known.put(pickled, made);
        return made;
    }

    private List<ScriptValue> items(List<PickleValue> pickled, String path) throws Problem {
        List<ScriptValue> items = new ArrayList<>();
        for (PickleValue item : pickled) {
            items.add(value(item, path + "." + items.size()));
        }
        return items;
    }

    private Dictionary dictionary(PickleDict dict, String path) throws Problem {
        Dictionary made = new Dictionary();
        for (PickleDict.Entry entry : dict.entries()) {
            if (!(value(entry.key(), path) instanceof ScriptValue.Plain(AtenValue key))) {
                throw strange(path);
            }
            made.entries().put(key, value(entry.value(), path));
        }
        return made;
    }

    private ScriptValue object(PickleObject object, String path) throws Problem {
        Optional<Tensor> tensor = tensors.tensor(object, path.isEmpty() ? "tensor" : path);
        if (tensor.isPresent()) {
            boolean wide = tensor.get().type().bits() == 64;
            return new TensorRef(tensor.get(), numbers && wide && tensor.get().shape().isEmpty());
        }
        PickleValue inner = ExampleInput.untagged(object);
        if (inner != object) {
            return value(inner, path);
        }
        String type = object.type().map(PickleGlobal::qualifiedName).orElse("");
        if (type.equals("torch.device") && !object.arguments().items().isEmpty()) {
            return ScriptValue.of(object.arguments().items().getFirst().asText().orElse("cpu"));
        }
        if (!type.startsWith("__torch__.")) {
            throw strange(path);
        }
        Instance instance = new Instance(type);
        known.put(object, instance);
        for (Map.Entry<String, PickleValue> attribute :
                ScriptArchive.named(object.attributes()).entrySet()) {
            String name = attribute.getKey();
            String inside = path.isEmpty() ? name : path + "." + name;
            instance.attributes().put(name, value(attribute.getValue(), inside));
        }
        return instance;
    }

    private Problem strange(String path) {
        return Problem.of(
                "torch.damaged", where, "the attribute " + path + " is of an unknown kind");
    }
}
