package gemwright.format.pickle;

/// How a pickle is read.
///
/// @param keep whether values are kept; without, only what is named and how the file is built
/// @param persistentIds whether persistent ids are values (inside PyTorch's archives) or refused
/// @param inlineArrays whether joblib's arrays may follow their wrappers
record PickleSettings(boolean keep, boolean persistentIds, boolean inlineArrays) {
    /// Everything, of a file that stands for itself.
    static final PickleSettings WHOLE = new PickleSettings(true, false, true);

    /// Everything, of a pickle in an archive of PyTorch.
    static final PickleSettings ARCHIVED = new PickleSettings(true, true, false);

    /// The same for a pickle inside another, which holds no inline arrays.
    PickleSettings nested() {
        return new PickleSettings(keep, persistentIds, false);
    }
}
