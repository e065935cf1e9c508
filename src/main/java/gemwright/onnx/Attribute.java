package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.List;

/// A named property of a node: `AttributeProto`, one record per kind. Documentation strings stay in
/// [Kept].
public sealed interface Attribute {
    /// The attribute's name.
    String name();

    /// What else the message held; see [Kept].
    Kept kept();

    /// What else the message held, with its bytes as found; for the writer.
    Kept found();

    /// What kind of value it has, or stands for.
    Kind kind();

    /// `AttributeProto.AttributeType`.
    enum Kind {
        UNDEFINED(0),
        FLOAT(1),
        INT(2),
        STRING(3),
        TENSOR(4),
        GRAPH(5),
        SPARSE_TENSOR(11),
        TYPE(13),
        FLOATS(6),
        INTS(7),
        STRINGS(8),
        TENSORS(9),
        GRAPHS(10),
        SPARSE_TENSORS(12),
        TYPES(14);

        private final int code;

        Kind(int code) {
            this.code = code;
        }

        /// Its number in onnx.proto.
        public int code() {
            return code;
        }

        /// The kind of that number; [#UNDEFINED] for one that onnx.proto does not know.
        public static Kind of(int code) {
            for (Kind kind : values()) {
                if (kind.code == code) {
                    return kind;
                }
            }
            return UNDEFINED;
        }
    }

    /// A float.
    record OfFloat(String name, float value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfFloat(String name, float value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.FLOAT;
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
    }

    /// A whole number.
    record OfInt(String name, long value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfInt(String name, long value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.INT;
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
    }

    /// A string.
    record OfString(String name, String value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfString(String name, String value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.STRING;
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
    }

    /// A tensor.
    record OfTensor(String name, Tensor value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfTensor(String name, Tensor value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.TENSOR;
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
    }

    /// A sub-graph: the body of a loop, the branch of a condition.
    record OfGraph(String name, Graph value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfGraph(String name, Graph value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.GRAPH;
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
    }

    /// A sparse tensor.
    record OfSparseTensor(String name, SparseTensor value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfSparseTensor(String name, SparseTensor value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.SPARSE_TENSOR;
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
    }

    /// A type.
    record OfType(String name, ValueType value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfType(String name, ValueType value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.TYPE;
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
    }

    /// Floats.
    record OfFloats(String name, Floats value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfFloats(String name, Floats value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.FLOATS;
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
    }

    /// Whole numbers.
    record OfInts(String name, Longs value, Kept kept) implements Attribute {
        /// Of our own making.
        public OfInts(String name, Longs value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.INTS;
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
    }

    /// Strings.
    record OfStrings(String name, List<String> value, Kept kept) implements Attribute {
        public OfStrings {
            value = List.copyOf(value);
        }

        /// Of our own making.
        public OfStrings(String name, List<String> value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.STRINGS;
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
    }

    /// Tensors.
    record OfTensors(String name, List<Tensor> value, Kept kept) implements Attribute {
        public OfTensors {
            value = List.copyOf(value);
        }

        /// Of our own making.
        public OfTensors(String name, List<Tensor> value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.TENSORS;
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
    }

    /// Sub-graphs.
    record OfGraphs(String name, List<Graph> value, Kept kept) implements Attribute {
        public OfGraphs {
            value = List.copyOf(value);
        }

        /// Of our own making.
        public OfGraphs(String name, List<Graph> value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.GRAPHS;
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
    }

    /// Sparse tensors.
    record OfSparseTensors(String name, List<SparseTensor> value, Kept kept) implements Attribute {
        public OfSparseTensors {
            value = List.copyOf(value);
        }

        /// Of our own making.
        public OfSparseTensors(String name, List<SparseTensor> value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.SPARSE_TENSORS;
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
    }

    /// Types.
    record OfTypes(String name, List<ValueType> value, Kept kept) implements Attribute {
        public OfTypes {
            value = List.copyOf(value);
        }

        /// Of our own making.
        public OfTypes(String name, List<ValueType> value) {
            this(name, value, Kept.NOTHING);
        }

        @Override
        public Kind kind() {
            return Kind.TYPES;
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
    }

    /// In a function's body: the value that the caller gives to the function's attribute
    /// `parameter`.
    record Reference(String name, String parameter, Kind kind, Kept kept) implements Attribute {
        /// What else the message held; see [Kept].
        @Override
        public Kept kept() {
            return kept.fieldsOnly();
        }

        @Override
        public Kept found() {
            return kept;
        }
    }

    /// An attribute that we cannot read: of a kind that we do not know, or a string that is not
    /// UTF-8. Its fields are in `kept`.
    record Unknown(String name, Kind kind, Kept kept) implements Attribute {
        /// What else the message held; see [Kept].
        @Override
        public Kept kept() {
            return kept.fieldsOnly();
        }

        @Override
        public Kept found() {
            return kept;
        }
    }
}
