package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.DriftReport;
import gemwright.report.Block.Cell;
import gemwright.report.Block.Column;
import gemwright.report.Block.Heading;
import gemwright.report.Block.Level;
import gemwright.report.Block.Paragraph;
import gemwright.report.Block.Row;
import gemwright.report.Block.Size;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The state of the data, column by column, and where they and the report come from.
final class ProvenancePage {
    private final DriftReport report;
    private final Provenance provenance;
    private final Phrases phrases;

    ProvenancePage(DriftReport report, Provenance provenance, Phrases phrases) {
        this.report = report;
        this.provenance = provenance;
        this.phrases = phrases;
    }

    Document.Section section() {
        String name = phrases.of("quality");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(Level.PAGE, Text.strong(phrases.of("quality.title")), Text.NONE));
        blocks.add(new Paragraph(Size.BODY, Text.plain(faults())));
        blocks.add(quality());
        blocks.add(new Heading(Level.PAGE, Text.strong(phrases.of("provenance")), Text.NONE));
        blocks.add(files());
        blocks.add(section("provenance.versions"));
        String made =
                DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(provenance.made());
        String version = phrases.of("provenance.gemwright", provenance.version());
        String runtime = phrases.of("provenance.made", made, provenance.runtime());
        blocks.add(new Paragraph(Size.BODY, Text.plain(version + " · " + runtime)));
        blocks.add(section("provenance.command"));
        blocks.add(new Paragraph(Size.BODY, Text.plain(provenance.command())));
        blocks.add(section("provenance.contains"));
        blocks.add(new Paragraph(Size.BODY, Text.plain(phrases.of("provenance.contains.text"))));
        return new Document.Section(name, blocks);
    }

    private Heading section(String key) {
        return new Heading(Level.SECTION, Text.strong(phrases.of(key)), Text.NONE);
    }

    private String faults() {
        List<String> faulty =
                report.columns().stream()
                        .filter(ColumnReport::faulty)
                        .map(ColumnReport::name)
                        .toList();
        return faulty.isEmpty()
                ? phrases.of("quality.clean")
                : phrases.of("quality.faults", faulty.size(), phrases.names(faulty, 8));
    }

    private Block.Table quality() {
        return new Block.Table(
                List.of(
                        Column.words(phrases.of("columns.column"), 104),
                        Column.words(phrases.of("quality.kind"), 48),
                        Column.numbers(phrases.of("columns.missing"), 66),
                        Column.numbers(phrases.of("quality.distinct"), 74),
                        Column.numbers(phrases.of("quality.infinite"), 42),
                        Column.numbers(phrases.of("columns.outside"), 54),
                        Column.words(phrases.of("quality.remark"), 116)),
                report.columns().stream().map(this::row).toList());
    }

    private Row row(ColumnReport column) {
        return Row.of(
                Cell.of(column.name()),
                Cell.of(phrases.of("kind." + column.kind().word())),
                Cell.of(pair(column.reference().missing(), column.current().missing())),
                Cell.of(pair(column.reference().distinct(), column.current().distinct())),
                Cell.of(pair(column.reference().infinite(), column.current().infinite())),
                Cell.of(
                        column.outside().isPresent()
                                ? Phrases.percentExactly(column.outside().getAsDouble())
                                : "–"),
                Cell.of(String.join(phrases.of("list.separator"), phrases.findings(column))));
    }

    private static String pair(long before, long after) {
        return Phrases.count(before) + " → " + Phrases.count(after);
    }

    private Block.Table files() {
        List<Row> rows =
                provenance.files().stream()
                        .map(
                                f ->
                                        Row.of(
                                                Cell.of(side(f.side())),
                                                Cell.of(f.name()),
                                                Cell.of(
                                                        phrases.of(
                                                                "provenance.bytes",
                                                                Phrases.count(f.bytes()))),
                                                Cell.of(f.sha256())))
                        .toList();
        return new Block.Table(
                List.of(
                        Column.words(phrases.of("provenance.role"), 50),
                        Column.words(phrases.of("provenance.file"), 110),
                        Column.numbers(phrases.of("provenance.size"), 74),
                        Column.words("SHA-256", 270)),
                rows);
    }

    private String side(Provenance.Side side) {
        return switch (side) {
            case REFERENCE -> phrases.of("data.reference");
            case CURRENT -> phrases.of("data.current");
            case OUTCOMES -> phrases.of("data.outcomes");
        };
    }
}
