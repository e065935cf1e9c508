package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Fingerprint;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.drift.DriftJson;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.report.Document;
import gemwright.report.DriftPages;
import gemwright.report.HtmlRenderer;
import gemwright.report.PagePictures;
import gemwright.report.PdfRenderer;
import gemwright.report.Provenance;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Writes a drift report to a file: its ending says how.
public final class Reporting {
    private Reporting() {}

    /// How a report is written.
    public enum Format {
        PDF,
        HTML,
        JSON;

        /// The format of that file's ending.
        public static Optional<Format> of(Path file) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            for (Format format : values()) {
                if (name.endsWith("." + format.name().toLowerCase(Locale.ROOT))) {
                    return Optional.of(format);
                }
            }
            return name.endsWith(".htm") ? Optional.of(HTML) : Optional.empty();
        }
    }

    /// Where a comparison comes from: every file with its fingerprint, and the command line that
    /// makes the same report.
    public static Provenance provenance(Watching.Plan plan, Progress progress) throws Problem {
        List<Provenance.DataFile> files = new ArrayList<>();
        add(files, Provenance.Side.REFERENCE, plan.reference(), progress);
        for (Path current : plan.current()) {
            add(files, Provenance.Side.CURRENT, current, progress);
        }
        if (plan.outcomes().isPresent()) {
            add(files, Provenance.Side.OUTCOMES, plan.outcomes().get(), progress);
        }
        Environment here = Environment.current();
        return new Provenance(
                files,
                command(plan),
                here.gemwright(),
                here.java() + ", " + here.system(),
                Instant.now());
    }

    /// A folder of logs counts file by file.
    private static void add(
            List<Provenance.DataFile> files, Provenance.Side side, Path path, Progress progress)
            throws Problem {
        for (Path file : filesIn(path)) {
            Fingerprint fingerprint = Fingerprint.of(file, progress);
            String name = String.valueOf(file.getFileName());
            files.add(
                    new Provenance.DataFile(side, name, fingerprint.bytes(), fingerprint.sha256()));
        }
    }

    private static List<Path> filesIn(Path path) throws Problem {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> inside = Files.walk(path)) {
            return inside.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException unreadable) {
            throw Problem.of("file.cannotRead", path, String.valueOf(unreadable.getMessage()))
                    .causedBy(unreadable);
        }
    }

    private static String command(Watching.Plan plan) {
        StringBuilder command = new StringBuilder("gemwright drift --reference ");
        command.append(quoted(plan.reference())).append(" --current");
        plan.current().forEach(path -> command.append(' ').append(quoted(path)));
        plan.outcomes().ifPresent(path -> command.append(" --actuals ").append(quoted(path)));
        command.append(" --rules ").append(plan.options().rules().word());
        plan.options()
                .window()
                .ifPresent(window -> command.append(" --window ").append(word(window)));
        plan.options().methods().forEach((column, m) -> pair(command, "--method", column, m));
        plan.options()
                .thresholds()
                .forEach((column, t) -> pair(command, "--threshold", column, t.toString()));
        plan.options().share().ifPresent(s -> command.append(" --share ").append(s));
        return command + " -o report.pdf";
    }

    private static void pair(StringBuilder command, String option, String column, String value) {
        String word = column.isEmpty() ? value : column + "=" + value;
        command.append(' ').append(option).append(' ').append(quoted(word));
    }

    private static String quoted(Path path) {
        return quoted(path.toString());
    }

    private static String quoted(String word) {
        return word.contains(" ") ? "\"" + word + "\"" : word;
    }

    private static String word(DriftOptions.Window window) {
        return switch (window) {
            case DriftOptions.Window.Rows(int count) -> Integer.toString(count);
            case DriftOptions.Window.Span(var length) ->
                    length.toSeconds() % 3600 == 0
                            ? length.toHours() + "h"
                            : length.toSeconds() + "s";
        };
    }

    /// Writes the report in that language.
    ///
    /// @param file ends in one of the formats
    /// @throws Problem where it cannot be written, or has another ending
    public static void write(
            DriftReport report,
            Provenance provenance,
            Path file,
            Locale language,
            Progress progress)
            throws Problem {
        Format format =
                Format.of(file).orElseThrow(() -> Problem.of("report.ending", file.toString()));
        switch (format) {
            case PDF -> {
                Document document = DriftPages.of(report, provenance, language);
                AtomicFile.write(file, out -> PdfRenderer.render(document, out, progress));
            }
            case HTML ->
                    AtomicFile.writeText(
                            file, HtmlRenderer.render(DriftPages.of(report, provenance, language)));
            case JSON ->
                    AtomicFile.writeText(
                            file, Json.write(json(report, provenance, language)) + "\n");
        }
    }

    private static Map<String, @Nullable Object> json(
            DriftReport report, Provenance provenance, Locale language) {
        Map<String, @Nullable Object> document = DriftJson.of(report, language);
        document.put(
                "provenance",
                Json.object(
                        "gemwright", provenance.version(),
                        "runtime", provenance.runtime(),
                        "made", provenance.made(),
                        "command", provenance.command(),
                        "files", provenance.files().stream().map(Reporting::file).toList()));
        return document;
    }

    private static Map<String, @Nullable Object> file(Provenance.DataFile file) {
        return Json.object(
                "side", file.side().name().toLowerCase(Locale.ROOT),
                "name", file.name(),
                "bytes", file.bytes(),
                "sha256", file.sha256());
    }

    /// The pages of a written PDF as pictures; the caller closes it.
    public static PagePictures pictures(Path pdf) throws Problem {
        return PagePictures.open(pdf);
    }
}
