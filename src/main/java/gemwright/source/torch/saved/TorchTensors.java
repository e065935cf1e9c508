package gemwright.source.torch.saved;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Reads tensors out of a pickle: what `torch/_utils.py` of PyTorch 2.9 would rebuild
/// (`_rebuild_tensor_v2` and its relatives), as views of the file's storages.
public final class TorchTensors {
    /// A parameter around a parameter around …: none is nested deeper.
    private static final int WRAPPED = 4;

    private final Storages storages;
    private final String where;

    /// @param where the file, for messages
    public TorchTensors(Storages storages, String where) {
        this.storages = storages;
        this.where = where;
    }

    /// The tensor that a value stands for; empty where it is none that we read.
    ///
    /// @throws Problem where it reaches beyond its storage, or the storage is damaged
    public Optional<Tensor> tensor(PickleValue value, String name) throws Problem {
        PickleValue inner = value;
        for (int i = 0; i < WRAPPED; i++) {
            if (!(inner instanceof PickleObject object) || object.type().isEmpty()) {
                return Optional.empty();
            }
            PickleGlobal maker = object.type().get();
            List<PickleValue> given = object.arguments().items();
            switch (maker.qualifiedName()) {
                case "torch._utils._rebuild_parameter",
                        "torch._utils._rebuild_parameter_with_state" -> {
                    if (given.isEmpty()) {
                        throw damaged(name, "is a parameter without a tensor");
                    }
                    inner = given.getFirst();
                }
                case "torch._utils._rebuild_tensor",
                        "torch._utils._rebuild_tensor_v2",
                        "torch._utils._rebuild_tensor_v3" -> {
                    return Optional.of(rebuilt(given, maker.name().endsWith("_v3"), name));
                }
                default -> {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /// A tensor as a view of raw bytes; empty where it reaches beyond them.
    ///
    /// @param strides how far neighbours along each axis lie apart, in elements
    /// @param offset where the first element lies, in elements
    public static Optional<Tensor> view(
            String name,
            ElementType type,
            Longs sizes,
            Longs strides,
            long offset,
            MemorySegment bytes) {
        boolean sound =
                offset >= 0
                        && sizes.size() == strides.size()
                        && sizes.stream().allMatch(size -> size >= 0)
                        && strides.stream().allMatch(stride -> stride >= 0);
        StridedView view = StridedView.of(type, sizes, strides, offset, bytes);
        return sound && view.fits()
                ? Optional.of(new Tensor(name, type, sizes, view.data()))
                : Optional.empty();
    }

    /// What a tensor is like, without a look at its elements.
    public record Description(ElementType type, Longs sizes) {}

    /// Type and sizes of the tensor that a value stands for; empty where it is none that we read.
    ///
    /// @throws Problem where they are damaged
    public Optional<Description> description(PickleValue value) throws Problem {
        if (!(value instanceof PickleObject object)
                || object.type().filter(t -> t.name().equals("_rebuild_tensor_v2")).isEmpty()
                || object.arguments().items().size() < 4) {
            return Optional.empty();
        }
        List<PickleValue> given = object.arguments().items();
        ElementType type = StorageId.of(given.get(0), where).type();
        return Optional.of(new Description(type, numbers(given.get(2), "")));
    }

    private Tensor rebuilt(List<PickleValue> given, boolean typed, String name) throws Problem {
        if (given.size() < (typed ? 7 : 4)) {
            throw damaged(name, "lacks a shape");
        }
        StorageId storage = StorageId.of(given.get(0), place(name));
        ElementType type = typed ? type(given.get(6), name) : storage.type();
        OptionalLong offset = given.get(1).asInteger();
        Longs sizes = numbers(given.get(2), name);
        Longs strides = numbers(given.get(3), name);
        if (offset.isEmpty() || offset.getAsLong() < 0 || sizes.size() != strides.size()) {
            throw damaged(name, "has strides that do not belong to its shape");
        }
        MemorySegment bytes = storages.bytes(storage.key());
        StridedView view = StridedView.of(type, sizes, strides, offset.getAsLong(), bytes);
        if (!view.fits()) {
            throw damaged(name, "reaches beyond its storage of " + bytes.byteSize() + " bytes");
        }
        return new Tensor(name, type, sizes, view.data());
    }

    private ElementType type(PickleValue value, String name) throws Problem {
        Optional<ElementType> type =
                value instanceof PickleGlobal named
                        ? ElementTypes.ofType(named.name())
                        : Optional.empty();
        if (type.isEmpty()) {
            throw damaged(name, "has an unknown element type");
        }
        return type.get();
    }

    /// A tuple of sizes, or a `torch.Size` of one.
    private Longs numbers(PickleValue value, String name) throws Problem {
        PickleValue tuple =
                value instanceof PickleObject size && size.arguments().items().size() == 1
                        ? size.arguments().items().getFirst()
                        : value;
        long[] numbers = new long[tuple.elements().size()];
        for (int i = 0; i < numbers.length; i++) {
            OptionalLong number = tuple.elements().get(i).asInteger();
            if (number.isEmpty() || number.getAsLong() < 0) {
                throw damaged(name, "has a size that is no number");
            }
            numbers[i] = number.getAsLong();
        }
        return Longs.of(numbers);
    }

    private String place(String name) {
        return name.isEmpty() ? where : where + ", " + name;
    }

    private Problem damaged(String name, String what) {
        return Problem.of("torch.tensor", place(name), what);
    }
}
