package gemwright.report;

import java.util.List;
import java.util.Locale;

/// What a report says, as values. Renderers put it on paper or on a screen.
///
/// @param title names the document and stands in the middle of every head line
/// @param maker what kind of document this is, left in the head line
/// @param period what it is about, right in the head line of the first page
/// @param foot left and middle of every foot line
/// @param language of its sentences and numbers
public record Document(
        String title,
        String maker,
        String period,
        Foot foot,
        Locale language,
        List<Section> sections) {
    /// The foot line without the page number.
    public record Foot(String left, String middle) {
        public Foot {
            left = Printable.of(left);
            middle = Printable.of(middle);
        }
    }

    /// A part that starts on a page of its own and has a bookmark.
    public record Section(String bookmark, List<Block> blocks) {
        public Section {
            bookmark = Printable.of(bookmark);
            blocks = List.copyOf(blocks);
        }
    }

    public Document {
        title = Printable.of(title);
        maker = Printable.of(maker);
        period = Printable.of(period);
        sections = List.copyOf(sections);
    }
}
