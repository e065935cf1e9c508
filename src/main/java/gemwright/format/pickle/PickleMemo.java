package gemwright.format.pickle;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the file remembers by number. Numbers that follow one another lie in a list; any other goes
/// into a map, so that a number of four billion takes no more room than a one.
final class PickleMemo {
    private final Budget budget;
    private final List<PickleValue> dense = new ArrayList<>();
    private final Map<Long, PickleValue> sparse = new HashMap<>();

    PickleMemo(Budget budget) {
        this.budget = budget;
    }

    void put(long index, PickleValue value) throws Problem {
        if (index < dense.size()) {
            dense.set((int) index, value);
        } else if (index == dense.size() && !sparse.containsKey(index)) {
            budget.charge(Budget.PLACE_BYTES);
            dense.add(value);
        } else {
            budget.charge(Budget.CONTAINER_BYTES);
            sparse.put(index, value);
        }
    }

    /// `MEMOIZE`: under the number of values remembered so far.
    void add(PickleValue value) throws Problem {
        put((long) dense.size() + sparse.size(), value);
    }

    Optional<PickleValue> get(long index) {
        PickleValue value =
                index >= 0 && index < dense.size() ? dense.get((int) index) : sparse.get(index);
        return value instanceof PickleObject object && object.replacement().isPresent()
                ? object.replacement()
                : Optional.ofNullable(value);
    }
}
