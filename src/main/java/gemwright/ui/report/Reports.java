package gemwright.ui.report;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.report.PagePictures;
import gemwright.report.Provenance;
import gemwright.workbench.Reporting;
import gemwright.workbench.RunRecord;
import gemwright.workbench.Watching;
import gemwright.workbench.Workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the screen needs of the engine.
interface Reports {
    /// Makes the report of a drift run in that language, into the run's folder.
    Preview make(RunRecord run, Locale language, Progress progress) throws Problem;

    /// One page as a picture.
    ///
    /// @param page from 0
    /// @param scale pixels a point
    Picture picture(Preview preview, int page, double scale) throws Problem;

    /// Writes the report to a file, whose ending says how.
    void export(Preview preview, Path file, Locale language, Progress progress) throws Problem;

    /// The engine itself, on that workspace.
    static Reports of(Workspace workspace) {
        return new Engine(workspace);
    }

    /// The engine itself.
    record Engine(Workspace workspace) implements Reports {
        @Override
        public Preview make(RunRecord run, Locale language, Progress progress) throws Problem {
            List<Path> files = run.inputs().stream().map(input -> Path.of(input.path())).toList();
            Watching.Plan plan =
                    new Watching.Plan(
                            files.getFirst(),
                            files.subList(1, files.size()),
                            Optional.empty(),
                            DriftOptions.recommended(),
                            latest(run));
            DriftReport report = Watching.watch(plan, progress);
            Provenance provenance = Reporting.provenance(plan, progress);
            Path pdf = workspace.folderOf(run).resolve("report-" + language.getLanguage() + ".pdf");
            Reporting.write(report, provenance, pdf, language, progress);
            try (PagePictures pages = Reporting.pictures(pdf)) {
                return new Preview(
                        run.number(),
                        report,
                        provenance,
                        pdf,
                        Files.size(pdf),
                        pages.count(),
                        pages.sections());
            } catch (IOException gone) {
                throw AtomicFile.cannotWrite(pdf, gone);
            }
        }

        /// How far back the run looked.
        private static Optional<Duration> latest(RunRecord run) {
            return run.settings().get("latest") instanceof String length
                    ? Optional.of(Duration.parse(length))
                    : Optional.empty();
        }

        @Override
        public Picture picture(Preview preview, int page, double scale) throws Problem {
            try (PagePictures pages = Reporting.pictures(preview.pdf())) {
                return new Picture(pages.png(page, (float) scale));
            }
        }

        @Override
        public void export(Preview preview, Path file, Locale language, Progress progress)
                throws Problem {
            Reporting.write(preview.report(), preview.provenance(), file, language, progress);
        }
    }
}
