package gemwright.ui.desk;

import gemwright.ui.task.Background;
import gemwright.ui.text.Language;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import java.util.function.Consumer;

/// What the screens of one window share. It is made once, and every view model gets it.
public final class Desk {
    private final Language language;
    private final Background background;
    private final Choices choices;
    private final History history;
    private final Intake intake;
    private final Appearance appearance = new Appearance();
    private final Actions actions = new Actions();
    private final Notices notices = new Notices();
    private final Lineage lineage = new Lineage();
    private final Shelf shelf = new Shelf();
    private final Health health = new Health();
    private final ReadOnlyStringWrapper screen = new ReadOnlyStringWrapper("home");
    private Consumer<String> browser = _ -> {};

    /// A desk with nothing on it.
    ///
    /// @param opener tells what a file is
    public Desk(
            Language language,
            Background background,
            Choices choices,
            History history,
            Intake.Opener opener) {
        this.language = language;
        this.background = background;
        this.choices = choices;
        this.history = history;
        this.intake = new Intake(this, opener);
    }

    /// The language of the window.
    public Language language() {
        return language;
    }

    /// How the window looks.
    public Appearance appearance() {
        return appearance;
    }

    /// Runs the engine.
    public Background background() {
        return background;
    }

    /// The settings.
    public Choices choices() {
        return choices;
    }

    /// What was done before.
    public History history() {
        return history;
    }

    /// Takes files.
    public Intake intake() {
        return intake;
    }

    /// All that can be done.
    public Actions actions() {
        return actions;
    }

    /// What is said aside.
    public Notices notices() {
        return notices;
    }

    /// The model in hand.
    public Lineage lineage() {
        return lineage;
    }

    /// The data at hand.
    public Shelf shelf() {
        return shelf;
    }

    /// Serving and monitoring at a glance.
    public Health health() {
        return health;
    }

    /// Shows addresses with that from now on.
    public void browseWith(Consumer<String> opener) {
        browser = opener;
    }

    /// Shows an address in the user's browser.
    public void browse(String address) {
        browser.accept(address);
    }

    /// Goes to the screen of that id, such as `convert`.
    public void go(String id) {
        screen.set(id);
    }

    /// The id of the screen shown.
    public ReadOnlyStringProperty screen() {
        return screen.getReadOnlyProperty();
    }
}
