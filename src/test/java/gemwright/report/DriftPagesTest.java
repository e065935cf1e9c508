package gemwright.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.Table;
import gemwright.drift.ColumnReport;
import gemwright.drift.Drift;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.drift.Verdict;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.PDXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The drift report on paper: the numbers of the comparison, readable, whole, in both languages.
class DriftPagesTest {
    private static final int ROWS = 960;

    static final Provenance PROVENANCE =
            new Provenance(
                    List.of(
                            new Provenance.DataFile(
                                    Provenance.Side.REFERENCE, "before.csv", 10, "ab".repeat(32)),
                            new Provenance.DataFile(
                                    Provenance.Side.CURRENT, "now.csv", 20, "cd".repeat(32))),
                    "gemwright drift --reference before.csv --current now.csv",
                    "1.0",
                    "25",
                    Instant.EPOCH);

    private static Table table(long seed, double shift, long minute, List<String> names) {
        Random random = new Random(seed);
        List<Column> columns = new ArrayList<>();
        long[] micros = new long[ROWS];
        for (int row = 0; row < ROWS; row++) {
            micros[row] = (minute + row) * 60_000_000L;
        }
        columns.add(Column.times("when", micros, new BitSet()));
        for (int i = 0; i < names.size(); i++) {
            columns.add(
                    i % 2 == 0
                            ? numbers(names.get(i), random, shift)
                            : labels(names.get(i), random, shift));
        }
        return Table.of(columns);
    }

    private static Column numbers(String name, Random random, double shift) {
        return Column.numbers(name, random.doubles(ROWS).map(x -> 10 * x + 8 * shift).toArray());
    }

    private static Column labels(String name, Random random, double shift) {
        String[] texts = new String[ROWS];
        for (int row = 0; row < ROWS; row++) {
            texts[row] = random.nextDouble() < 0.2 + 0.6 * shift ? "北京" : "a*b\u202e\n\ud83d\ude00";
        }
        return Column.texts(name, texts);
    }

    static DriftReport report(List<String> names, double shift) throws Problem {
        return Drift.compare(
                table(1, 0, 0, names),
                table(2, shift, ROWS, names),
                DriftOptions.recommended(),
                Progress.none());
    }

    private static byte[] pdf(DriftReport report, Locale language) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRenderer.render(DriftPages.of(report, PROVENANCE, language), out, Progress.none());
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return plain(new PDFTextStripper().getText(document));
        }
    }

    /// A no-break space is an ordinary one to whoever reads.
    private static String plain(String text) {
        return text.replace('\u00A0', ' ');
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void showsTheNumbersOfTheComparison(String language) throws IOException, Problem {
        DriftReport report = report(List.of("height", "town"), 0.9);

        String text = text(pdf(report, Locale.of(language)));

        for (ColumnReport column : report.ranked()) {
            assertTrue(
                    text.contains(plain(Phrases.statistic(column.decisive().orElseThrow()))), text);
            double p = column.evidence().orElseThrow().adjusted().orElseThrow();
            assertTrue(text.contains(Phrases.p(p)), text);
        }
    }

    @Test
    void decidesOnTheFirstPage() throws IOException, Problem {
        DriftReport report = report(List.of("height", "town"), 0.9);

        assertTrue(text(pdf(report, Locale.ENGLISH)).contains("Retrain recommended"));
        assertTrue(text(pdf(report, Locale.CHINESE)).contains("建议：重新训练"));
    }

    @Test
    void holdsVectorsOnly() throws IOException, Problem {
        byte[] pdf = pdf(report(List.of("height", "town"), 0.9), Locale.ENGLISH);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                assertFalse(hasImage(page.getResources()));
            }
        }
    }

    private static boolean hasImage(PDResources resources) throws IOException {
        for (COSName name : resources.getXObjectNames()) {
            PDXObject object = resources.getXObject(name);
            if (object instanceof PDImageXObject
                    || (object instanceof PDFormXObject form
                            && form.getResources() != null
                            && hasImage(form.getResources()))) {
                return true;
            }
        }
        return false;
    }

    @Test
    void namesEveryOneOfTwoHundredColumns() throws IOException, Problem {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            names.add("feature_%03d".formatted(i));
        }
        DriftReport report = report(names, 0.9);

        byte[] pdf = pdf(report, Locale.ENGLISH);

        String text = text(pdf);
        names.forEach(name -> assertTrue(text.contains(name), name));
        assertTrue(pdf.length < 2_000_000, pdf.length + " bytes");
    }

    @Test
    void printsHostileNamesHarmlessly() throws IOException, Problem {
        String endless = "x".repeat(300);
        DriftReport report =
                report(List.of("<b>&{0}' * %s\t\u0000", "年龄", endless, "😀\u202e\uffff"), 0.9);

        String text = text(pdf(report, Locale.ENGLISH));

        assertTrue(text.contains("<b>&{0}' * %s"), text);
        assertTrue(text.contains("年龄"), text);
        assertTrue(text.replaceAll("\\s", "").contains(endless), text);
    }

    @Test
    void saysSoWhereNothingCouldBeJudged() throws IOException, Problem {
        Table none = Table.of(Column.numbers("height"));
        DriftReport report = Drift.compare(none, none, DriftOptions.recommended(), Progress.none());

        String text = text(pdf(report, Locale.ENGLISH));

        assertEquals(Verdict.NOT_JUDGED, report.columns().getFirst().verdict());
        assertTrue(text.contains("No column could be judged"), text);
    }

    @Test
    void writesEvidentlysRulesWithoutWindows() throws IOException, Problem {
        DriftOptions options =
                new DriftOptions(
                        gemwright.drift.Rules.EVIDENTLY,
                        java.util.Map.of(),
                        java.util.Map.of(),
                        java.util.Map.of(),
                        java.util.OptionalDouble.empty(),
                        false,
                        java.util.Optional.empty());
        List<String> names = List.of("height", "town");
        DriftReport report =
                Drift.compare(
                        table(1, 0, 0, names), table(2, 0.9, 0, names), options, Progress.none());

        assertTrue(text(pdf(report, Locale.ENGLISH)).contains("The data set drifted"));
    }
}
