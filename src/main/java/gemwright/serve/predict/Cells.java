package gemwright.serve.predict;

import gemwright.data.DType;
import gemwright.data.NdArray;
import gemwright.serve.http.Refusal;

import tools.jackson.core.JsonParser;

/// The values of one input, filled from JSON in any order and grown as needed: one class for each
/// family of element types.
///
/// JSON numbers must fit the type exactly but for rounding of fractions; a text is never read as a
/// number, `true` never as 1.
public abstract class Cells {
    /// Values of a type.
    public static Cells of(DType type) {
        return switch (type) {
            case FLOAT32 -> new FloatCells();
            case FLOAT16, BFLOAT16, FLOAT64 -> new DoubleCells(type);
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32, UINT64 -> new WholeCells(type);
            case BOOL -> new TruthCells();
            case STRING -> new TextCells();
            case COMPLEX64, COMPLEX128 ->
                    throw new IllegalArgumentException("complex numbers have no JSON");
        };
    }

    /// Reads the parser's present value into a place.
    ///
    /// @param maybeMissing whether null and NaN are allowed as a missing number
    public abstract void put(int index, JsonParser value, boolean maybeMissing, Place place)
            throws Refusal;

    /// The first `size` values in that shape.
    public abstract NdArray array(int size, long... shape);

    static int grown(int length, int index) {
        return Math.max(index + 1, 2 * length);
    }

    /// A JSON number as `double`; NaN for an allowed missing one.
    static double real(JsonParser value, boolean maybeMissing, String type, Place place)
            throws Refusal {
        return switch (value.currentToken()) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                double number = value.getDoubleValue();
                if (Double.isFinite(number)) {
                    yield number;
                }
                if (value.isNaN() && Double.isNaN(number)) {
                    yield missing(value, maybeMissing, type, place);
                }
                throw value.isNaN()
                        ? place.refuse("a finite number (" + type + ")", value)
                        : place.refuse("a number that fits " + type, value);
            }
            case VALUE_NULL -> missing(value, maybeMissing, type, place);
            default -> throw place.refuse("a number (" + type + ")", value);
        };
    }

    private static double missing(JsonParser value, boolean maybeMissing, String type, Place place)
            throws Refusal {
        if (!maybeMissing) {
            throw place.refuse(
                    "a number (" + type + "; the model takes no missing value here)", value);
        }
        return Double.NaN;
    }
}
