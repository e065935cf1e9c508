package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.source.torch.saved.TorchArchive;
import gemwright.source.torch.saved.TorchTensors;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A tensor that a module was traced with; its elements are not in the file.
record ExampleInput(ElementType type, Longs sizes) {
    private static final String ENTRY = "traced_inputs.pkl";

    /// The inputs of `forward`; empty where there are none, or not all are tensors.
    static Optional<List<ExampleInput>> of(TorchArchive archive, String where, Progress progress)
            throws Problem {
        if (archive.content(ENTRY).isEmpty()) {
            return Optional.empty();
        }
        PickleValue root = untagged(archive.pickle(ENTRY, progress).root());
        Optional<PickleValue> forward =
                root instanceof PickleDict methods ? methods.get("forward") : Optional.empty();
        if (forward.isEmpty()) {
            return Optional.empty();
        }
        TorchTensors tensors = new TorchTensors(archive.storages("traced_inputs"), where);
        List<ExampleInput> inputs = new ArrayList<>();
        for (PickleValue value : untagged(forward.get()).elements()) {
            Optional<TorchTensors.Description> tensor = tensors.description(value);
            if (tensor.isEmpty()) {
                return Optional.empty();
            }
            inputs.add(new ExampleInput(tensor.get().type(), tensor.get().sizes()));
        }
        return Optional.of(inputs);
    }

    /// `restore_type_tag(value, "List[int]")` is the value.
    static PickleValue untagged(PickleValue value) {
        return value instanceof PickleObject object
                        && object.type()
                                .filter(t -> t.module().equals("torch.jit._pickle"))
                                .isPresent()
                        && !object.arguments().items().isEmpty()
                ? object.arguments().items().getFirst()
                : value;
    }
}
