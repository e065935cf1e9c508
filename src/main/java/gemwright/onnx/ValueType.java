package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.Optional;

/// The type of a value: `TypeProto`. Denotations stay in [Kept].
public sealed interface ValueType {
    /// What else the message held; see [Kept].
    Kept kept();

    /// What else the message held, with its bytes as found; for the writer.
    Kept found();

    /// A dense tensor.
    ///
    /// @param shape empty where not even the rank is known
    record TensorType(ElementType element, Optional<Shape> shape, Kept kept) implements ValueType {
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
            return element.spelling() + shape.map(Shape::toString).orElse("[...]");
        }
    }

    /// A tensor given by its non-zero elements.
    ///
    /// @param shape empty where not even the rank is known
    record SparseTensorType(ElementType element, Optional<Shape> shape, Kept kept)
            implements ValueType {
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
            return "sparse " + element.spelling() + shape.map(Shape::toString).orElse("[...]");
        }
    }

    /// A list of values of one type.
    record SequenceType(ValueType element, Kept kept) implements ValueType {
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
            return "sequence(" + element + ")";
        }
    }

    /// Values by key.
    record MapType(ElementType key, ValueType value, Kept kept) implements ValueType {
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
            return "map(" + key.spelling() + ", " + value + ")";
        }
    }

    /// A value that may be absent.
    record OptionalType(ValueType element, Kept kept) implements ValueType {
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
            return "optional(" + element + ")";
        }
    }

    /// A type that only an extension of a runtime understands.
    record OpaqueType(String domain, String name, Kept kept) implements ValueType {
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
            return "opaque(" + domain + ", " + name + ")";
        }
    }

    /// A type that the file leaves open, or of a kind that we do not know (then it is in `kept`).
    record OpenType(Kept kept) implements ValueType {
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

    /// A tensor of these dimensions.
    static ValueType tensor(ElementType element, Dimension... dimensions) {
        return new TensorType(element, Optional.of(Shape.of(dimensions)), Kept.NOTHING);
    }

    /// A tensor of that shape.
    static ValueType tensor(ElementType element, Shape shape) {
        return new TensorType(element, Optional.of(shape), Kept.NOTHING);
    }

    /// A tensor of any rank.
    static ValueType tensorOfAnyRank(ElementType element) {
        return new TensorType(element, Optional.empty(), Kept.NOTHING);
    }

    /// A list of values of one type.
    static ValueType sequence(ValueType element) {
        return new SequenceType(element, Kept.NOTHING);
    }

    /// Values by key.
    static ValueType map(ElementType key, ValueType value) {
        return new MapType(key, value, Kept.NOTHING);
    }

    /// A type that is left open.
    static ValueType open() {
        return new OpenType(Kept.NOTHING);
    }

    /// The element type of a dense tensor; [ElementType#UNDEFINED] for anything else.
    default ElementType elementType() {
        return this instanceof TensorType tensor ? tensor.element() : ElementType.UNDEFINED;
    }
}
