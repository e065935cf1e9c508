package gemwright.source.torch.script.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// A class of TorchScript.
///
/// @param base what it extends: `Module`, `NamedTuple`, `Enum`, or an empty text
/// @param attributes names and types in the order of the file
/// @param constants attributes whose values stand in the source
/// @param methods by name
public record ClassSource(
        String name,
        String base,
        Map<String, Expression> attributes,
        Map<String, Expression> constants,
        Map<String, Method> methods) {
    public ClassSource {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
        constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
        methods = Collections.unmodifiableMap(new LinkedHashMap<>(methods));
    }
}
