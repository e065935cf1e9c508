package gemwright.runtime;

import gemwright.base.Child;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;

import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Loads and runs a model in a process of its own, so that a model that crashes ONNX Runtime, never
/// ends or eats all memory is a finding and not the end of this program.
public final class Proving {
    private static final int KILLED = 128 + 9;
    private static final Pattern FRAME = Pattern.compile("# (C +\\[[^\\]]+\\].*)");
    private static final Pattern SIGNAL = Pattern.compile("# +(SIG[A-Z]+)");

    private final String mainClass;
    private final Duration limit;

    private Proving(String mainClass, Duration limit) {
        this.mainClass = mainClass;
        this.limit = limit;
    }

    /// Proves with that time limit for one model.
    public static Proving within(Duration limit) {
        return new Proving(ProvingChild.class.getName(), limit);
    }

    /// Proves with another child, which tests let crash.
    static Proving with(String mainClass, Duration limit) {
        return new Proving(mainClass, limit);
    }

    /// Loads the model and runs it on these samples, each once.
    ///
    /// @param samples arrays by input; none to load the model only
    /// @throws Problem where the process cannot be started
    public Proof prove(Path model, List<Map<String, NdArray>> samples, Progress progress)
            throws Problem {
        List<String> arguments = List.of(model.toAbsolutePath().toString(), "1");
        Child.Ended ended =
                Child.run(
                        Child.java(options(), mainClass, arguments),
                        Samples.encode(samples),
                        limit,
                        progress);
        return proof(ended);
    }

    /// A quick start, and a crash that tells its story on standard error instead of in a file.
    private static List<String> options() {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "-XX:+UseSerialGC",
                                "-Xss2m",
                                "-Xlog:disable",
                                "-Dfile.encoding=UTF-8",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                "-XX:-CreateCoredumpOnCrash",
                                "-XX:+ErrorFileToStderr"));
        Path cache = Path.of(System.getProperty("gemwright.home", ""), "gemwright.aot");
        if (Files.exists(cache)) {
            options.add("-XX:AOTCache=" + cache);
        }
        return options;
    }

    private Proof proof(Child.Ended ended) throws Problem {
        if (ended.timedOut()) {
            return new Proof.Hung(limit.toSeconds());
        }
        return switch (ended.exit()) {
            case 0 -> passed(ended.out());
            case ProvingChild.REFUSED -> new Proof.Refused(reason(ended.out()));
            case ProvingChild.OUT_OF_MEMORY, KILLED -> new Proof.OutOfMemory();
            default -> new Proof.Crashed(crash(ended));
        };
    }

    private static Proof passed(String out) throws Problem {
        Map<?, ?> answer = (Map<?, ?>) document(out);
        List<Proof.Summary> outputs = new ArrayList<>();
        if (answer.get("outputs") instanceof List<?> list) {
            for (Object one : list) {
                Map<?, ?> output = (Map<?, ?>) one;
                outputs.add(
                        new Proof.Summary(
                                String.valueOf(output.get("name")),
                                String.valueOf(output.get("type")),
                                number(output.get("elements")),
                                number(output.get("notFinite"))));
            }
        }
        return new Proof.Passed(outputs, number(answer.get("loadMillis")));
    }

    private static String reason(String out) throws Problem {
        return String.valueOf(((Map<?, ?>) document(out)).get("reason"));
    }

    private static Object document(String out) throws Problem {
        return Objects.requireNonNull(Json.parse(out, "proving child"));
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    /// `SIGSEGV in C [libonnxruntime.so+0x1234]`, as far as the dying process could say so.
    private static String crash(Child.Ended ended) {
        Matcher signal = SIGNAL.matcher(ended.error() + ended.out());
        Matcher frame = FRAME.matcher(ended.error() + ended.out());
        String cause = signal.find() ? signal.group(1) : "exit " + ended.exit();
        return frame.find() ? cause + " in " + frame.group(1).strip() : cause;
    }
}
