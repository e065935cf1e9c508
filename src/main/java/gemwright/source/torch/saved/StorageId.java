package gemwright.source.torch.saved;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;

import java.util.List;
import java.util.Optional;

/// A persistent id of PyTorch: `('storage', torch.FloatStorage, key, location, elements)`, and in
/// old files a sixth member where the storage is a part of another.
///
/// @param type what the storage holds; bytes for one without a type
/// @param key which storage it is
record StorageId(ElementType type, String key) {
    private static final int TYPE = 1;
    private static final int KEY = 2;
    private static final int ELEMENTS = 4;
    private static final int PART = 5;

    /// Whether a persistent id stands for a storage.
    static boolean isStorage(PickleObject id) {
        return members(id).isPresent();
    }

    static StorageId of(PickleValue value, String where) throws Problem {
        Optional<List<PickleValue>> id = members(value);
        if (id.isEmpty()) {
            throw Problem.of("torch.damaged", where, "a tensor without a storage");
        }
        List<PickleValue> members = id.get();
        if (members.size() > PART && !members.get(PART).isNone()) {
            throw Problem.of("torch.damaged", where, "a storage that is a part of another");
        }
        Optional<ElementType> type =
                members.get(TYPE) instanceof PickleGlobal named
                        ? ElementTypes.ofStorage(named.name())
                        : Optional.empty();
        Optional<String> key = members.get(KEY).asText();
        if (type.isEmpty() || key.isEmpty()) {
            throw Problem.of("torch.damaged", where, "a storage of an unknown type");
        }
        return new StorageId(type.get(), key.get());
    }

    private static Optional<List<PickleValue>> members(PickleValue value) {
        if (!(value instanceof PickleObject object)
                || !object.maker().isNone()
                || object.arguments().items().size() != 1) {
            return Optional.empty();
        }
        List<PickleValue> members = object.arguments().items().getFirst().elements();
        boolean storage =
                members.size() > ELEMENTS
                        && members.getFirst().asText().filter("storage"::equals).isPresent();
        return storage ? Optional.of(members) : Optional.empty();
    }
}
