package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.source.torch.aten.AtenValue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which values look at the same elements, and which of them are of no use since one was changed in
/// place.
final class Aliases {
    /// How a value looks at another one.
    ///
    /// @param arguments of the operator, behind the tensor
    record View(String base, String operator, List<AtenValue> arguments) {
        View {
            arguments = List.copyOf(arguments);
        }
    }

    private final Map<String, View> views = new HashMap<>();
    private final Map<String, Set<String>> families = new HashMap<>();
    private final Set<String> stale = new HashSet<>();

    /// How a value looks at another one, where it does.
    Optional<View> view(String name) {
        return Optional.ofNullable(views.get(name));
    }

    /// Notes that a value looks at another one.
    void look(String name, View view) {
        views.put(name, view);
        share(view.base(), name);
    }

    /// Notes that a value followed a change of one of its views.
    void follow(String name) {
        stale.remove(name);
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
        share(changed, result);
        View view = views.get(changed);
        if (view != null) {
            views.put(result, view);
        }
    }

    /// Whether one of them is of no use.
    boolean isStale(List<String> names) {
        return names.stream().anyMatch(stale::contains);
    }

    /// @throws Problem where one of them is of no use
    void requireFresh(List<String> names) throws Problem {
        if (isStale(names)) {
            throw Problem.of("torch.alias", "");
        }
    }
}
