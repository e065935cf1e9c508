package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.compare.Comparison;
import gemwright.data.NdArray;
import gemwright.data.SampleSource;
import gemwright.data.Table;
import gemwright.data.TableSource;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Port;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;
import gemwright.runtime.Synthetic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a quantized model is held against: the original, loaded, and rows to run both on.
///
/// Without rows there are made-up numbers, if the original runs on them: they show that the result
/// runs, and how fast, but say nothing of its answers.
final class Evidence implements AutoCloseable {
    private static final int PROVED_ROWS = 8;

    private final Session original;
    private final Optional<LabelledRows> rows;
    private final List<Map<String, NdArray>> samples;
    private final Quantizing.Request request;

    private Evidence(
            Session original,
            Optional<LabelledRows> rows,
            List<Map<String, NdArray>> samples,
            Quantizing.Request request) {
        this.original = original;
        this.rows = rows;
        this.samples = samples;
        this.request = request;
    }

    static Evidence of(OnnxFile file, Quantizing.Request request, Progress progress)
            throws Problem {
        Session original = Session.open(file, SessionOptions.serving());
        try {
            Optional<LabelledRows> rows = Optional.empty();
            List<Map<String, NdArray>> samples = Synthetic.samples(original);
            if (request.rows().isPresent()) {
                LabelledRows opened =
                        LabelledRows.open(
                                request.rows().get(),
                                request.labels(),
                                original.columnKinds(),
                                progress);
                rows = Optional.of(opened);
                samples = first(original, opened.rows(), progress);
            }
            return new Evidence(original, rows, samples, request);
        } catch (Problem | RuntimeException failed) {
            original.close();
            throw failed;
        }
    }

    /// What the result is run on in a process of its own.
    List<Map<String, NdArray>> samples() {
        return samples;
    }

    /// Whether those are the user's.
    boolean onRows() {
        return rows.isPresent();
    }

    /// The result held against the original; empty without rows.
    Optional<Comparison> compare(Path candidate, Progress progress) throws Problem {
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        try (OnnxFile file = OnnxFile.open(candidate);
                Session session = Session.open(file, SessionOptions.serving())) {
            return Optional.of(
                    Comparison.of(
                            original,
                            session,
                            rows.get().rows(),
                            rows.get().labels(),
                            request.comparison(),
                            progress));
        }
    }

    private static List<Map<String, NdArray>> first(
            Session session, TableSource source, Progress progress) throws Problem {
        List<Map<String, NdArray>> samples = new ArrayList<>();
        if (source instanceof SampleSource folder) {
            folder.samples(
                    progress,
                    (file, arrays) -> {
                        if (samples.size() < PROVED_ROWS) {
                            samples.add(inputs(session, arrays));
                        }
                    });
            return samples;
        }
        Table table = source.read(progress);
        for (int row = 0; row < Math.min(PROVED_ROWS, table.rows()); row++) {
            samples.add(session.arrays(table.slice(row, row + 1)));
        }
        return samples;
    }

    private static Map<String, NdArray> inputs(Session session, Map<String, NdArray> arrays) {
        Map<String, NdArray> inputs = new LinkedHashMap<>();
        for (Port input : session.inputs()) {
            NdArray array = arrays.get(input.name());
            if (array != null) {
                inputs.put(input.name(), array);
            }
        }
        return inputs;
    }

    @Override
    public void close() {
        original.close();
    }
}
