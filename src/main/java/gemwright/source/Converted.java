package gemwright.source;

import gemwright.base.Problem;
import gemwright.onnx.Model;

import java.util.List;

/// A model as ONNX, and what the user should know about it.
///
/// @param notes remarks that do not stand in the way, as `KEY.what` and `KEY.todo` of the bundle of
///   problems
public record Converted(Model model, List<Problem.Part> notes) {
    public Converted {
        notes = List.copyOf(notes);
    }
}
