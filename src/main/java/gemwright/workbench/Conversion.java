package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;
import gemwright.onnx.Model;
import gemwright.onnx.ValueInfo;
import gemwright.source.ConvertOptions;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Makes ONNX of a model file: converted, checked, loaded and run, and only then written.
public final class Conversion {
    private static final Logger LOG = Logger.getLogger(Conversion.class.getName());
    private static final double NANOS = 1e9;

    private Conversion() {}

    /// What is to be converted.
    ///
    /// @param check rows with the original model's answers, which the new one has to give too
    public record Request(Path source, Path target, ConvertOptions options, Optional<Path> check) {
        /// A conversion as the converter would do it.
        public static Request usual(Path source, Path target) {
            return new Request(source, target, ConvertOptions.usual(), Optional.empty());
        }
    }

    /// What came of it.
    ///
    /// @param format what the source is
    /// @param opset version of the ONNX operators that the model uses
    /// @param notes what the user should know about the model
    /// @param check how its answers differ from the original's, where that was asked for
    /// @param written whether the target was written: not where the answers differ
    public record Result(
            Path source,
            Path target,
            String format,
            long opset,
            List<ValueInfo> inputs,
            List<ValueInfo> outputs,
            List<Problem.Part> notes,
            Optional<AnswerCheck> check,
            boolean written,
            double seconds) {
        public Result {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            notes = List.copyOf(notes);
        }

        /// The same as the result of another file, which the source was made of.
        Result of(Path origin, String originFormat, double allSeconds) {
            return new Result(
                    origin,
                    target,
                    originFormat,
                    opset,
                    inputs,
                    outputs,
                    notes,
                    check,
                    written,
                    allSeconds);
        }
    }

    /// Converts a file. The target is written whole or not at all.
    ///
    /// @throws Problem with every part that cannot be converted
    public static Result run(Request request, Progress progress) throws Problem {
        long started = System.nanoTime();
        try (ProvenModel proven = ProvenModel.of(request.source(), request.options(), progress)) {
            Optional<AnswerCheck> check = Optional.empty();
            if (request.check().isPresent()) {
                check =
                        Optional.of(
                                AnswerCheck.of(proven.session(), request.check().get(), progress));
            }
            boolean write = check.isEmpty() || check.get().same();
            if (write) {
                proven.write(request.target());
            }
            Model model = proven.model();
            return new Result(
                    request.source(),
                    request.target(),
                    proven.format(),
                    model.opset("").orElse(0L),
                    model.graph().requiredInputs(),
                    model.graph().outputs(),
                    proven.notes(),
                    check,
                    write,
                    (System.nanoTime() - started) / NANOS);
        }
    }

    /// One line of a batch: what came of it, or why nothing did.
    public sealed interface Line {
        /// The source as the list names it.
        Path source();

        /// It was converted.
        record Done(Path source, Result result) implements Line {}

        /// It was not.
        record Refused(Path source, Problem reason) implements Line {}

        /// It met a defect of ours, which the log tells more about.
        record Failed(Path source, String reason) implements Line {}
    }

    /// Converts many files at a time; one that fails never stops the others.
    public static List<Line> batch(List<Request> requests, Progress progress) throws Problem {
        Counter counter = new Counter(progress, requests.size());
        return Tasks.parallel(
                requests,
                request -> {
                    Line line = line(request);
                    counter.count();
                    return line;
                });
    }

    @SuppressWarnings("CatchingUnchecked") // a batch goes on whatever happens to one file
    private static Line line(Request request) {
        try {
            return new Line.Done(request.source(), run(request, Progress.none()));
        } catch (Problem refused) {
            return new Line.Refused(request.source(), refused);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError defect) {
            LOG.log(Level.SEVERE, request.source().toString(), defect);
            return new Line.Failed(request.source(), defect.toString());
        }
    }

    /// Counts finished files of a batch, from several threads.
    private static final class Counter {
        private final Progress progress;
        private final int total;
        private int done;

        Counter(Progress progress, int total) {
            this.progress = progress;
            this.total = total;
        }

        synchronized void count() {
            progress.step("converting", ++done, total);
        }
    }
}
