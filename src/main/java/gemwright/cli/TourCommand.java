package gemwright.cli;

import gemwright.base.Problem;
import gemwright.workbench.Tour;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `gemwright tour -o DIR`: the whole journey on the bundled sample.
@Command(name = "tour", resourceBundle = "gemwright.cli.texts")
final class TourCommand extends Subcommand {
    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "DIR",
            descriptionKey = "tour.output")
    private Path folder;

    @Override
    int run(Console console) throws Problem {
        Tour.Result result = Tour.run(folder, language(), console.progress());
        if (console.json()) {
            console.json(result.toJson());
        } else {
            print(console, result);
        }
        return result.good() ? Cli.DONE : Cli.NO;
    }

    private void print(Console console, Tour.Result result) {
        List<List<String>> rows = new ArrayList<>();
        for (Tour.Station station : result.stations()) {
            rows.add(
                    List.of(
                            texts().of(station.good() ? "tour.good" : "tour.bad"),
                            station.name(),
                            String.format(Locale.ROOT, "%.1f s", station.seconds()),
                            String.join(" ", station.files())));
        }
        console.table(rows);
        console.line(
                texts().of(
                                "tour.done",
                                result.folder(),
                                String.format(Locale.ROOT, "%.1f", result.seconds())));
    }
}
