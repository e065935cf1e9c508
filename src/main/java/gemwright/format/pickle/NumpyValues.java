package gemwright.format.pickle;

import gemwright.base.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The functions through which numpy pickles its types, arrays and scalars (numpy 1.16 to 2.4).
final class NumpyValues {
    // Items without bytes cost nothing, so the file's length does not bound them.
    private static final int EMPTY_ITEMS_MAX = 1 << 20;

    private final PickleInput input;

    NumpyValues(PickleInput input) {
        this.input = input;
    }

    /// The value, or empty where the call is none of numpy's that we know.
    Optional<PickleValue> call(PickleGlobal maker, PickleTuple arguments) throws Problem {
        List<PickleValue> given = arguments.items();
        return switch (maker.qualifiedName()) {
            case "numpy.dtype" -> type(given);
            case "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct" ->
                    reconstructed(given);
            case "numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer" ->
                    Optional.of(fromBuffer(given));
            case "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar" ->
                    Optional.of(scalar(given));
            default -> Optional.empty();
        };
    }

    private Optional<PickleValue> type(List<PickleValue> given) throws Problem {
        Optional<String> code = given.isEmpty() ? Optional.empty() : given.getFirst().asText();
        if (code.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                NumpyType.of(code.get())
                        .orElseThrow(() -> input.malformed("an unknown numpy type")));
    }

    /// Only a plain ndarray: a masked array or a matrix has a state of its own.
    private static Optional<PickleValue> reconstructed(List<PickleValue> given) {
        boolean plain =
                !given.isEmpty()
                        && given.getFirst() instanceof PickleGlobal(var module, var name)
                        && module.equals("numpy")
                        && name.equals("ndarray");
        return plain
                ? Optional.of(new NumpyArray(NumpyType.of("i1").orElseThrow()))
                : Optional.empty();
    }

    /// Protocol 5: `_frombuffer(bytes, dtype, shape, order)`.
    private NumpyArray fromBuffer(List<PickleValue> given) throws Problem {
        if (given.size() < 4 || !(given.get(1) instanceof NumpyType type)) {
            throw input.malformed("_frombuffer takes bytes, a type, a shape and an order");
        }
        boolean fortran = given.get(3).asText().filter("F"::equals).isPresent();
        NumpyArray array = new NumpyArray(type);
        fill(array, type, given.get(2), fortran, given.getFirst());
        return array;
    }

    void build(NumpyType type, PickleValue state) throws Problem {
        if (!(state instanceof PickleTuple tuple) || !type.build(tuple)) {
            throw input.malformed("a numpy type with a state of another form");
        }
    }

    /// `(version, shape, dtype, is_fortran, bytes or list)`.
    void build(NumpyArray array, PickleValue state) throws Problem {
        List<PickleValue> parts = state.elements();
        if (parts.size() != 5
                || !(parts.get(2) instanceof NumpyType type)
                || parts.get(3).asBoolean().isEmpty()) {
            throw input.malformed("a numpy array with a state of another form");
        }
        boolean fortran = parts.get(3).asBoolean().orElseThrow();
        fill(array, type, parts.get(1), fortran, parts.get(4));
    }

    private void fill(
            NumpyArray array, NumpyType type, PickleValue shape, boolean fortran, PickleValue data)
            throws Problem {
        List<Integer> dimensions = dimensions(shape);
        long count = count(dimensions, type);
        if (type.kind() == 'O') {
            if (!(data instanceof PickleList list) || list.size() != count) {
                throw input.malformed("an array of " + count + " objects with other items");
            }
            array.fillObjects(type, dimensions, fortran, list.items());
            return;
        }
        Optional<PickleValue> bytes = PlainCalls.latinBytes(data);
        if (bytes.isEmpty()
                || !(bytes.get() instanceof PickleBytes given)
                || !given.hasSize(count * type.itemSize())) {
            throw input.malformed("an array of " + count + " items with other bytes");
        }
        if (given.isKept()) {
            array.fill(type, dimensions, fortran, given.segment());
        }
    }

    /// The dimensions of a shape; they are whole numbers from 0 to 2³¹ - 1.
    List<Integer> dimensions(PickleValue shape) throws Problem {
        if (!(shape instanceof PickleTuple) && !(shape instanceof PickleList)) {
            throw input.malformed("a shape is no tuple");
        }
        List<Integer> dimensions = new ArrayList<>();
        for (PickleValue dimension : shape.elements()) {
            long extent = dimension.asInteger().orElse(-1);
            if (extent < 0 || extent > Integer.MAX_VALUE || dimensions.size() == 64) {
                throw input.malformed("a dimension of " + extent);
            }
            dimensions.add((int) extent);
        }
        return dimensions;
    }

    /// The number of items; at most 2³¹ - 1, and few where an item has no bytes.
    long count(List<Integer> dimensions, NumpyType type) throws Problem {
        boolean none = dimensions.contains(0);
        long max = type.itemSize() == 0 && type.kind() != 'O' ? EMPTY_ITEMS_MAX : Integer.MAX_VALUE;
        long count = none ? 0 : 1;
        for (int extent : dimensions) {
            count *= none ? 1 : extent;
            if (count > max) {
                throw input.malformed("an array of more than " + max + " items");
            }
        }
        return count;
    }

    private NumpyScalar scalar(List<PickleValue> given) throws Problem {
        if (given.isEmpty() || !(given.getFirst() instanceof NumpyType type)) {
            throw input.malformed("a numpy scalar without a type");
        }
        if (type.kind() == 'O') {
            return new NumpyScalar(type, given.size() > 1 ? given.get(1) : PickleNone.NONE);
        }
        PickleValue data = given.size() > 1 ? given.get(1) : PickleBytes.EMPTY;
        Optional<PickleValue> bytes = PlainCalls.latinBytes(data);
        if (bytes.isEmpty()
                || !(bytes.get() instanceof PickleBytes item)
                || !item.hasSize(type.itemSize())) {
            throw input.malformed("a numpy scalar with other bytes than its type");
        }
        return new NumpyScalar(
                type, item.isKept() ? NumpyItems.value(item.segment(), 0, type) : PickleNone.NONE);
    }
}
