package gemwright.format.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A Python dict in the order of the file. Compared by identity.
///
/// Keys that are texts or whole numbers are looked up by content, a later entry replacing an
/// earlier one as in Python. Any other key stands for itself: hashing a tuple of tuples could take
/// longer than the universe is old.
public final class PickleDict implements PickleValue {
    private final List<PickleValue> keys = new ArrayList<>(0);
    private final List<PickleValue> values = new ArrayList<>(0);
    // Two maps, so that keys which collide are of one class and the map can order them.
    private final Map<String, Integer> texts = new HashMap<>(0);
    private final Map<Long, Integer> integers = new HashMap<>(0);

    /// One pair.
    public record Entry(PickleValue key, PickleValue value) {}

    void put(PickleValue key, PickleValue value) {
        Integer known = remember(key);
        if (known == null) {
            keys.add(key);
            values.add(value);
        } else {
            values.set(known, value);
        }
    }

    private @org.jspecify.annotations.Nullable Integer remember(PickleValue key) {
        Optional<String> text = key.asText();
        if (text.isPresent()) {
            return texts.putIfAbsent(text.get(), keys.size());
        }
        OptionalLong integer = key.asInteger();
        return integer.isPresent() ? integers.putIfAbsent(integer.getAsLong(), keys.size()) : null;
    }

    /// The value of that text key.
    public Optional<PickleValue> get(String key) {
        return Optional.ofNullable(texts.get(key)).map(values::get);
    }

    /// The value of that whole number as key.
    public Optional<PickleValue> get(long key) {
        return Optional.ofNullable(integers.get(key)).map(values::get);
    }

    /// How many pairs there are.
    public int size() {
        return keys.size();
    }

    /// All pairs in the order of the file.
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>(keys.size());
        for (int i = 0; i < keys.size(); i++) {
            entries.add(new Entry(keys.get(i), values.get(i)));
        }
        return entries;
    }

    /// The pairs whose keys are texts, in the order of the file.
    public Map<String, PickleValue> named() {
        Map<String, PickleValue> named = new LinkedHashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            PickleValue value = values.get(i);
            keys.get(i).asText().ifPresent(name -> named.put(name, value));
        }
        return named;
    }
}
