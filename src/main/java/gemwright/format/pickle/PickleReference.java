package gemwright.format.pickle;

import java.util.List;

/// A class or function that a file names, and what loading the file would do with it.
///
/// @param global what is named
/// @param offset byte at which it is first named, in the (decompressed) file
/// @param uses what would be done with it, in the order of [Use], without repeats
public record PickleReference(PickleGlobal global, long offset, List<Use> uses) {
    public PickleReference {
        uses = List.copyOf(uses);
    }

    /// What loading would do with a class or function.
    public enum Use {
        /// keep it as a value
        NAMED,
        /// make an object of the class through `__new__` without arguments
        MADE,
        /// call it, or make an object of the class with arguments
        CALLED
    }

    /// Whether loading the file would call it.
    public boolean called() {
        return uses.contains(Use.CALLED);
    }
}
