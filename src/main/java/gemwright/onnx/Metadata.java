package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Key-value pairs that travel with a model, graph, node, value or tensor: `metadata_props`.
///
/// @param entries the pairs, in the file's order; a key may occur twice
public record Metadata(List<Entry> entries) {
    /// No pairs.
    public static final Metadata NONE = new Metadata(List.of());

    public Metadata {
        entries = List.copyOf(entries);
    }

    /// One pair.
    public record Entry(String key, String value, Kept kept) {
        /// A pair of our own making.
        public Entry(String key, String value) {
            this(key, value, Kept.NOTHING);
        }

        /// What else the message held; see [Kept].
        @Override
        public Kept kept() {
            return kept.fieldsOnly();
        }

        Kept found() {
            return kept;
        }
    }

    /// The last value of that key.
    public Optional<String> get(String key) {
        return entries.reversed().stream()
                .filter(e -> e.key().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    /// These pairs with that one in the place of any other of its key.
    public Metadata with(String key, String value) {
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(e -> e.key().equals(key));
        changed.add(new Entry(key, value));
        return new Metadata(changed);
    }

    /// These pairs without that key.
    public Metadata without(String key) {
        return new Metadata(entries.stream().filter(e -> !e.key().equals(key)).toList());
    }

    /// The pairs as a map in the file's order; of equal keys the last counts.
    public Map<String, String> asMap() {
        Map<String, String> map = new LinkedHashMap<>();
        entries.forEach(e -> map.put(e.key(), e.value()));
        return map;
    }
}
