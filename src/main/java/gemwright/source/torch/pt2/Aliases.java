package gemwright.source.torch.pt2;

import gemwright.base.Problem;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which values look at the same elements, and which of them are of no use since one was changed in
/// place.
final class Aliases {
    private static final Set<String> VIEWS =
            Set.of(
                    "view",
                    "reshape",
                    "flatten",
                    "unflatten",
                    "permute",
                    "transpose",
                    "t",
                    "squeeze",
                    "unsqueeze",
                    "expand",
                    "expand_as",
                    "select",
                    "slice",
                    "narrow",
                    "split",
                    "split_with_sizes",
                    "chunk",
                    "unbind",
                    "alias",
                    "detach",
                    "_unsafe_view",
                    "view_as");

    private final Map<String, Set<String>> families = new HashMap<>();
    private final Set<String> stale = new HashSet<>();

    /// Whether results of that operator look at its first argument.
    static boolean isView(String operator) {
        return VIEWS.contains(operator);
    }

    void share(String one, String other) {
        Set<String> family = families.computeIfAbsent(one, name -> new HashSet<>(Set.of(name)));
        family.add(other);
        families.put(other, family);
    }

    /// Notes that a value was changed in place; the result is the same tensor.
    void change(String changed, String result) {
        Set<String> family = families.getOrDefault(changed, Set.of());
        family.stream().filter(name -> !name.equals(changed)).forEach(stale::add);
        stale.remove(changed);
        stale.remove(result);
        Set<String> both = new HashSet<>(Set.of(changed, result));
        families.put(changed, both);
        families.put(result, both);
    }

    /// @throws Problem where one of them is of no use
    void requireFresh(List<String> names) throws Problem {
        if (names.stream().anyMatch(stale::contains)) {
            throw Problem.of("torch.alias", "");
        }
    }
}
