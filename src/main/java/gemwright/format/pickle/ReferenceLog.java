package gemwright.format.pickle;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Collects what a file names while it is read; what was collected stays when reading fails.
final class ReferenceLog {
    private final Budget budget;
    private final Map<PickleGlobal, Seen> seen = new LinkedHashMap<>();
    private Optional<Long> indirectCall = Optional.empty();

    private record Seen(long offset, EnumSet<PickleReference.Use> uses) {}

    ReferenceLog(Budget budget) {
        this.budget = budget;
    }

    void named(PickleGlobal global, long offset) throws Problem {
        if (!seen.containsKey(global)) {
            budget.charge(2L * Budget.CONTAINER_BYTES);
            seen.put(global, new Seen(offset, EnumSet.of(PickleReference.Use.NAMED)));
        }
    }

    void used(PickleValue maker, PickleReference.Use use, long offset) {
        Seen known = named(maker).map(seen::get).orElse(null);
        if (known != null) {
            known.uses.add(use);
        } else if (indirectCall.isEmpty()) {
            indirectCall = Optional.of(offset);
        }
    }

    /// The class or function that would be used. PyTorch before 1.6 names classes of modules by
    /// persistent ids, `('module', class, file, source)`, and its loader hands on the class.
    private static Optional<PickleGlobal> named(PickleValue maker) {
        if (maker instanceof PickleGlobal global) {
            return Optional.of(global);
        }
        if (maker instanceof PickleObject id
                && id.maker().isNone()
                && id.arguments().items().size() == 1) {
            List<PickleValue> members = id.arguments().items().getFirst().elements();
            boolean module =
                    members.size() > 1
                            && members.getFirst().asText().filter("module"::equals).isPresent();
            return module && members.get(1) instanceof PickleGlobal global
                    ? Optional.of(global)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    List<PickleReference> references() {
        List<PickleReference> references = new ArrayList<>(seen.size());
        seen.forEach(
                (global, one) ->
                        references.add(
                                new PickleReference(
                                        global, one.offset, new ArrayList<>(one.uses))));
        return references;
    }

    /// The first byte at which something is called that the file does not name directly.
    Optional<Long> indirectCall() {
        return indirectCall;
    }
}
