package gemwright.drift;

import gemwright.data.Role;

import java.util.Optional;

/// What the user said about one column; what he left open is told from the data.
public record ColumnChoice(Optional<Kind> kind, Optional<Role> role) {
    /// Nothing said.
    public static final ColumnChoice OPEN = new ColumnChoice(Optional.empty(), Optional.empty());
}
