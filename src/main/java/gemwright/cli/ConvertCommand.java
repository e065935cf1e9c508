package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.LogFile;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.onnx.Dimension;
import gemwright.onnx.Shape;
import gemwright.onnx.ValueInfo;
import gemwright.source.ConvertOptions;
import gemwright.workbench.AnswerCheck;
import gemwright.workbench.Bridge;
import gemwright.workbench.Conversion;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// `gemwright convert`: a model file as ONNX, one or a whole list.
@Command(name = "convert", resourceBundle = "gemwright.cli.texts")
final class ConvertCommand extends Subcommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "MODEL", descriptionKey = "convert.model")
    private Optional<Path> model = Optional.empty();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT.onnx",
            descriptionKey = "convert.out")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--opset", paramLabel = "N", descriptionKey = "convert.opset")
    private Optional<Integer> opset = Optional.empty();

    @Option(
            names = "--precision",
            paramLabel = "float|double",
            defaultValue = "float",
            descriptionKey = "convert.precision")
    private ConvertOptions.Precision precision = ConvertOptions.Precision.FLOAT;

    @Option(names = "--part", paramLabel = "PATH", descriptionKey = "convert.part")
    private Optional<String> part = Optional.empty();

    @Option(
            names = "--input",
            paramLabel = "NAME[=TYPE[DIM,DIM]]",
            descriptionKey = "convert.inputs")
    private List<String> inputs = List.of();

    @Option(names = "--output", paramLabel = "NAME", descriptionKey = "convert.outputs")
    private List<String> outputs = List.of();

    @Option(names = "--check", paramLabel = "DATA", descriptionKey = "convert.check")
    private Optional<Path> check = Optional.empty();

    @Option(names = "--python", paramLabel = "ENVIRONMENT", descriptionKey = "convert.python")
    private Optional<Path> python = Optional.empty();

    @Option(names = "--trust", descriptionKey = "convert.trust")
    private boolean trust;

    @Option(names = "--batch", paramLabel = "LIST", descriptionKey = "convert.batch")
    private Optional<Path> batch = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        boolean single = model.isPresent() && out.isPresent();
        boolean several = batch.isPresent() && model.isEmpty() && out.isEmpty() && check.isEmpty();
        if (single == several) {
            throw new Usage(texts().of("convert.either"));
        }
        return several ? runBatch(console) : runOne(console);
    }

    private ConvertOptions options() {
        OptionalInt version = opset.map(OptionalInt::of).orElse(OptionalInt.empty());
        List<ValueInfo> given = inputs.stream().map(text -> InputOption.of(text, texts())).toList();
        return new ConvertOptions(version, precision, given, outputs, part);
    }

    private int runOne(Console console) throws Problem {
        Conversion.Request request =
                new Conversion.Request(model.orElseThrow(), out.orElseThrow(), options(), check);
        Conversion.Result result =
                python.isPresent()
                        ? new Bridge(python.get(), trust).convert(request, console.progress())
                        : Conversion.run(request, console.progress());
        if (console.json()) {
            console.json(asJson(result, Texts.problems(language())));
        } else {
            print(result, console);
        }
        return result.written() ? Cli.DONE : Cli.NO;
    }

    static Map<String, @Nullable Object> asJson(Conversion.Result result, Texts problems) {
        return Json.object(
                "source", result.source(),
                "target", result.target(),
                "format", result.format(),
                "opset", result.opset(),
                "inputs", result.inputs().stream().map(ConvertCommand::asJson).toList(),
                "outputs", result.outputs().stream().map(ConvertCommand::asJson).toList(),
                "notes", result.notes().stream().map(note -> line(note, problems)).toList(),
                "check", result.check().map(ConvertCommand::asJson),
                "written", result.written(),
                "seconds", result.seconds());
    }

    private static Map<String, @Nullable Object> asJson(ValueInfo value) {
        return Json.object(
                "name", value.name(),
                "type", value.elementType().spelling(),
                "shape", shape(value));
    }

    private static List<@Nullable Object> shape(ValueInfo value) {
        List<@Nullable Object> shape = new ArrayList<>();
        List<Dimension> dimensions = value.shape().map(Shape::dimensions).orElse(List.of());
        for (Dimension dimension : dimensions) {
            shape.add(
                    switch (dimension) {
                        case Dimension.Fixed fixed -> fixed.size();
                        case Dimension.Named named -> named.name();
                        case Dimension.Free _ -> null;
                    });
        }
        return shape;
    }

    private static Map<String, @Nullable Object> asJson(AnswerCheck check) {
        return Json.object(
                "rows",
                check.rows(),
                "same",
                check.same(),
                "outputs",
                check.outputs().stream()
                        .map(
                                output ->
                                        Json.object(
                                                "name", output.output(),
                                                "maxAbs", output.maxAbs(),
                                                "agreement", output.agreement()))
                        .toList());
    }

    private void print(Conversion.Result result, Console console) {
        Texts texts = console.texts();
        if (result.written()) {
            console.line(
                    texts.of(
                            "convert.done",
                            result.target(),
                            result.format(),
                            Long.toString(result.opset()),
                            result.seconds()));
        }
        List<List<String>> rows = new ArrayList<>();
        result.inputs().forEach(value -> rows.add(row(texts.of("convert.input"), value)));
        result.outputs().forEach(value -> rows.add(row(texts.of("convert.output"), value)));
        console.table(rows);
        for (Problem.Part note : result.notes()) {
            console.line(texts.of("convert.note", line(note, Texts.problems(texts.locale()))));
        }
        result.check().ifPresent(found -> print(found, console));
    }

    private static List<String> row(String kind, ValueInfo value) {
        return List.of(
                "  " + kind, value.name(), value.elementType().spelling() + " " + shape(value));
    }

    private static void print(AnswerCheck check, Console console) {
        Texts texts = console.texts();
        for (AnswerCheck.Difference output : check.outputs()) {
            console.line(
                    texts.of(
                            output.same() ? "convert.same" : "convert.differs",
                            output.output(),
                            check.rows(),
                            output.agreement(),
                            Double.toString(output.maxAbs())));
        }
        if (!check.same()) {
            console.line(texts.of("convert.notWritten"));
        }
    }

    private static String line(Problem.Part note, Texts problems) {
        return problems.of("problem.line", note.what(problems), "", note.todo(problems));
    }

    private int runBatch(Console console) throws Problem {
        List<Conversion.Request> requests = requests(batch.orElseThrow());
        List<Conversion.Line> lines = Conversion.batch(requests, console.progress());
        Texts problems = Texts.problems(language());
        if (console.json()) {
            console.json(
                    Json.object("results", lines.stream().map(l -> asJson(l, problems)).toList()));
        } else {
            lines.forEach(line -> print(line, console, problems));
        }
        boolean all = lines.stream().allMatch(Conversion.Line.Done.class::isInstance);
        return all ? Cli.DONE : Cli.NO;
    }

    private List<Conversion.Request> requests(Path list) throws Problem {
        List<String> lines;
        try {
            lines = Files.readAllLines(list);
        } catch (NoSuchFileException missing) {
            throw Problem.of("file.missing", list).causedBy(missing);
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", list, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
        List<Conversion.Request> requests = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            int tab = line.indexOf('\t');
            if (line.isBlank()) {
                continue;
            }
            if (tab <= 0 || tab == line.length() - 1) {
                throw Problem.of("convert.list", list + ", line " + (i + 1));
            }
            requests.add(
                    new Conversion.Request(
                            Path.of(line.substring(0, tab)),
                            Path.of(line.substring(tab + 1)),
                            options(),
                            Optional.empty()));
        }
        return requests;
    }

    private static Map<String, @Nullable Object> asJson(Conversion.Line line, Texts problems) {
        return switch (line) {
            case Conversion.Line.Done(var source, var result) ->
                    Json.object(
                            "source", source,
                            "target", result.target(),
                            "format", result.format(),
                            "seconds", result.seconds());
            case Conversion.Line.Refused(var source, var reason) ->
                    Json.object(
                            "source", source, "error", String.join("\n", reason.render(problems)));
            case Conversion.Line.Failed(var source, var reason) ->
                    Json.object("source", source, "error", reason);
        };
    }

    private static void print(Conversion.Line line, Console console, Texts problems) {
        console.line(
                switch (line) {
                    case Conversion.Line.Done(var source, var result) ->
                            console.texts()
                                    .of(
                                            "convert.batchDone",
                                            source,
                                            result.target(),
                                            result.format(),
                                            result.seconds());
                    case Conversion.Line.Refused(var source, var reason) ->
                            console.texts()
                                    .of(
                                            "convert.batchRefused",
                                            source,
                                            String.join("; ", reason.render(problems)));
                    case Conversion.Line.Failed(var source, _) ->
                            console.texts().of("convert.batchFailed", source, LogFile.path());
                });
    }
}
