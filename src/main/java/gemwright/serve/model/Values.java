package gemwright.serve.model;

import gemwright.data.NdArray;

import tools.jackson.core.JsonGenerator;

/// Writes elements of arrays as JSON; a number that is not finite is the text `"NaN"`, `"Infinity"`
/// or `"-Infinity"`, since JSON has no other way.
public final class Values {
    private Values() {}

    /// One element.
    public static void write(JsonGenerator out, NdArray array, long index) {
        switch (array.dtype()) {
            case FLOAT32, FLOAT16, BFLOAT16 -> {
                float value = (float) array.number(index);
                if (Float.isFinite(value)) {
                    out.writeNumber(value);
                } else {
                    out.writeString(Float.toString(value));
                }
            }
            case FLOAT64 -> {
                double value = array.number(index);
                if (Double.isFinite(value)) {
                    out.writeNumber(value);
                } else {
                    out.writeString(Double.toString(value));
                }
            }
            case BOOL -> out.writeBoolean(array.integer(index) != 0);
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 ->
                    out.writeNumber(array.integer(index));
            case UINT64 -> out.writeNumber(new java.math.BigInteger(array.text(index)));
            case STRING -> out.writeString(array.text(index));
            case COMPLEX64, COMPLEX128 -> {
                out.writeStartArray();
                out.writeNumber(array.number(index));
                out.writeNumber(array.imaginary(index));
                out.writeEndArray();
            }
        }
    }

    /// Elements `from` to `to` (exclusive), nested as the dimensions from `dimension` on say; a
    /// single value where there are none left.
    public static void nested(JsonGenerator out, NdArray array, int dimension, long from, long to) {
        if (dimension == array.rank()) {
            write(out, array, from);
            return;
        }
        long parts = array.shape().get(dimension);
        long size = parts == 0 ? 0 : (to - from) / parts;
        out.writeStartArray();
        for (long part = 0; part < parts; part++) {
            nested(out, array, dimension + 1, from + part * size, from + (part + 1) * size);
        }
        out.writeEndArray();
    }

    /// All elements in one list.
    public static void flat(JsonGenerator out, NdArray array) {
        out.writeStartArray();
        for (long index = 0; index < array.size(); index++) {
            write(out, array, index);
        }
        out.writeEndArray();
    }
}
