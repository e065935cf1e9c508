package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.DriftReport;
import gemwright.drift.Verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A block for each column that drifted or is watched; where none did, for those nearest to their
/// limit.
final class ColumnBlocks {
    private static final int MOST = 30;
    private static final int NEAREST = 3;

    private final DriftReport report;
    private final Phrases phrases;

    ColumnBlocks(DriftReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    /// Empty where no column was judged.
    Optional<Document.Section> section() {
        List<ColumnReport> moved =
                report.ranked().stream().filter(c -> c.verdict() != Verdict.STABLE).toList();
        if (report.ranked().isEmpty()) {
            return Optional.empty();
        }
        boolean calm = moved.isEmpty();
        String name = phrases.of(calm ? "blocks.nearest" : "blocks");
        Text aside = Text.muted(calm ? phrases.of("blocks.nearest.aside") : "");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(Block.Level.PAGE, Text.strong(name), aside));
        blocks.add(new Block.Legend(Text.NONE));
        List<ColumnReport> shown =
                calm
                        ? report.ranked().stream().limit(NEAREST).toList()
                        : moved.stream().limit(MOST).toList();
        shown.forEach(c -> blocks.add(new ColumnBlock(c, report, phrases).block()));
        if (moved.size() > MOST) {
            String more = phrases.of("blocks.more", Phrases.count(moved.size() - MOST));
            blocks.add(new Block.Paragraph(Block.Size.BODY, Text.plain(more)));
        }
        return Optional.of(new Document.Section(name, blocks));
    }
}
