package gemwright.workbench;

import gemwright.base.Cancelled;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.Table;
import gemwright.data.TableSource;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Sends the rows of a table to an endpoint's `/predict`, as a client would.
public final class Requests {
    /// Rows in one request.
    private static final int ROWS = 250;

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private Requests() {}

    /// Sends every row.
    ///
    /// @param server where it listens: `http://127.0.0.1:8000`
    /// @param without columns that the model does not know
    /// @return how many rows were answered
    /// @throws Problem where nobody answers, or the endpoint refuses a row
    public static long send(URI server, TableSource rows, List<String> without, Progress progress)
            throws Problem {
        URI target = server.resolve("/predict");
        OptionalLong total = rows.rows();
        long[] answered = {0};
        try (HttpClient client = HttpClient.newHttpClient()) {
            rows.batches(
                    ROWS,
                    progress,
                    table -> {
                        post(client, target, body(table, without));
                        answered[0] += table.rows();
                        progress.step("sending", answered[0], total.orElse(0));
                    });
        }
        return answered[0];
    }

    private static void post(HttpClient client, URI target, String body) throws Problem {
        HttpRequest request =
                HttpRequest.newBuilder(target)
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw Problem.of(
                        "requests.refused",
                        target.toString(),
                        Integer.toString(response.statusCode()),
                        response.body());
            }
        } catch (IOException failed) {
            throw Problem.of(
                            "requests.noAnswer",
                            target.toString(),
                            String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private static String body(Table table, List<String> without) {
        List<Map<String, @Nullable Object>> records = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, @Nullable Object> record = new LinkedHashMap<>();
            for (Column column : table.columns()) {
                if (!without.contains(column.name())) {
                    record.put(column.name(), value(column, row));
                }
            }
            records.add(record);
        }
        return Json.write(Json.object("records", records));
    }

    private static @Nullable Object value(Column column, int row) {
        if (column.missing(row)) {
            return column.kind() == ColumnKind.TEXT ? "" : null;
        }
        return switch (column.kind()) {
            case NUMBER -> column.number(row);
            case INTEGER -> column.integer(row);
            case BOOLEAN -> column.integer(row) == 1;
            case TEXT, TIME, TENSOR -> column.text(row);
        };
    }
}
