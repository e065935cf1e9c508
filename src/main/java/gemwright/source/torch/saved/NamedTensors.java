package gemwright.source.torch.saved;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.Tensor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// All tensors of a saved object under the names that a user knows them by.
///
/// A module's are named as in its `state_dict()`. In a checkpoint, where one member holds the
/// weights beside the state of the optimizer, the weights keep their own names; everything else is
/// named by its whole path.
public final class NamedTensors {
    private static final int DEEPEST = 100;
    private static final List<String> OF_MODULE = List.of("_parameters", "_buffers", "_modules");

    private final TorchTensors reader;
    private final Set<PickleValue> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Found> found = new ArrayList<>();

    private NamedTensors(TorchTensors reader) {
        this.reader = reader;
    }

    /// A tensor and how one reaches it.
    ///
    /// @param named whether all steps to it are names, as those to a weight are; the state of an
    ///   optimizer is kept by number
    private record Found(List<String> path, boolean named, PickleValue value) {
        boolean isWeight() {
            return named && !path.getFirst().startsWith("optim");
        }
    }

    /// The tensors of an object.
    ///
    /// @param weights those that belong to the model
    /// @param others those that belong to its training
    public record All(List<Tensor> weights, List<Tensor> others) {
        public All {
            weights = List.copyOf(weights);
            others = List.copyOf(others);
        }
    }

    /// Gathers them in the order of the file.
    ///
    /// @throws Problem where one is damaged
    public static All of(SavedFile file) throws Problem {
        NamedTensors all = new NamedTensors(file.tensors());
        all.walk(file.root(), List.of(), true);
        return all.named();
    }

    private All named() throws Problem {
        Map<String, Integer> sections = new HashMap<>();
        for (Found one : found) {
            if (one.isWeight()) {
                sections.merge(
                        one.path().size() == 1 ? "" : one.path().getFirst(), 1, Integer::sum);
            }
        }
        // Weights at the top are the model itself; else a single member is.
        boolean wrapped = sections.size() == 1 && !sections.containsKey("");
        Set<String> taken = new HashSet<>();
        List<Tensor> weights = new ArrayList<>();
        List<Tensor> others = new ArrayList<>();
        for (Found one : found) {
            String name = name(one, wrapped, taken);
            Tensor tensor = reader.tensor(one.value(), name).orElseThrow();
            (one.isWeight() ? weights : others).add(tensor);
        }
        return new All(weights, others);
    }

    private static String name(Found one, boolean wrapped, Set<String> taken) {
        String whole = String.join(".", one.path());
        List<String> path = one.path();
        String own =
                wrapped && one.isWeight() ? String.join(".", path.subList(1, path.size())) : whole;
        String name = own;
        for (int i = 1; !taken.add(name); i++) {
            name = i == 1 ? whole : whole + "_" + i;
        }
        return name;
    }

    private void walk(PickleValue value, List<String> path, boolean named) throws Problem {
        if (!path.isEmpty() && reader.tensor(value, String.join(".", path)).isPresent()) {
            found.add(new Found(path, named, value));
            return;
        }
        if (path.size() > DEEPEST || !seen.add(value)) {
            return;
        }
        switch (value) {
            case PickleDict dict -> walk(dict, path, named);
            case PickleObject object -> walk(object, path, named);
            default -> {
                List<PickleValue> elements = value.elements();
                for (int i = 0; i < elements.size(); i++) {
                    walk(elements.get(i), longer(path, Integer.toString(i)), false);
                }
            }
        }
    }

    private void walk(PickleDict dict, List<String> path, boolean named) throws Problem {
        for (PickleDict.Entry entry : dict.entries()) {
            Optional<String> text = entry.key().asText();
            if (text.isPresent()) {
                walk(entry.value(), longer(path, text.get()), named);
            } else if (entry.key().asInteger().isPresent()) {
                String number = Long.toString(entry.key().asInteger().getAsLong());
                walk(entry.value(), longer(path, number), false);
            }
        }
    }

    /// A module's parts stand in three dicts of their own, which no name in `state_dict()` shows.
    private void walk(PickleObject object, List<String> path, boolean named) throws Problem {
        Map<String, PickleValue> attributes =
                object.attributes().map(PickleDict::named).orElse(Map.of());
        boolean module = attributes.keySet().containsAll(OF_MODULE);
        for (Map.Entry<String, PickleValue> attribute : attributes.entrySet()) {
            if (!module) {
                walk(attribute.getValue(), longer(path, attribute.getKey()), named);
            } else if (OF_MODULE.contains(attribute.getKey())
                    && attribute.getValue() instanceof PickleDict parts) {
                walk(parts, path, named);
            }
        }
    }

    private static List<String> longer(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }
}
