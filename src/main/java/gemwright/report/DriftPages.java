package gemwright.report;

import gemwright.drift.DriftReport;
import gemwright.drift.Timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Writes a drift report into a [Document]: the decision on the first page, then all columns, the
/// columns that moved, the windows, where the data come from, and how it was done.
public final class DriftPages {
    private DriftPages() {}

    /// The document in that language.
    public static Document of(DriftReport report, Provenance provenance, Locale language) {
        Phrases phrases = new Phrases(language);
        List<Document.Section> sections = new ArrayList<>();
        sections.add(new DecisionPage(report, provenance, phrases).section());
        sections.add(new ColumnsPage(report, phrases).section());
        new ColumnBlocks(report, phrases).section().ifPresent(sections::add);
        report.timeline()
                .map(timeline -> new WindowsPage(timeline, phrases).section())
                .ifPresent(sections::add);
        sections.add(new ProvenancePage(report, provenance, phrases).section());
        sections.add(new MethodPage(report, phrases).section());
        return new Document(
                title(provenance, phrases),
                phrases.of("maker"),
                period(report, phrases),
                new Document.Foot(
                        phrases.of("provenance.gemwright", provenance.version()),
                        phrases.of(
                                "foot",
                                phrases.of("rules." + report.rules().word()),
                                windows(report.timeline(), phrases))),
                phrases.language(),
                sections);
    }

    private static String title(Provenance provenance, Phrases phrases) {
        return phrases.of(
                "title",
                names(provenance, Provenance.Side.CURRENT, phrases),
                names(provenance, Provenance.Side.REFERENCE, phrases));
    }

    private static String names(Provenance provenance, Provenance.Side side, Phrases phrases) {
        List<String> names = provenance.of(side).stream().map(Provenance.DataFile::name).toList();
        return phrases.names(names, 1);
    }

    private static String period(DriftReport report, Phrases phrases) {
        if (report.timeline().isEmpty()) {
            return phrases.of(
                    "period.none",
                    Phrases.count(report.currentRows()),
                    Phrases.count(report.referenceRows()));
        }
        List<Timeline.Window> windows = report.timeline().get().windows();
        int split = report.timeline().get().referenceWindows();
        if (split == 0 || split == windows.size()) {
            return "";
        }
        return phrases.of(
                "period",
                phrases.day(windows.get(split).from()),
                phrases.day(windows.getLast().to()),
                phrases.day(windows.getFirst().from()),
                phrases.day(windows.get(split - 1).to()));
    }

    private static String windows(Optional<Timeline> timeline, Phrases phrases) {
        if (timeline.isEmpty()) {
            return phrases.of("windows.none");
        }
        int rows = timeline.get().rowsPerWindow();
        return rows == 0
                ? phrases.of("windows.span")
                : phrases.of("windows.rows", Phrases.count(rows));
    }
}
