package gemwright.source.keras;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.format.hdf5.Hdf5File;
import gemwright.format.zip.ZipArchive;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Keras file, opened: the configuration of its model, and its weights.
final class KerasFile implements AutoCloseable {
    private static final String CONFIGURATION = "config.json";
    private static final String METADATA = "metadata.json";
    private static final String WEIGHTS = "model.weights.h5";
    private static final String LEGACY = "model_weights";

    private final String where;
    private final Hdf5File weights;
    private final Optional<Map<?, ?>> model;
    private final String version;
    private final boolean archive;
    private final Weights outermost;

    private KerasFile(
            String where,
            Hdf5File weights,
            Optional<Map<?, ?>> model,
            String version,
            boolean archive) {
        this.where = where;
        this.weights = weights;
        this.model = model;
        this.version = version;
        this.archive = archive;
        this.outermost = Weights.ofGroup(weights, "", where);
    }

    /// Opens a file.
    ///
    /// @throws Problem where it is damaged
    static KerasFile of(MemorySegment bytes, String where) throws Problem {
        return Hdf5File.matches(bytes) ? legacy(bytes, where) : archive(bytes, where);
    }

    private static KerasFile archive(MemorySegment bytes, String where) throws Problem {
        ZipArchive zip = ZipArchive.of(bytes, where);
        Map<?, ?> model = json(text(zip, CONFIGURATION, where), where);
        String version = "";
        if (zip.find(METADATA).isPresent()) {
            Object found = json(text(zip, METADATA, where), where).get("keras_version");
            version = found == null ? "" : found.toString();
        }
        ZipArchive.Entry entry =
                zip.find(WEIGHTS).orElseThrow(() -> Problem.of("keras.noWeights", where, WEIGHTS));
        Hdf5File weights = Hdf5File.of(zip.content(entry), where + ", " + WEIGHTS);
        return new KerasFile(where, weights, Optional.of(model), version, true);
    }

    private static String text(ZipArchive zip, String name, String where) throws Problem {
        ZipArchive.Entry entry =
                zip.find(name).orElseThrow(() -> Problem.of("keras.noWeights", where, name));
        byte[] utf8 = zip.content(entry).toArray(ValueLayout.JAVA_BYTE);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private static Map<?, ?> json(String text, String where) throws Problem {
        if (Json.parse(text, where) instanceof Map<?, ?> object) {
            return object;
        }
        throw Problem.of("keras.noModel", where);
    }

    private static KerasFile legacy(MemorySegment bytes, String where) throws Problem {
        Hdf5File file = Hdf5File.of(bytes, where);
        boolean read = false;
        try {
            Optional<String> model = file.text("", "model_config");
            String version = file.text("", "keras_version").orElse("");
            Optional<Map<?, ?>> parsed =
                    model.isPresent() ? Optional.of(json(model.get(), where)) : Optional.empty();
            read = true;
            return new KerasFile(where, file, parsed, version, false);
        } finally {
            if (!read) {
                file.close();
            }
        }
    }

    String where() {
        return where;
    }

    String version() {
        return version;
    }

    /// 2 or 3.
    int release() {
        return version.startsWith("1.") || version.startsWith("2.") ? 2 : 3;
    }

    /// The configuration of the model; empty for a file that holds weights only.
    Optional<Map<?, ?>> model() {
        return model;
    }

    Hdf5File hdf5() {
        return weights;
    }

    /// Weights of a layer of the outermost model.
    Weights weights(String layer, List<String> classes, int place) throws Problem {
        if (archive) {
            return outermost.ofLayer(layer, classes, place);
        }
        String group = (weights.has(LEGACY) ? LEGACY + "/" : "") + layer;
        if (!weights.has(group)) {
            return Weights.ofNames(weights, List.of(), where);
        }
        List<String> names = new java.util.ArrayList<>(weights.texts(group, "weight_names"));
        for (int part = 0; names.isEmpty() || part > 0; part++) {
            List<String> more = weights.texts(group, "weight_names" + part);
            if (more.isEmpty()) {
                break;
            }
            names.addAll(more);
        }
        return Weights.ofNames(
                weights, names.stream().map(name -> group + "/" + name).toList(), where);
    }

    @Override
    public void close() {
        weights.close();
    }
}
