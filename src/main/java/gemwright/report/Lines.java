package gemwright.report;

import gemwright.report.Text.Span;
import gemwright.report.Text.Style;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A text broken into lines of a width: between words, in Chinese between characters, in names too
/// long for a line behind an underscore, a dot or a slash, and only then anywhere.
final class Lines {
    private final List<Text> lines = new ArrayList<>();
    private final String words;
    private final List<Span> spans;
    private final double[] ends;
    private final double width;

    private Lines(Text text, double width, double size, PdfFonts fonts) {
        this.words = text.words();
        this.spans = text.spans();
        this.width = width;
        this.ends = ends(size, fonts);
    }

    /// The lines, at least one.
    static List<Text> of(Text text, double width, double size, PdfFonts fonts) {
        Lines lines = new Lines(text, width, size, fonts);
        lines.wrap();
        return lines.lines;
    }

    /// Where each character ends when all stand in one line.
    private double[] ends(double size, PdfFonts fonts) {
        double[] ends = new double[words.length() + 1];
        int at = 0;
        for (Span span : spans) {
            boolean heavy = span.style() == Style.STRONG || span.style() == Style.ALERT;
            for (int i = 0; i < span.words().length(); i++) {
                ends[at + 1] = ends[at] + fonts.advance(span.words(), i, heavy) * size;
                at++;
            }
        }
        return ends;
    }

    private void wrap() {
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
        breaks.setText(words);
        int start = 0;
        int fits = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (fits > start && !fits(start, end)) {
                add(start, fits);
                start = fits;
            }
            while (!fits(start, end)) {
                int cut = cut(start, end);
                add(start, cut);
                start = cut;
            }
            fits = end;
        }
        if (start < words.length() || lines.isEmpty()) {
            add(start, words.length());
        }
    }

    private boolean fits(int start, int end) {
        int last = end;
        while (last > start && words.charAt(last - 1) == ' ') {
            last--;
        }
        return ends[last] - ends[start] <= width + 1e-6;
    }

    /// A place in a word that is too long for the line.
    private int cut(int start, int end) {
        int last = start + 1;
        while (last < end && fits(start, last + 1)) {
            last++;
        }
        if (Character.isLowSurrogate(words.charAt(Math.min(last, words.length() - 1)))
                && last > start + 1) {
            last--;
        }
        for (int i = last; i > start + (last - start) / 3; i--) {
            if ("_./-:".indexOf(words.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return last;
    }

    private void add(int start, int end) {
        Text line = Text.NONE;
        int at = 0;
        for (Span span : spans) {
            int from = Math.max(start, at);
            int to = Math.min(end, at + span.words().length());
            if (from < to) {
                line = line.and(span.words().substring(from - at, to - at), span.style());
            }
            at += span.words().length();
        }
        lines.add(line);
    }
}
