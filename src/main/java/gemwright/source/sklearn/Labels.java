package gemwright.source.sklearn;

import java.util.List;

/// The classes of a classifier in their order: whole numbers or texts.
public sealed interface Labels {
    /// How many there are.
    int size();

    /// Whole numbers; truth values count as 0 and 1.
    record Numbers(List<Long> values) implements Labels {
        public Numbers {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /// Texts.
    record Texts(List<String> values) implements Labels {
        public Texts {
            values = List.copyOf(values);
        }

        @Override
        public int size() {
            return values.size();
        }
    }

    /// No classes but several labels, each of which holds or not: 1 or 0.
    record Indicators(int size) implements Labels {}

    /// 0, 1, 2 … as many as asked for.
    static Labels counted(int count) {
        return new Numbers(java.util.stream.LongStream.range(0, count).boxed().toList());
    }
}
