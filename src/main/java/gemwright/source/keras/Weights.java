package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.format.hdf5.Hdf5Array;
import gemwright.format.hdf5.Hdf5File;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The weights of a layer, taken one after the other.
///
/// In an archive of Keras 3 they are numbered in groups whose paths follow classes; in a legacy
/// HDF5 file each has the name of its variable.
final class Weights {
    private final Hdf5File file;
    private final String where;
    private final Optional<String> group;
    private final List<String> named;
    private Optional<Map<String, String>> layers = Optional.empty();
    private int next;

    private Weights(Hdf5File file, String where, Optional<String> group, List<String> named) {
        this.file = file;
        this.where = where;
        this.group = group;
        this.named = named;
    }

    /// Of a group of an archive.
    static Weights ofGroup(Hdf5File file, String path, String where) {
        return new Weights(file, where, Optional.of(path), List.of());
    }

    /// Of arrays of a legacy file.
    static Weights ofNames(Hdf5File file, List<String> paths, String where) {
        return new Weights(file, where, Optional.empty(), paths);
    }

    /// The same from the first one on: a layer that is called twice has the same weights.
    Weights again() {
        return new Weights(file, where, group, named);
    }

    /// Weights of a layer within this one.
    ///
    /// @param attribute what the layer is called in its owner, `forward_layer`
    /// @param name how names of its variables begin in a legacy file, a whole segment or the
    ///   beginning of one; empty for the only layer in there
    Weights within(String attribute, String name) throws Problem {
        if (group.isPresent()) {
            String hidden = group.get() + "/_" + attribute; // what Keras 2 calls some of them
            return ofGroup(file, file.has(hidden) ? hidden : group.get() + "/" + attribute, where);
        }
        List<String> fitting =
                named.stream()
                        .filter(
                                path ->
                                        Arrays.stream(path.split("/", -1))
                                                .anyMatch(s -> belongs(s, name)))
                        .toList();
        return ofNames(file, name.isEmpty() ? named : fitting, where);
    }

    private static boolean belongs(String segment, String name) {
        return segment.equals(name) || segment.startsWith(name + "_");
    }

    /// Weights of the first or the second of two layers of the same kind that this one holds.
    ///
    /// @param attribute what the layer is called in its owner
    /// @param second which of both; in a legacy file their variables follow each other
    Weights ofPair(String attribute, boolean second) throws Problem {
        if (group.isPresent()) {
            return within(attribute, "");
        }
        int half = named.size() / 2;
        return ofNames(
                file, second ? named.subList(half, named.size()) : named.subList(0, half), where);
    }

    /// Weights of a layer of a model within this one.
    Weights ofLayer(String layer, List<String> classes, int place) throws Problem {
        if (group.isEmpty()) {
            String segment = "/" + layer + "/";
            return ofNames(file, named.stream().filter(p -> p.contains(segment)).toList(), where);
        }
        String own = group.get().isEmpty() ? "layers" : group.get() + "/layers";
        if (layers.isEmpty()) {
            layers = Optional.of(layers(own));
        }
        String path = layers.get().get(layer);
        return ofGroup(file, path == null ? own + "/" + numbered(classes, place) : path, where);
    }

    /// Groups of layers by the names that the layers have, where the file tells them.
    private Map<String, String> layers(String own) throws Problem {
        Map<String, String> paths = new HashMap<>();
        for (String child : file.children(own)) {
            String path = own + "/" + child;
            if (file.has(path + "/vars")) {
                file.text(path + "/vars", "name").ifPresent(name -> paths.put(name, path));
            }
        }
        return paths;
    }

    /// The class in snake case, and how many of it came before.
    private static String numbered(List<String> classes, int place) {
        String own = classes.get(place);
        long before = classes.subList(0, place).stream().filter(own::equals).count();
        String snake =
                own.replaceAll("(.)([A-Z][a-z]+)", "$1_$2")
                        .replaceAll("([a-z])([A-Z])", "$1_$2")
                        .toLowerCase(java.util.Locale.ROOT);
        return before == 0 ? snake : snake + "_" + before;
    }

    /// The next weight.
    ///
    /// @param variable its name in Keras
    /// @throws Problem where it is missing
    Tensor take(String variable) throws Problem {
        int index = next++;
        String path =
                group.isPresent()
                        ? group.get() + "/vars/" + index
                        : named.stream()
                                .filter(p -> last(p).equals(variable))
                                .findFirst()
                                .orElseThrow(() -> Problem.of("keras.weight", where, variable));
        if (!file.has(path)) {
            throw Problem.of("keras.weight", where, variable);
        }
        return tensor(file, path, variable, where);
    }

    private static String last(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int colon = name.indexOf(':');
        return colon < 0 ? name : name.substring(0, colon);
    }

    static Tensor tensor(Hdf5File file, String path, String name, String where) throws Problem {
        Hdf5Array array = file.array(path);
        ElementType type =
                switch (array.numpy()) {
                    case "float32" -> ElementType.FLOAT;
                    case "float64" -> ElementType.DOUBLE;
                    case "int64" -> ElementType.INT64;
                    case "int32" -> ElementType.INT32;
                    default -> throw Problem.of("keras.weightType", where, name, array.numpy());
                };
        Longs shape = Longs.of(array.shape().stream().mapToLong(Long::longValue).toArray());
        return new Tensor(name, type, shape, TensorData.window(array.littleEndian()));
    }

    /// All tensors of a file under their paths.
    static List<Tensor> all(Hdf5File file, String where) throws Problem {
        List<Tensor> tensors = new ArrayList<>();
        for (String path : file.arrays()) {
            tensors.add(tensor(file, path, path, where));
        }
        return tensors;
    }
}
