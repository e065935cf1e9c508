package gemwright.source.torch.pt2;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The names of values in a tagged union.
final class Outputs {
    private Outputs() {}

    /// All names in it, in order; none in a number or a text.
    static List<String> names(Fields argument) throws Problem {
        List<String> names = new ArrayList<>();
        Fields.Union union = argument.union();
        gather(union.value(), names);
        return names;
    }

    private static void gather(
            @org.jspecify.annotations.Nullable Object value, List<String> names) {
        switch (value) {
            case Map<?, ?> map -> {
                for (String key : List.of("name", "as_name")) {
                    if (map.get(key) instanceof String name) {
                        names.add(name);
                    }
                }
                gather(map.get("as_tensor"), names);
            }
            case List<?> list -> list.forEach(item -> gather(item, names));
            case null, default -> {}
        }
    }
}
