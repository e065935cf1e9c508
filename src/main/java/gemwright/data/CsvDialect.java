package gemwright.data;

import gemwright.base.Problem;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/// Which delimiter a CSV text uses.
final class CsvDialect {
    /// Records looked at.
    private static final int RECORDS = 200;

    private static final String CANDIDATES = ",\t;|";

    private CsvDialect() {}

    /// The delimiter under which the most records have as many fields as the header; at a tie, that
    /// of more fields, then comma before tab before semicolon before bar.
    ///
    /// @param head start of the text in UTF-8
    static char delimiter(byte[] head, Optional<Character> told) {
        if (told.isPresent()) {
            return told.get();
        }
        char best = ',';
        double bestScore = 0;
        for (int i = 0; i < CANDIDATES.length(); i++) {
            char candidate = CANDIDATES.charAt(i);
            double score = score(head, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return best;
    }

    /// Share of records as long as the first, plus a little for each field; 0 for a single field.
    private static double score(byte[] head, char delimiter) {
        CsvRecords records = new CsvRecords(new ByteArrayInputStream(head), delimiter, "");
        int width = 0;
        int seen = 0;
        int equal = 0;
        int before = 0;
        try {
            while (seen < RECORDS && records.advance()) {
                // The last record may be cut off by the end of the head: it counts only when
                // another one follows.
                equal += seen > 0 && before == width ? 1 : 0;
                if (records.blank()) {
                    continue;
                }
                width = seen == 0 ? records.fields() : width;
                before = records.fields();
                seen++;
            }
        } catch (Problem openQuote) {
            // Cut off within quotes: what was seen so far decides.
            equal += 0;
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        double share = seen <= 1 ? 1 : (double) equal / (seen - 1);
        return width <= 1 ? 0 : share + Math.min(width, 1000) * 1e-6;
    }
}
