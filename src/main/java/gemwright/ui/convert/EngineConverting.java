package gemwright.ui.convert;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Graph;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.ValueInfo;
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;
import gemwright.source.Summary;
import gemwright.workbench.Conversion;
import gemwright.workbench.Run;
import gemwright.workbench.Workspace;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/// Converts with the engine, each time as a run of its own.
final class EngineConverting implements Converting {
    private final Workspace workspace;

    EngineConverting(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Plan plan(Path source, Choice choice, Progress progress) throws Problem {
        try (SourceModel opened = Sources.open(source, progress)) {
            Summary summary = opened.summary();
            Optional<Model> model = Optional.empty();
            Optional<Problem> refusal = Optional.empty();
            try {
                model = Optional.of(opened.toOnnx(options(choice), progress).model());
            } catch (Problem refused) {
                refusal = Optional.of(refused);
            }
            List<ValueInfo> values = new ArrayList<>();
            model.ifPresent(
                    it -> {
                        values.addAll(it.graph().requiredInputs());
                        values.addAll(it.graph().outputs());
                    });
            return new Plan(
                    source,
                    summary.producer()
                            .map(it -> (it.name() + " " + it.version()).strip())
                            .orElse(summary.format()),
                    structure(summary.root()),
                    summary.bytes(),
                    opened.safety().verdict(),
                    summary.root().type().isEmpty()
                            ? operators(operators(opened, summary), refusal)
                            : steps(summary.root(), model, refusal),
                    model.map(it -> it.graph().nodes().size()).orElse(0),
                    values,
                    model.map(it -> it.graph().requiredInputs().size()).orElse(0),
                    refusal);
        }
    }

    private static ConvertOptions options(Choice choice) {
        return new ConvertOptions(
                choice.opset().map(OptionalInt::of).orElse(OptionalInt.empty()),
                choice.doubles() ? ConvertOptions.Precision.DOUBLE : ConvertOptions.Precision.FLOAT,
                List.of(),
                List.of(),
                Optional.empty());
    }

    private static String structure(Summary.Part root) {
        String parts =
                root.parts().stream()
                        .map(part -> shortName(part.type()))
                        .reduce((first, second) -> first + " → " + second)
                        .orElse("");
        String name = shortName(root.type());
        return parts.isEmpty() ? name : name.isEmpty() ? parts : name + "(" + parts + ")";
    }

    private static String shortName(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /// The operators or layers that the network consists of. A file may hold more, to train or to
    /// save it.
    private static Map<String, Integer> operators(SourceModel source, Summary summary) {
        Optional<Graph> drawing = source.drawing();
        if (drawing.isEmpty()) {
            return summary.operators();
        }
        Map<String, Integer> counts = new TreeMap<>();
        drawing.get().nodes().forEach(node -> counts.merge(node.operator(), 1, Integer::sum));
        return counts;
    }

    /// Each with how often it stands there, and whether it can be converted.
    private static List<Plan.Step> operators(
            Map<String, Integer> counts, Optional<Problem> refusal) {
        List<Problem.Part> refused = refusal.map(Problem::parts).orElse(List.of());
        return counts.entrySet().stream()
                .map(
                        operator ->
                                new Plan.Step(
                                        operator.getKey(),
                                        "× " + operator.getValue(),
                                        "",
                                        refused.stream()
                                                .noneMatch(
                                                        part ->
                                                                part.arguments()
                                                                        .contains(
                                                                                operator
                                                                                        .getKey()))))
                .toList();
    }

    private static List<Plan.Step> steps(
            Summary.Part root, Optional<Model> model, Optional<Problem> refusal) {
        List<Summary.Part> leaves = new ArrayList<>();
        leaves(root, leaves);
        List<String> refused =
                refusal.map(Problem::parts).orElse(List.of()).stream()
                        .map(Problem.Part::where)
                        .toList();
        return leaves.stream()
                .map(
                        part ->
                                new Plan.Step(
                                        part.path().isEmpty()
                                                ? shortName(part.type())
                                                : part.path(),
                                        shortName(part.type()),
                                        model.map(it -> operators(it, part.path())).orElse(""),
                                        refused.stream().noneMatch(it -> names(it, part.path()))))
                .toList();
    }

    // The place of a refusal is the file, then the path of the part, with anything around it.
    private static boolean names(String where, String path) {
        return path.isEmpty()
                || List.of(where.split("[,\\s]+")).stream().anyMatch(it -> it.endsWith(path));
    }

    private static void leaves(Summary.Part part, List<Summary.Part> leaves) {
        String type = shortName(part.type());
        boolean container =
                type.equals("Pipeline")
                        || type.equals("ColumnTransformer")
                        || type.equals("FeatureUnion");
        if (container && !part.parts().isEmpty()) {
            part.parts().forEach(below -> leaves(below, leaves));
        } else {
            leaves.add(part);
        }
    }

    private static String operators(Model model, String path) {
        Set<String> operators = new LinkedHashSet<>();
        for (Node node : model.graph().nodes()) {
            if (node.name().contains(path + "/" + node.operator())) {
                operators.add(node.operator());
            }
        }
        return String.join(", ", operators);
    }

    @Override
    public Converted convert(Path source, Choice choice, Progress progress) throws Problem {
        Map<String, @Nullable Object> settings =
                Json.object(
                        "opset", choice.opset(),
                        "precision", choice.doubles() ? "double" : "float",
                        "check", choice.check().map(Path::toString));
        try (Run run = workspace.start("convert", List.of(source), settings, progress)) {
            Path target = run.file(stem(source) + ".onnx");
            Conversion.Result result =
                    Conversion.run(
                            new Conversion.Request(source, target, options(choice), choice.check()),
                            progress);
            record(run, result);
            return new Converted(
                    target,
                    result.written(),
                    result.written() ? size(target) : 0,
                    run.number(),
                    result.seconds(),
                    result.check());
        }
    }

    private static void record(Run run, Conversion.Result result) throws Problem {
        Map<String, @Nullable Object> json =
                Json.object(
                        "source", result.source().toString(),
                        "target", result.target().toString(),
                        "format", result.format(),
                        "opset", result.opset(),
                        "seconds", result.seconds());
        if (result.written()) {
            run.done("", json);
        } else {
            run.answeredNo("", json);
        }
    }

    /// The name without its ending.
    static String stem(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static long size(Path file) throws Problem {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw Problem.of("file.cannotRead", file, String.valueOf(unreadable.getMessage()))
                    .causedBy(unreadable);
        }
    }
}
