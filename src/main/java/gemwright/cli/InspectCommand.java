package gemwright.cli;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.onnx.Graph;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.layout.GraphLayout;
import gemwright.onnx.layout.GraphSvg;
import gemwright.scan.Finding;
import gemwright.source.SourceModel;
import gemwright.source.Sources;
import gemwright.source.Summary;
import gemwright.workbench.Inspection;
import gemwright.workbench.NodeFigures;
import gemwright.workbench.TensorFigures;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// `gemwright inspect MODEL`: what is in a model file.
@Command(name = "inspect", resourceBundle = "gemwright.cli.texts")
final class InspectCommand extends Subcommand {
    private static final int SHOWN = 20;

    @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "inspect.model")
    private Path model = Path.of("");

    @Option(names = "--tensors", descriptionKey = "inspect.tensors")
    private boolean tensors;

    @Option(names = "--svg", paramLabel = "FILE", descriptionKey = "inspect.svg")
    private Optional<Path> svg = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        Inspection inspection = Inspection.of(model, tensors, console.progress());
        if (svg.isPresent()) {
            draw(svg.get());
        }
        if (console.json()) {
            console.json(InspectionJson.of(inspection, Texts.problems(language())));
        } else {
            print(inspection, console);
        }
        return Cli.DONE;
    }

    private void draw(Path target) throws Problem {
        try (SourceModel opened = Sources.open(model, Progress.none())) {
            Graph graph = opened.drawing().orElseThrow(() -> Problem.of("inspect.noGraph", model));
            String title = String.valueOf(model.getFileName());
            AtomicFile.writeText(target, GraphSvg.of(GraphLayout.of(graph), title));
        }
    }

    private void print(Inspection i, Console console) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("inspect.row.format", i.format()));
        String producer = (i.producer().name() + " " + i.producer().version()).strip();
        rows.add(row("inspect.row.producer", producer.isEmpty() ? "–" : producer));
        rows.add(row("inspect.row.parameters", "%,d".formatted(i.parameters())));
        rows.add(row("inspect.row.bytes", "%,d".formatted(i.bytes())));
        rows.add(row("inspect.row.macs", figure(i.macs())));
        rows.add(row("inspect.row.safety", i.safety().verdict().id()));
        i.inputs().forEach(v -> rows.add(row("inspect.row.input", described(v))));
        i.outputs().forEach(v -> rows.add(row("inspect.row.output", described(v))));
        i.requirements().forEach(r -> rows.add(row("inspect.row.requires", r)));
        i.metadata().forEach((k, v) -> rows.add(row("inspect.row.metadata", shortened(k, v))));
        console.table(rows);
        for (Problem.Part fault : i.faults().stream().limit(SHOWN).toList()) {
            String what = fault.what(Texts.problems(language()));
            console.line(texts().of("inspect.fault", fault.where(), what));
        }
        for (Finding finding : i.safety().findings().stream().limit(SHOWN).toList()) {
            String what = finding.what(Texts.problems(language()));
            console.line(texts().of("inspect.finding", finding.where(), what));
        }
        i.root().parts().forEach(part -> printPart(part, "  ", console));
        console.line("");
        console.table(operators(i));
        i.tensors().ifPresent(all -> printTensors(all, console));
    }

    private static void printPart(Summary.Part part, String indent, Console console) {
        String settings =
                part.settings().entrySet().stream()
                        .map(e -> shortened(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(", ", "(", ")"));
        console.line(indent + part.path() + "  " + part.type() + settings);
        part.parts().forEach(inner -> printPart(inner, indent + "  ", console));
    }

    private List<String> row(String key, String value) {
        return List.of(texts().of(key), value);
    }

    private static String figure(OptionalLong number) {
        return number.isPresent() ? "%,d".formatted(number.getAsLong()) : "–";
    }

    private static String described(ValueInfo value) {
        return value.name() + "  " + value.type().map(Object::toString).orElse("?");
    }

    private static String shortened(String key, String value) {
        String line = value.lines().findFirst().orElse("");
        return key + "=" + (line.length() > 60 ? line.substring(0, 60) + "…" : line);
    }

    private List<List<String>> operators(Inspection i) {
        boolean graph = !i.nodes().isEmpty();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = List.of(texts().of("inspect.column.operators").split("\\|"));
        rows.add(graph ? head : head.subList(0, 2));
        i.operators()
                .forEach(
                        (operator, count) -> {
                            List<String> row = List.of(operator, Long.toString(count));
                            rows.add(graph ? withCosts(row, i.nodes()) : row);
                        });
        return rows;
    }

    private static List<String> withCosts(List<String> row, List<NodeFigures> all) {
        List<NodeFigures> nodes =
                all.stream().filter(n -> n.operator().equals(row.getFirst())).toList();
        List<String> whole = new ArrayList<>(row);
        whole.add("%,d".formatted(nodes.stream().mapToLong(NodeFigures::parameters).sum()));
        whole.add(figure(Inspection.totalMacs(nodes)));
        return whole;
    }

    private void printTensors(List<TensorFigures> all, Console console) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(texts().of("inspect.column.tensors").split("\\|")));
        for (TensorFigures tensor : all) {
            List<String> row = new ArrayList<>();
            row.add(tensor.name());
            row.add(tensor.type().numpy());
            row.add(tensor.shape().toString());
            tensor.numbers()
                    .ifPresent(
                            n -> {
                                row.add("%.6g".formatted(n.min()));
                                row.add("%.6g".formatted(n.max()));
                                row.add("%.6g".formatted(n.mean()));
                                row.add("%.6g".formatted(n.std()));
                                row.add(Long.toString(n.zeros()));
                            });
            rows.add(row);
        }
        console.line("");
        console.table(rows);
    }
}
