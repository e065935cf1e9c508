package gemwright.source.keras;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A layer of a model's configuration.
///
/// @param type its class, `Conv2D`
/// @param module where the class is from; empty in files of Keras 2
/// @param registered the name under which a package registered it; empty for Keras' own
/// @param config its settings
/// @param calls one for each time it is called, in a functional model
record LayerSpec(
        String type,
        String module,
        String registered,
        String name,
        Map<?, ?> config,
        List<@Nullable Object> calls) {
    /// Reads one.
    static LayerSpec of(Map<?, ?> entry) {
        Map<?, ?> config = entry.get("config") instanceof Map<?, ?> map ? map : Map.of();
        Object name = config.get("name") == null ? entry.get("name") : config.get("name");
        Object own = entry.get("name") == null ? name : entry.get("name");
        return new LayerSpec(
                text(entry.get("class_name")),
                text(entry.get("module")),
                text(entry.get("registered_name")),
                own == null ? "layer" : own.toString(),
                config,
                entry.get("inbound_nodes") instanceof List<?> list
                        ? List.copyOf(list.stream().map(Object.class::cast).toList())
                        : List.of());
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }

    /// Whether it is a class of Keras, as far as the file says.
    boolean isKeras() {
        String library = module.startsWith("tf_") ? module.substring(3) : module;
        boolean own = library.isEmpty() || library.equals("keras") || library.startsWith("keras.");
        return own && !registered.contains(">");
    }

    /// Whether it is an operation of `keras.ops`.
    boolean isOperation() {
        return module.startsWith("keras.src.ops") || module.startsWith("keras.ops");
    }

    /// Whether it is a model of its own.
    boolean isModel() {
        return type.equals("Sequential") || type.equals("Functional") || type.equals("Model");
    }

    /// The class as a user knows it.
    String shown() {
        return registered.contains(">") ? registered : type;
    }
}
