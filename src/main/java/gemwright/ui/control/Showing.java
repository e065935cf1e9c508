package gemwright.ui.control;

import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

import java.util.List;

/// Lets a view follow values for as long as it is in a window, and no longer: views are built anew
/// when the language changes, and the values outlive them.
public final class Showing {
    private Showing() {}

    /// Tells the view each time it comes into a window and each time a source changes while it is
    /// there.
    public static void follow(Node view, Runnable tell, Observable... sources) {
        List<Observable> followed = List.of(sources);
        InvalidationListener changed =
                source -> {
                    tell.run();
                    validate(source);
                };
        view.sceneProperty()
                .subscribe(
                        scene -> {
                            followed.forEach(source -> source.removeListener(changed));
                            if (scene != null) {
                                followed.forEach(source -> source.addListener(changed));
                                tell.run();
                                followed.forEach(Showing::validate);
                            }
                        });
    }

    // A value that nobody reads again does not say when it changes next.
    private static void validate(Observable source) {
        if (source instanceof ObservableValue<?> value) {
            value.getValue();
        }
    }
}
