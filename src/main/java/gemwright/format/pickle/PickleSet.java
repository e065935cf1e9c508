package gemwright.format.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A Python set or frozenset, with its members in the order of the file; a text or an integer that
/// is listed again counts once. Compared by identity.
public final class PickleSet implements PickleValue {
    private final List<PickleValue> items = new ArrayList<>(0);

    /// Texts and integers alone: their collisions cannot be made to cost time.
    private final Set<Object> listed = new HashSet<>(0);

    void add(PickleValue item) {
        boolean first =
                switch (item) {
                    case PickleText(String text) -> listed.add(text);
                    case PickleInteger(long number) -> listed.add(number);
                    default -> true;
                };
        if (first) {
            items.add(item);
        }
    }

    /// Its members in the order of the file.
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }
}
