package gemwright.format.pickle;

/// A class or function that the file names; never looked up.
///
/// @param module the Python module as the file spells it
/// @param name the name in it
public record PickleGlobal(String module, String name) implements PickleValue {
    /// Module and name with a dot between.
    public String qualifiedName() {
        return module + "." + name;
    }

    /// The name under which users import it: private modules left out, and classes that moved since
    /// under their present module. `sklearn.linear_model._logistic.LogisticRegression` is
    /// `sklearn.linear_model.LogisticRegression`.
    public String publicName() {
        return PublicNames.of(this);
    }
}
