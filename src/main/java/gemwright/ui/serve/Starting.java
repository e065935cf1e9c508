package gemwright.ui.serve;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.loadtest.Target;
import gemwright.serve.Endpoint;
import gemwright.serve.model.Served;
import gemwright.workbench.Serving;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Puts a model into service and finds out how it is asked.
final class Starting {
    private Starting() {}

    /// Starts a server for one model.
    ///
    /// @param rows the reference data, for the choices of the form and its example
    static Started start(Serving.Plan plan, Optional<Path> rows, Progress progress) throws Problem {
        Endpoint endpoint = Serving.start(plan, progress);
        try {
            String name = plan.models().keySet().iterator().next();
            Served served =
                    endpoint.models().stream()
                            .filter(known -> known.name().equals(name))
                            .flatMap(known -> known.served().stream())
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("not loaded: " + name));
            return seen(endpoint, served, rows, progress);
        } catch (Problem | RuntimeException failed) {
            endpoint.close();
            throw failed;
        }
    }

    /// Puts another file into service under the same name; requests under way end on the old one.
    static Started swap(Started before, Path file, Optional<Path> rows, Progress progress)
            throws Problem {
        Served served = before.endpoint().swap(before.served().name(), file);
        return seen(before.endpoint(), served, rows, progress);
    }

    private static Started seen(
            Endpoint endpoint, Served served, Optional<Path> rows, Progress progress)
            throws Problem {
        Optional<Table> table = read(rows, progress);
        Form form = Form.of(served.signature().layout(), table);
        String example = form.fields().isEmpty() ? example(endpoint, table, progress) : "";
        return new Started(endpoint, served, form, example, Instant.now());
    }

    /// The reference only helps; one that cannot be read is no reason not to serve.
    private static Optional<Table> read(Optional<Path> rows, Progress progress) {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Data.open(rows.get(), ReadOptions.inferred()).read(progress));
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    /// The first row of the data where it fits, else what the server itself proposes.
    private static String example(Endpoint endpoint, Optional<Table> rows, Progress progress)
            throws Problem {
        Target target = Target.discover(endpoint.url().toString(), Map.of());
        if (rows.isPresent() && rows.get().rows() > 0) {
            TableSource first = TableSource.of("example", rows.get().slice(0, 1));
            try {
                return target.accepted().bodies(first, progress).getFirst();
            } catch (Problem other) {
                return proposed(target);
            }
        }
        return proposed(target);
    }

    private static String proposed(Target target) {
        List<String> examples = target.accepted().examples();
        return examples.isEmpty() ? "{}" : examples.getFirst();
    }
}
