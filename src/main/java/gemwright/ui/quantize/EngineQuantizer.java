package gemwright.ui.quantize;

import gemwright.base.Cancelled;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.compare.ComparisonOptions;
import gemwright.data.ColumnInfo;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.onnx.OnnxFile;
import gemwright.onnx.ValueInfo;
import gemwright.quantize.QuantizationOptions;
import gemwright.ui.desk.Desk;
import gemwright.workbench.QuantizationJson;
import gemwright.workbench.Quantizing;
import gemwright.workbench.Run;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// Quantizes with the engine, each time as a run of its own.
final class EngineQuantizer implements Quantizer {
    private final Desk desk;

    EngineQuantizer(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Quantized quantize(Wish wish, Progress progress) throws Problem {
        List<Path> inputs = new ArrayList<>(List.of(wish.model()));
        wish.data().ifPresent(inputs::add);
        Map<String, @Nullable Object> settings =
                Json.object(
                        "method", wish.method(),
                        "labels", wish.label(),
                        "max-drop", wish.maxDrop());
        try (Run run = desk.history().workspace().start("quantize", inputs, settings, progress)) {
            try {
                Path target = run.file(stem(wish.model()) + "-int8.onnx");
                Quantizing.Result result = Quantizing.quantize(request(wish, target), progress);
                end(run, result);
                return new Quantized(result, run.number(), target, wish.maxDrop());
            } catch (Cancelled stopped) {
                run.cancelled();
                throw stopped;
            } catch (Problem problem) {
                run.failed(problem.key());
                throw problem;
            }
        }
    }

    private static Quantizing.Request request(Wish wish, Path target) {
        return new Quantizing.Request(
                wish.model(),
                target,
                wish.method(),
                QuantizationOptions.usual(),
                Optional.empty(),
                wish.data(),
                wish.label(),
                ComparisonOptions.usual(),
                OptionalDouble.of(wish.maxDrop()));
    }

    private void end(Run run, Quantizing.Result result) throws Problem {
        Texts problems = desk.language().problems();
        Map<String, @Nullable Object> json = QuantizationJson.of(result, problems);
        if (result.written()) {
            double times = (double) result.bytesBefore() / Math.max(1, result.trial().bytes());
            run.done(
                    desk.language()
                            .say(
                                    "quantize.summary",
                                    result.trial().method().word(),
                                    desk.language().figures().significant(times)),
                    json);
        } else {
            run.answeredNo(
                    desk.language()
                            .say(
                                    "quantize.summary.none",
                                    desk.language().say("quantize.why." + result.verdict().name())),
                    json);
        }
    }

    private static String stem(Path model) {
        String name = String.valueOf(model.getFileName());
        int dot = name.lastIndexOf('.');
        return dot <= 0 ? name : name.substring(0, dot);
    }

    @Override
    public List<String> labels(Path model, Path data, Progress progress) throws Problem {
        Set<String> read = new HashSet<>(Set.of("id", "timestamp", "prediction", "probability"));
        try (OnnxFile file = OnnxFile.open(model)) {
            file.model().graph().requiredInputs().stream().map(ValueInfo::name).forEach(read::add);
        }
        return Data.open(data, ReadOptions.inferred()).columns(progress).stream()
                .map(ColumnInfo::name)
                .filter(name -> !read.contains(name))
                .toList();
    }
}
