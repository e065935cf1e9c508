package gemwright.format.document;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of a document.
public sealed interface Item {
    /// Named members, in the order of the document.
    record Fields(Map<String, Item> members) implements Item {
        public Fields {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /// An array that holds more than numbers, or nothing.
    record Items(List<Item> members) implements Item {
        public Items {
            members = List.copyOf(members);
        }
    }

    /// An array of numbers; truth values count as 0 and 1.
    final class Numbers implements Item {
        private final double[] values;

        /// Takes the numbers as they are: nobody else may change them afterwards.
        Numbers(double[] values) {
            this.values = values;
        }

        /// How many there are.
        public int size() {
            return values.length;
        }

        /// One of them.
        public double at(int index) {
            return values[index];
        }

        /// All of them.
        public double[] toArray() {
            return values.clone();
        }
    }

    /// One number.
    record Scalar(double value) implements Item {}

    /// A text.
    record Text(String value) implements Item {}

    /// A truth value.
    record Flag(boolean value) implements Item {}

    /// `null`.
    record Nothing() implements Item {}
}
