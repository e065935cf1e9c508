package gemwright.source.torch.saved;

import gemwright.base.Problem;
import gemwright.format.pickle.LegacyTorch;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;
import gemwright.onnx.ElementType;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;

/// The storages of a file of PyTorch before 1.6: behind the pickles, in the order of their keys,
/// each as a number of elements in eight bytes and the elements (`_legacy_save` of
/// `torch/serialization.py`).
final class LegacyStorages implements Storages {
    private static final ValueLayout.OfLong COUNT =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final String where;
    private final Map<String, MemorySegment> byKey = new HashMap<>();

    private LegacyStorages(String where) {
        this.where = where;
    }

    static LegacyStorages of(LegacyTorch.Content content, String where) throws Problem {
        Map<String, ElementType> types = new HashMap<>();
        for (PickleObject id : content.storages()) {
            // The other kind stands for a class of a module, with its source.
            if (StorageId.isStorage(id)) {
                StorageId storage = StorageId.of(id, where);
                types.put(storage.key(), storage.type());
            }
        }
        LegacyStorages storages = new LegacyStorages(where);
        MemorySegment left = content.data();
        for (PickleValue value : content.keys()) {
            String key = value.asText().orElse("");
            ElementType type = types.get(key);
            if (type == null) {
                throw Problem.of("torch.damaged", where, "storage " + key + " has no tensor");
            }
            left = storages.take(key, type, left);
        }
        return storages;
    }

    private MemorySegment take(String key, ElementType type, MemorySegment left) throws Problem {
        long rest = left.byteSize() - Long.BYTES;
        long count = rest < 0 ? -1 : left.get(COUNT, 0);
        if (count < 0 || count > rest / (type.bits() / 8)) {
            throw Problem.of("torch.storage", where, key);
        }
        long bytes = type.bytes(count);
        byKey.put(key, left.asSlice(Long.BYTES, bytes));
        return left.asSlice(Long.BYTES + bytes);
    }

    @Override
    public MemorySegment bytes(String key) throws Problem {
        MemorySegment bytes = byKey.get(key);
        if (bytes == null) {
            throw Problem.of("torch.storage", where, key);
        }
        return bytes;
    }
}
