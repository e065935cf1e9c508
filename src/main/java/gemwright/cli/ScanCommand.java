package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.scan.Finding;
import gemwright.scan.ScanResult;
import gemwright.workbench.Scanning;
import gemwright.workbench.Scanning.Scanned;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `gemwright scan PATH...`: is it safe to open?
@Command(name = "scan", resourceBundle = "gemwright.cli.texts")
final class ScanCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "scan.paths")
    private List<Path> paths = List.of();

    @Override
    int run(Console console) throws Problem {
        List<Scanned> scanned = Scanning.scan(paths, console.progress());
        Texts texts = Texts.problems(language());
        if (console.json()) {
            List<Map<String, @Nullable Object>> files =
                    scanned.stream().map(one -> json(one, texts)).toList();
            console.json(Json.object("files", files));
        } else {
            print(console, scanned, texts);
        }
        return Scanning.allSafe(scanned) ? Cli.DONE : Cli.NO;
    }

    private static Map<String, @Nullable Object> json(Scanned one, Texts texts) {
        ScanResult result = one.result();
        return Json.object(
                "path", one.path(),
                "format", result.format().isEmpty() ? null : result.format(),
                "verdict", result.verdict().id(),
                "findings", findings(result, texts));
    }

    /// The contract's list of findings.
    static List<Map<String, @Nullable Object>> findings(ScanResult result, Texts texts) {
        return result.findings().stream()
                .map(
                        finding ->
                                Json.object(
                                        "where", finding.where(),
                                        "what", finding.what(texts),
                                        "why", finding.why(texts)))
                .toList();
    }

    private void print(Console console, List<Scanned> scanned, Texts texts) {
        if (scanned.isEmpty()) {
            console.line(texts().of("scan.nothing"));
        }
        List<List<String>> rows = new ArrayList<>();
        for (Scanned one : scanned) {
            String verdict = texts().of("scan.verdict." + one.result().verdict().id());
            Optional<Finding> first =
                    one.result().findings().stream()
                            .filter(finding -> finding.verdict() == one.result().verdict())
                            .findFirst();
            rows.add(
                    List.of(
                            verdict,
                            one.path().toString(),
                            first.map(f -> line(f, texts)).orElse("")));
        }
        console.table(rows);
    }

    private String line(Finding finding, Texts texts) {
        return finding.where().isEmpty()
                ? finding.what(texts) + texts().of("scan.because") + finding.why(texts)
                : finding.where()
                        + texts().of("scan.colon")
                        + finding.what(texts)
                        + texts().of("scan.because")
                        + finding.why(texts);
    }
}
