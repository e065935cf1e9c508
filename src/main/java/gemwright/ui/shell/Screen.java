package gemwright.ui.shell;

import gemwright.ui.desk.Desk;
import gemwright.ui.text.Phrase;

import org.kordamp.ikonli.feather.Feather;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// A place in the navigation.
///
/// @param id name of the screen and of its package in `gemwright.ui`; its words are the text
///   `screen.ID`, its style sheet is `gemwright/ui/ID/ID.css`
/// @param icon what stands before its name
/// @param open makes the screen's view model when the window opens, and gives what builds its page:
///   anew when the language changes
public record Screen(String id, Feather icon, Function<Desk, Supplier<Page>> open) {
    /// Its name in the navigation.
    public Phrase name() {
        return Phrase.of("screen." + id);
    }

    /// Its own style sheet, where it has one.
    public Optional<String> styleSheet() {
        return Optional.ofNullable(
                        Screen.class.getResource("/gemwright/ui/" + id + "/" + id + ".css"))
                .map(java.net.URL::toExternalForm);
    }
}
