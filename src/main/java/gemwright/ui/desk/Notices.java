package gemwright.ui.desk;

import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import java.util.Optional;

/// What the window says aside: the status line, toasts, and the list of warnings that stay.
public final class Notices {
    private static final int MOST_KEPT = 20;

    private final ObjectProperty<Notice> status =
            new SimpleObjectProperty<>(new Notice(Tone.SUCCESS, Phrase.of("status.ready")));
    private final ObservableList<Notice> toasts = FXCollections.observableArrayList();
    private final ObservableList<Notice> kept = FXCollections.observableArrayList();

    /// One thing said.
    ///
    /// @param tone how good the news is
    /// @param text the sentence
    /// @param link where it leads, with the words for the link
    public record Notice(Tone tone, Phrase text, Optional<Link> link) {
        /// Leads nowhere.
        public Notice(Tone tone, Phrase text) {
            this(tone, text, Optional.empty());
        }
    }

    /// A way on from a notice.
    public record Link(Phrase text, Runnable go) {}

    /// Shows a sentence at the left of the status bar, until the next. What went wrong stays in the
    /// list too.
    public void status(Tone tone, Phrase text) {
        Notice said = new Notice(tone, text);
        status.set(said);
        if (tone == Tone.DANGER) {
            keep(said);
        }
    }

    /// The sentence of the status bar.
    public ReadOnlyObjectProperty<Notice> status() {
        return status;
    }

    /// Good news: a toast of four seconds with a link to the result. A warning stays in the list
    /// too.
    public void toast(Notice notice) {
        toasts.add(notice);
        if (notice.tone() == Tone.WARNING) {
            keep(notice);
        }
    }

    private void keep(Notice notice) {
        kept.removeIf(one -> one.text().equals(notice.text()));
        kept.add(notice);
        if (kept.size() > MOST_KEPT) {
            kept.removeFirst();
        }
    }

    /// Toasts not shown yet; the shell takes them.
    public ObservableList<Notice> toasts() {
        return toasts;
    }

    /// Warnings that stay until the user clears them.
    public ObservableList<Notice> kept() {
        return kept;
    }
}
