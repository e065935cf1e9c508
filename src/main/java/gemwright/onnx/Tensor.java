package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.List;

/// A constant tensor: `TensorProto`.
///
/// Numbers are read with [#floats], [#doubles] or [#longs] (copies), or one by one and without a
/// copy through [#elements].
///
/// @param name empty for a tensor that is an attribute's value, mostly
/// @param shape sizes; none for a scalar
/// @param data the elements
public record Tensor(
        String name,
        ElementType type,
        Longs shape,
        TensorData data,
        String documentation,
        Metadata metadata,
        Kept kept) {
    /// A tensor of our own making.
    public Tensor(String name, ElementType type, Longs shape, TensorData data) {
        this(name, type, shape, data, "", Metadata.NONE, Kept.NOTHING);
    }

    /// Floats.
    public static Tensor of(String name, float[] values, long... shape) {
        return new Tensor(name, ElementType.FLOAT, Longs.of(shape), TensorData.of(values));
    }

    /// Doubles.
    public static Tensor of(String name, double[] values, long... shape) {
        return new Tensor(name, ElementType.DOUBLE, Longs.of(shape), TensorData.of(values));
    }

    /// 64-bit integers.
    public static Tensor of(String name, long[] values, long... shape) {
        return new Tensor(name, ElementType.INT64, Longs.of(shape), TensorData.of(values));
    }

    /// Strings.
    public static Tensor of(String name, List<String> values, long... shape) {
        return new Tensor(name, ElementType.STRING, Longs.of(shape), TensorData.of(values));
    }

    /// Number of elements: the product of the sizes.
    ///
    /// @throws ArithmeticException where that is more than a `long` can say
    public long size() {
        long size = 1;
        for (int i = 0; i < shape.size(); i++) {
            size = Math.multiplyExact(size, shape.at(i));
        }
        return size;
    }

    /// The elements, to be looked at one by one; numbers only.
    public Elements elements() {
        return new Elements(type, data.raw(), size());
    }

    /// All elements as floats; larger numbers are rounded.
    public float[] floats() {
        return elements().toFloats();
    }

    /// All elements as doubles.
    public double[] doubles() {
        return elements().toDoubles();
    }

    /// All elements as whole numbers; fractions are cut off, `uint64` keeps its bits.
    public long[] longs() {
        return elements().toLongs();
    }

    /// All elements of a string tensor.
    public List<String> strings() {
        return data.strings();
    }

    /// This tensor under another name.
    public Tensor withName(String other) {
        return new Tensor(other, type, shape, data, documentation, metadata, kept());
    }

    /// This tensor with other elements, its name, documentation and metadata kept.
    public Tensor with(ElementType otherType, Longs otherShape, TensorData otherData) {
        return new Tensor(name, otherType, otherShape, otherData, documentation, metadata, kept());
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
