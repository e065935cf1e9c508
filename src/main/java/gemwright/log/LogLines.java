package gemwright.log;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.NdArray;
import gemwright.data.Table;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;

/// Predictions as JSON lines: `{"id","ts","us","status","in":{…},"out":{…}}`, one line a row.
///
/// A missing value is null; a number that is not finite is the text `"Infinity"` or `"-Infinity"`.
final class LogLines {
    private static final JsonFactory FACTORY =
            JsonFactory.builder().rootValueSeparator("\n").build();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);

    /// The lines of all these predictions, each with its line end.
    ByteBuffer lines(List<Prediction> predictions) {
        bytes.reset();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            for (Prediction prediction : predictions) {
                for (int row = 0; row < prediction.rows(); row++) {
                    line(out, prediction, row);
                }
            }
        }
        if (bytes.size() > 0) {
            bytes.write('\n');
        }
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private static void line(JsonGenerator out, Prediction prediction, int row) {
        boolean alone = prediction.rows() == 1;
        out.writeStartObject();
        out.writeName("id");
        out.writeString(alone ? prediction.id() : prediction.id() + "#" + row);
        out.writeName("ts");
        out.writeString(prediction.at().toString());
        out.writeName("us");
        out.writeNumber(prediction.latency().toNanos() / 1000);
        out.writeName("status");
        out.writeNumber(prediction.status());
        values(out, "in", prediction.inputs(), row);
        values(out, "out", prediction.outputs(), row);
        out.writeEndObject();
    }

    private static void values(JsonGenerator out, String name, Table table, int row) {
        out.writeName(name);
        out.writeStartObject();
        for (Column column : table.columns()) {
            out.writeName(column.name());
            value(out, column, row);
        }
        out.writeEndObject();
    }

    private static void value(JsonGenerator out, Column column, int row) {
        if (column.kind() == ColumnKind.TENSOR) {
            array(out, column.tensor().slice(row, row + 1L), 1, 0);
        } else if (column.missing(row)) {
            out.writeNull();
        } else {
            switch (column.kind()) {
                case NUMBER -> number(out, column.number(row));
                case INTEGER -> out.writeNumber(column.integer(row));
                case BOOLEAN -> out.writeBoolean(column.integer(row) != 0);
                case TEXT, TIME -> out.writeString(column.text(row));
                case TENSOR -> throw new IllegalStateException(column.toString());
            }
        }
    }

    /// Writes the elements from flat index `at` on, nested from that dimension on, and gives the
    /// flat index behind them.
    private static long array(JsonGenerator out, NdArray array, int dimension, long at) {
        if (dimension == array.rank()) {
            element(out, array, at);
            return at + 1;
        }
        out.writeStartArray();
        long behind = at;
        for (long i = 0; i < array.shape().get(dimension); i++) {
            behind = array(out, array, dimension + 1, behind);
        }
        out.writeEndArray();
        return behind;
    }

    private static void element(JsonGenerator out, NdArray array, long at) {
        switch (array.dtype()) {
            case FLOAT16, BFLOAT16, FLOAT32 -> {
                float value = (float) array.number(at);
                if (Float.isFinite(value)) {
                    out.writeNumber(value);
                } else {
                    out.writeString(Float.toString(value));
                }
            }
            case FLOAT64 -> number(out, array.number(at));
            case INT8, INT16, INT32, INT64, UINT8, UINT16, UINT32 ->
                    out.writeNumber(array.integer(at));
            case BOOL -> out.writeBoolean(array.integer(at) != 0);
            case UINT64, STRING, COMPLEX64, COMPLEX128 -> out.writeString(array.text(at));
        }
    }

    private static void number(JsonGenerator out, double value) {
        if (Double.isFinite(value)) {
            out.writeNumber(value);
        } else {
            out.writeString(Double.toString(value));
        }
    }
}
