package gemwright.onnx;

import gemwright.format.protobuf.Kept;

/// One dimension of a shape: known, named, or free.
public sealed interface Dimension {
    /// What else the message held; see [Kept].
    Kept kept();

    /// What else the message held, with its bytes as found; for the writer.
    Kept found();

    /// A known size.
    record Fixed(long size, Kept kept) implements Dimension {
        public Fixed {
            if (size < 0) {
                throw new IllegalArgumentException("size " + size);
            }
        }

        /// What else the message held; see [Kept].
        @Override
        public Kept kept() {
            return kept.fieldsOnly();
        }

        @Override
        public Kept found() {
            return kept;
        }

        @Override
        public String toString() {
            return Long.toString(size);
        }
    }

    /// A size that is equal wherever the name stands: `N`, `batch`.
    record Named(String name, Kept kept) implements Dimension {
        /// What else the message held; see [Kept].
        @Override
        public Kept kept() {
            return kept.fieldsOnly();
        }

        @Override
        public Kept found() {
            return kept;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// Any size.
    record Free(Kept kept) implements Dimension {
        /// What else the message held; see [Kept].
        @Override
        public Kept kept() {
            return kept.fieldsOnly();
        }

        @Override
        public Kept found() {
            return kept;
        }

        @Override
        public String toString() {
            return "?";
        }
    }

    /// A known size.
    static Dimension of(long size) {
        return new Fixed(size, Kept.NOTHING);
    }

    /// A named size.
    static Dimension of(String name) {
        return new Named(name, Kept.NOTHING);
    }

    /// Any size.
    static Dimension free() {
        return new Free(Kept.NOTHING);
    }
}
