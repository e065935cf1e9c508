package gemwright.source;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.util.List;

/// One kind of model file that can be opened. Implementations stand in [Sources#ALL].
public interface SourceFormat {
    /// The name of the command line's `format` field: `onnx`, `sklearn`.
    String id();

    /// Endings that such files usually have, without the dot: for file dialogs and associations,
    /// never to tell what a file is.
    List<String> extensions();

    /// Whether the file is of this kind, by its content.
    ///
    /// @throws Problem where the file is too damaged to tell
    boolean matches(Head head) throws Problem;

    /// Opens it; the model keeps `head` and closes it in the end. Where this throws, the caller
    /// does.
    ///
    /// @throws Problem where the file is damaged
    SourceModel open(Head head, Progress progress) throws Problem;
}
