package gemwright.log;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Table;

import java.time.Duration;
import java.time.Instant;

/// One answered request.
///
/// @param id the request's id; rows of a request of several get `ID#0`, `ID#1` …
/// @param at when the request came
/// @param latency from its first byte to the answer
/// @param status HTTP status of the answer
/// @param inputs what the model was asked, one row a record
/// @param outputs what it answered, as many rows
public record Prediction(
        String id, Instant at, Duration latency, int status, Table inputs, Table outputs) {
    public Prediction {
        if (inputs.rows() != outputs.rows()) {
            throw new IllegalArgumentException(
                    inputs.rows() + " rows in, " + outputs.rows() + " rows out");
        }
    }

    /// Bytes that it takes in memory, roughly.
    long bytes() {
        return 200 + bytes(inputs) + bytes(outputs);
    }

    private static long bytes(Table table) {
        long bytes = 0;
        for (Column column : table.columns()) {
            bytes +=
                    column.kind() == ColumnKind.TENSOR
                            ? column.tensor().segment().byteSize()
                            : 48L * column.rows();
        }
        return bytes;
    }
}
