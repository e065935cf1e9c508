package gemwright.log;

import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// One answered request.
///
/// @param id the request's id; rows of a request of several get `ID#0`, `ID#1` …
/// @param at when the request came
/// @param latency from its first byte to the answer
/// @param status HTTP status of the answer
/// @param rows that it has
/// @param inputs what the model was asked, one row a record, or no column at all
/// @param outputs what it answered, as many rows, or no column at all
public record Prediction(
        String id,
        Instant at,
        Duration latency,
        int status,
        int rows,
        Table inputs,
        Table outputs) {
    public Prediction {
        for (Table table : List.of(inputs, outputs)) {
            if (!table.columns().isEmpty() && table.rows() != rows) {
                throw new IllegalArgumentException(table.rows() + " rows, not " + rows);
            }
        }
    }

    /// A prediction of as many rows as its inputs have.
    public Prediction(
            String id, Instant at, Duration latency, int status, Table inputs, Table outputs) {
        this(id, at, latency, status, inputs.rows(), inputs, outputs);
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
