package gemwright.workbench;

import gemwright.base.Draft;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.compare.ComparisonOptions;
import gemwright.onnx.OnnxFile;
import gemwright.quantize.Method;
import gemwright.quantize.QuantizationOptions;
import gemwright.quantize.QuantizationPlan;
import gemwright.quantize.Quantizer;
import gemwright.quantize.Trial;
import gemwright.runtime.Proof;
import gemwright.runtime.Proving;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Makes a model smaller, and proves it before it counts: `gemwright quantize` and the screen of
/// that name.
///
/// Every attempt is written as a draft, loaded and run in a process of its own, compared with the
/// original, and only then moved into place.
public final class Quantizing {
    /// What `auto` may lose where nothing else is said.
    public static final double USUAL_DROP = 0.01;

    /// A result that is not smaller than this share of the original helps nobody.
    private static final double WORTH_WHILE = 0.9;

    private static final Duration PROVING_LIMIT = Duration.ofMinutes(10);

    private final Request request;
    private final Progress progress;
    private final List<Trial> trials = new ArrayList<>();
    private Verdict verdict = Verdict.NOTHING_TO_QUANTIZE;
    private Optional<Draft> best = Optional.empty();
    private Optional<Trial> chosen = Optional.empty();

    private Quantizing(Request request, Progress progress) {
        this.request = request;
        this.progress = progress;
    }

    /// What to do.
    ///
    /// @param method a name of [Method], or `auto` for the smallest that loses little enough
    /// @param calibration rows to compare on where `evaluate` is not given
    /// @param evaluate rows to compare on; without any the model is proved on made-up numbers
    /// @param labels a column of the rows, or a file; empty to hold the result against the original
    /// @param comparison output and states
    /// @param maxDrop largest loss of the metric that still counts as good
    public record Request(
            Path model,
            Path target,
            String method,
            QuantizationOptions options,
            Optional<Path> calibration,
            Optional<Path> evaluate,
            Optional<String> labels,
            ComparisonOptions comparison,
            OptionalDouble maxDrop) {
        /// Whether any method may be chosen.
        public boolean automatic() {
            return method.equals("auto");
        }

        Optional<Path> rows() {
            return evaluate.or(() -> calibration);
        }
    }

    /// How it ended.
    public enum Verdict {
        /// The file stands.
        WRITTEN,
        /// There is nothing that the method could quantize; no file.
        NOTHING_TO_QUANTIZE,
        /// The result was not smaller by a tenth at least; no file.
        NOT_SMALLER,
        /// The result did not load or run; no file.
        NOT_PROVED,
        /// The metric fell by more than was allowed; no file.
        BUDGET_MISSED
    }

    /// What came out.
    ///
    /// @param trial the attempt that was written, or the last one where none was
    /// @param trials all attempts, in their order
    /// @param onRows whether the proof ran on the user's rows; else on made-up numbers, or not
    public record Result(
            Verdict verdict,
            Trial trial,
            long bytesBefore,
            List<Trial> trials,
            boolean onRows,
            double seconds) {
        public Result {
            trials = List.copyOf(trials);
        }

        /// Whether the file stands.
        public boolean written() {
            return verdict == Verdict.WRITTEN;
        }
    }

    /// Quantizes the model.
    ///
    /// @throws Problem where a file cannot be read or written, an option is not available, or the
    ///   data does not fit the model
    public static Result quantize(Request request, Progress progress) throws Problem {
        return new Quantizing(request, progress).run();
    }

    private Result run() throws Problem {
        long start = System.nanoTime();
        List<Method> methods = methods();
        try (OnnxFile file = OnnxFile.open(request.model());
                Evidence evidence = Evidence.of(file, request, progress)) {
            long before = ModelSize.of(file);
            try {
                for (Method method : methods) {
                    consider(method, file, evidence, before);
                }
                if (best.isPresent()) {
                    best.get().commit();
                }
            } finally {
                best.ifPresent(Draft::close);
            }
            return new Result(
                    verdict,
                    chosen.orElse(trials.getLast()),
                    before,
                    trials,
                    evidence.onRows(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    /// Tries a method; its draft is kept where it is the smallest good one so far.
    private void consider(Method method, OnnxFile file, Evidence evidence, long before)
            throws Problem {
        Draft draft = Draft.of(request.target());
        boolean better = false;
        try {
            Trial trial = attempt(method, file, evidence, draft, before);
            trials.add(trial);
            Verdict now = verdict(trial, before);
            better =
                    now == Verdict.WRITTEN
                            && chosen.map(c -> trial.bytes() < c.bytes()).orElse(true);
            if (better) {
                best.ifPresent(Draft::close);
                best = Optional.of(draft);
                chosen = Optional.of(trial);
            }
            if (better || chosen.isEmpty()) {
                verdict = now;
            }
        } finally {
            if (!better) {
                draft.close();
            }
        }
    }

    private List<Method> methods() throws Problem {
        if (request.automatic()) {
            if (request.rows().isEmpty()) {
                throw Problem.of("quantize.noRows", request.model());
            }
            return List.of(Method.values());
        }
        return List.of(
                Method.of(request.method())
                        .orElseThrow(
                                () ->
                                        Problem.of(
                                                "quantize.method",
                                                request.method(),
                                                request.method(),
                                                String.join(", ", Method.words()))));
    }

    private Trial attempt(Method method, OnnxFile file, Evidence evidence, Draft draft, long before)
            throws Problem {
        Quantizer quantizer =
                file.reading(model -> Quantizer.of(method, request.options(), model, progress));
        QuantizationPlan plan = quantizer.plan();
        if (plan.isEmpty()) {
            return new Trial(method, plan, 0, Optional.empty(), Optional.empty());
        }
        // Files beside the original would be copied whole, with weights that nobody needs any more.
        OnnxFile.Weights weights =
                ModelSize.beside(file).isEmpty()
                        ? OnnxFile.Weights.AS_FOUND
                        : OnnxFile.Weights.EXTERNAL;
        OnnxFile.write(quantizer.quantized(progress), draft.file(), weights, progress);
        long bytes = draft.bytes();
        if (!isWorthWhile(bytes, before)) {
            return new Trial(method, plan, bytes, Optional.empty(), Optional.empty());
        }
        Proof proof =
                Proving.within(PROVING_LIMIT).prove(draft.file(), evidence.samples(), progress);
        if (!proof.passed()) {
            return new Trial(method, plan, bytes, Optional.of(proof), Optional.empty());
        }
        return new Trial(
                method, plan, bytes, Optional.of(proof), evidence.compare(draft.file(), progress));
    }

    private static boolean isWorthWhile(long bytes, long before) {
        return bytes <= WORTH_WHILE * before;
    }

    private Verdict verdict(Trial trial, long before) {
        if (trial.plan().isEmpty()) {
            return Verdict.NOTHING_TO_QUANTIZE;
        }
        if (!isWorthWhile(trial.bytes(), before)) {
            return Verdict.NOT_SMALLER;
        }
        if (!trial.proof().map(Proof::passed).orElse(false)) {
            return Verdict.NOT_PROVED;
        }
        OptionalDouble budget = request.maxDrop();
        if (budget.isEmpty() && request.automatic()) {
            budget = OptionalDouble.of(USUAL_DROP);
        }
        // A metric that is not a number is never within a budget.
        boolean missed =
                budget.isPresent()
                        && trial.comparison().isPresent()
                        && !(trial.comparison().get().task().drop() <= budget.getAsDouble());
        return missed ? Verdict.BUDGET_MISSED : Verdict.WRITTEN;
    }
}
