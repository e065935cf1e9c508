package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.Column;
import gemwright.data.Table;
import gemwright.workbench.Predicting;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gemwright predict MODEL --data DATA`: what a model says of the rows of a file.
@Command(name = "predict", resourceBundle = "gemwright.cli.texts")
final class PredictCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "MODEL", descriptionKey = "predict.model")
    private Path model = Path.of("");

    @Option(names = "--data", required = true, paramLabel = "DATA", descriptionKey = "predict.data")
    private Path data = Path.of("");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "OUT",
            descriptionKey = "predict.out")
    private Optional<Path> out = Optional.empty();

    @Override
    int run(Console console) throws Problem {
        if (out.isPresent()) {
            long rows = Predicting.write(model, data, out.get(), console.progress());
            if (console.json()) {
                console.json(Json.object("target", out.get(), "rows", rows));
            } else {
                console.line(console.texts().of("predict.done", rows, out.get()));
            }
            return Cli.DONE;
        }
        Printer printer = new Printer(console);
        long rows =
                Predicting.run(
                        model,
                        data,
                        console.progress(),
                        (answer, count) -> printer.take(Predicting.table(answer, count)));
        if (console.json()) {
            console.json(Json.object("rows", rows, "predictions", printer.predictions));
        }
        return Cli.DONE;
    }

    /// CSV as it comes, or all rows for one JSON document.
    private static final class Printer {
        private final Console console;
        private final List<Map<String, @Nullable Object>> predictions = new ArrayList<>();
        private boolean started;

        Printer(Console console) {
            this.console = console;
        }

        void take(Table answers) {
            if (!started && !console.json()) {
                console.line(String.join(",", answers.names()));
            }
            started = true;
            for (int row = 0; row < answers.rows(); row++) {
                if (console.json()) {
                    predictions.add(object(answers, row));
                } else {
                    console.line(Predicting.csv(answers, row));
                }
            }
        }

        private static Map<String, @Nullable Object> object(Table answers, int row) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            for (Column column : answers.columns()) {
                object.put(column.name(), Predicting.value(column, row));
            }
            return object;
        }
    }
}
