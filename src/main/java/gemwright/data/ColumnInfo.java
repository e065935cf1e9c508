package gemwright.data;

/// A column without its values.
///
/// @param name as the file spells it
/// @param kind what it holds
/// @param role what it is for
public record ColumnInfo(String name, ColumnKind kind, Role role) {
    /// A feature.
    public ColumnInfo(String name, ColumnKind kind) {
        this(name, kind, Role.FEATURE);
    }
}
