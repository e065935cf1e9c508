package gemwright.workbench;

import gemwright.base.Child;
import gemwright.base.Draft;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Dimension;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueInfo;
import gemwright.scan.Finding;
import gemwright.scan.ScanResult;
import gemwright.scan.Verdict;
import gemwright.source.Dangers;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Converts a module whose code is not in its file with the help of a Python environment that the
/// user names: a fixed script of ours loads it there and saves its program (`torch.export`, or a
/// trace), in a process of its own with a time limit; our own engine converts that.
///
/// Loading runs what the file asks for. A dangerous file is therefore never loaded, and one with
/// parts that nobody knows only on the user's explicit word.
public final class Bridge {
    private static final Logger LOG = Logger.getLogger(Bridge.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final double NANOS = 1e9;
    private static final String FORMAT = "torch-module";

    private final Path environment;
    private final boolean trust;

    /// @param environment folder of a virtual environment, or a Python executable
    /// @param trust whether parts that nobody knows may be loaded
    public Bridge(Path environment, boolean trust) {
        this.environment = environment;
        this.trust = trust;
    }

    /// Converts a file; without Python where that goes.
    ///
    /// @throws Problem where the file may not be loaded, or loading or converting fails
    public Conversion.Result convert(Conversion.Request request, Progress progress) throws Problem {
        if (!needed(request, progress)) {
            return Conversion.run(request, progress);
        }
        long started = System.nanoTime();
        String inputs = inputs(request);
        Path name = request.target().resolveSibling("traced.pt");
        try (Draft draft = Draft.of(name)) {
            run(List.of(request.source().toString(), draft.file().toString(), inputs), progress);
            Conversion.Request traced =
                    new Conversion.Request(
                            draft.file(), request.target(), request.options(), request.check());
            Conversion.Result result = Conversion.run(traced, progress);
            double seconds = (System.nanoTime() - started) / NANOS;
            return result.of(request.source(), FORMAT, seconds);
        }
    }

    /// Whether the file is a module that cannot be converted as it stands.
    ///
    /// @throws Problem where it must not be loaded
    private boolean needed(Conversion.Request request, Progress progress) throws Problem {
        try (SourceModel model = Sources.open(request.source(), progress)) {
            if (!model.format().equals(FORMAT)) {
                return false;
            }
            requireHarmless(model.safety(), request.source());
            model.toOnnx(request.options(), progress);
            return false;
        } catch (Problem refused) {
            if (refused.key().equals("torch.class") || refused.key().equals("torch.hooks")) {
                return true;
            }
            throw refused;
        }
    }

    private void requireHarmless(ScanResult safety, Path source) throws Problem {
        List<Problem.Part> parts = new ArrayList<>(Dangers.of(safety, source));
        for (Finding finding : safety.findings()) {
            boolean unknown = finding.verdict() == Verdict.UNKNOWN && !trust;
            if (unknown || finding.verdict() == Verdict.DAMAGED) {
                String where = source + ", " + finding.where();
                Object name = finding.arguments().isEmpty() ? "?" : finding.arguments().getFirst();
                parts.add(Problem.Part.of("bridge.unknown", where, name));
            }
        }
        if (!parts.isEmpty()) {
            throw Problem.of(parts);
        }
    }

    private static String inputs(Conversion.Request request) throws Problem {
        List<Map<String, @Nullable Object>> inputs = new ArrayList<>();
        for (ValueInfo input : request.options().inputs()) {
            if (input.shape().isEmpty()) {
                throw Problem.of("bridge.inputs", request.source());
            }
            inputs.add(
                    Json.object(
                            "type",
                            input.elementType().spelling(),
                            "shape",
                            sizes(input.shape().get())));
        }
        if (inputs.isEmpty()) {
            throw Problem.of("bridge.inputs", request.source());
        }
        return Json.write(inputs);
    }

    private static List<@Nullable Object> sizes(Shape shape) {
        List<@Nullable Object> sizes = new ArrayList<>();
        for (Dimension dimension : shape.dimensions()) {
            sizes.add(
                    switch (dimension) {
                        case Dimension.Fixed fixed -> fixed.size();
                        case Dimension.Named named -> named.name();
                        case Dimension.Free _ -> null;
                    });
        }
        return sizes;
    }

    private void run(List<String> arguments, Progress progress) throws Problem {
        List<String> command = new ArrayList<>(List.of(python().toString(), "-B", "-"));
        command.addAll(arguments);
        Child.Ended ended = Child.run(command, script(), LIMIT, progress);
        LOG.log(Level.INFO, "{0}\n{1}", new Object[] {ended.out(), ended.error()});
        if (ended.timedOut()) {
            throw Problem.of("bridge.slow", environment, LIMIT.toMinutes());
        }
        if (ended.exit() != 0) {
            throw Problem.of("bridge.failed", environment, reason(ended.error()));
        }
    }

    /// The last line that names an exception, as Python ends a traceback, or just the last.
    private static String reason(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        return lines.reversed().stream()
                .filter(line -> line.matches("[\\w.]+(Error|Exception|Interrupt|Exit): .*"))
                .findFirst()
                .or(() -> lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast()))
                .orElse("")
                .strip();
    }

    private static byte[] script() {
        try (InputStream in = Bridge.class.getResourceAsStream("bridge.py")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path python() throws Problem {
        if (Files.isRegularFile(environment)) {
            return environment;
        }
        for (String place : List.of("bin/python", "Scripts/python.exe", "python.exe")) {
            Path python = environment.resolve(place);
            if (Files.isRegularFile(python)) {
                return python;
            }
        }
        throw Problem.of("bridge.noPython", environment);
    }
}
