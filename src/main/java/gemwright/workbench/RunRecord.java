package gemwright.workbench;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What `run.json` says of a run.
///
/// @param number its place in the workspace, from 1
/// @param kind the verb: `convert`, `quantize`, `compare`, `loadtest`, `drift` …
/// @param state how far it came
/// @param started when
/// @param seconds how long it took; 0 while it runs
/// @param inputs the files that went in
/// @param settings what was chosen, by the names of the command line's options
/// @param environment what it was made with
/// @param summary one line for lists, in the language of the user at that time
/// @param result what the command line prints as JSON
public record RunRecord(
        int number,
        String kind,
        RunState state,
        Instant started,
        double seconds,
        List<Input> inputs,
        Map<String, @Nullable Object> settings,
        Map<String, @Nullable Object> environment,
        String summary,
        Map<String, @Nullable Object> result) {

    public RunRecord {
        inputs = List.copyOf(inputs);
    }

    /// A file that went into a run.
    ///
    /// @param path where it was
    /// @param bytes its length
    /// @param sha256 of its content
    public record Input(String path, long bytes, String sha256) {}

    RunRecord ended(RunState end, double took, String line, Map<String, @Nullable Object> outcome) {
        return new RunRecord(
                number, kind, end, started, took, inputs, settings, environment, line, outcome);
    }

    Map<String, @Nullable Object> toJson() {
        return Json.object(
                "run", number,
                "kind", kind,
                "state", state.label(),
                "started", started.toString(),
                "seconds", seconds,
                "inputs",
                        inputs.stream()
                                .map(
                                        i ->
                                                Json.object(
                                                        "path", i.path(),
                                                        "bytes", i.bytes(),
                                                        "sha256", i.sha256()))
                                .toList(),
                "settings", settings,
                "environment", environment,
                "summary", summary,
                "result", result);
    }

    /// Reads what [#toJson] wrote; empty where the value is something else.
    static Optional<RunRecord> fromJson(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> object)
                || !(object.get("run") instanceof Long number)
                || !(object.get("kind") instanceof String kind)
                || !(object.get("started") instanceof String started)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new RunRecord(
                            Math.toIntExact(number),
                            kind,
                            RunState.of(String.valueOf(object.get("state"))),
                            Instant.parse(started),
                            object.get("seconds") instanceof Number s ? s.doubleValue() : 0,
                            inputs(object.get("inputs")),
                            map(object.get("settings")),
                            map(object.get("environment")),
                            object.get("summary") instanceof String line ? line : "",
                            map(object.get("result"))));
        } catch (DateTimeParseException | ArithmeticException foreign) {
            return Optional.empty();
        }
    }

    private static List<Input> inputs(@Nullable Object value) {
        List<Input> inputs = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object one : list) {
                if (one instanceof Map<?, ?> input && input.get("path") instanceof String path) {
                    long bytes = input.get("bytes") instanceof Long b ? b : 0;
                    inputs.add(new Input(path, bytes, String.valueOf(input.get("sha256"))));
                }
            }
        }
        return inputs;
    }

    @SuppressWarnings("unchecked") // Json gives string keys
    private static Map<String, @Nullable Object> map(@Nullable Object value) {
        return value instanceof Map<?, ?> object
                ? (Map<String, @Nullable Object>) object
                : Map.of();
    }
}
