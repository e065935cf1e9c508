package gemwright.ui.desk;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.Optional;

/// What the navigation and the status bar show of serving and monitoring, whatever the screen.
public final class Health {
    private final ObjectProperty<Optional<Serving>> serving =
            new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty drifted = new SimpleIntegerProperty();

    /// The running server.
    ///
    /// @param port where it listens
    /// @param requestsPerSecond over the last seconds
    public record Serving(int port, double requestsPerSecond) {}

    /// The running server; empty where none runs.
    public ObjectProperty<Optional<Serving>> serving() {
        return serving;
    }

    /// Features that drifted in the last look at the log.
    public IntegerProperty drifted() {
        return drifted;
    }
}
