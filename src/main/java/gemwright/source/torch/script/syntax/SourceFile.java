package gemwright.source.torch.script.syntax;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// One file of source: its classes and functions by name.
public record SourceFile(Map<String, ClassSource> classes, Map<String, Method> functions) {
    public SourceFile {
        classes = Collections.unmodifiableMap(new LinkedHashMap<>(classes));
        functions = Collections.unmodifiableMap(new LinkedHashMap<>(functions));
    }
}
