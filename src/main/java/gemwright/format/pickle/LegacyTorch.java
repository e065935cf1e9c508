package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;

/// The files of PyTorch before 1.6: five pickles in a row, and behind them the bytes of the
/// tensors, each after their number.
///
/// After `torch/serialization.py` of PyTorch 2.9, `_legacy_save`: a magic number, the version of
/// the protocol, what machine it was, the object, and the keys of its storages in their order.
/// Persistent ids in the object stand for these storages.
public final class LegacyTorch {
    private static final int PICKLES = 5;
    private static final int OBJECT = 3;
    // LONG1 of ten bytes, 0x1950a86a20f9469cfc6c, and STOP.
    private static final byte[] MAGIC = {
        (byte) 0x8a,
        10,
        0x6c,
        (byte) 0xfc,
        (byte) 0x9c,
        0x46,
        (byte) 0xf9,
        0x20,
        0x6a,
        (byte) 0xa8,
        0x50,
        0x19,
        '.'
    };
    private static final int PROTO = 2;
    // Protocols 4 and 5 write a FRAME before it.
    private static final int PROTO_AND_FRAME = 11;

    private LegacyTorch() {}

    /// Whether the bytes start with the magic number, as a pickle.
    public static boolean matches(MemorySegment bytes) {
        return magicAt(bytes, PROTO) || magicAt(bytes, PROTO_AND_FRAME);
    }

    private static boolean magicAt(MemorySegment bytes, int at) {
        return bytes.byteSize() >= at + MAGIC.length
                && (bytes.get(ValueLayout.JAVA_BYTE, 0) & 0xff) == 0x80
                && bytes.asSlice(at, MAGIC.length).mismatch(MemorySegment.ofArray(MAGIC)) < 0;
    }

    /// Goes through the pickles; the tensors are only passed over.
    public static PickleOutline outline(MemorySegment bytes, String where, Progress progress) {
        return PickleOutline.collect(
                bytes,
                where,
                (budget, log) -> read(new MappedInput(bytes, where, progress), budget, log));
    }

    /// What such a file holds.
    ///
    /// @param root the object that was saved
    /// @param storages the persistent ids in it, which tell the type of each storage
    /// @param keys the keys of the storages in the order in which their bytes follow
    /// @param data what follows: each storage's number of elements in eight bytes, and the elements
    public record Content(
            PickleValue root,
            List<PickleObject> storages,
            List<PickleValue> keys,
            MemorySegment data) {
        public Content {
            storages = List.copyOf(storages);
            keys = List.copyOf(keys);
        }
    }

    /// Reads the pickles as data.
    ///
    /// @throws Problem where the file is damaged
    public static Content read(MemorySegment bytes, String where, Progress progress)
            throws Problem {
        PickleInput input = new MappedInput(bytes, where, progress);
        Budget budget = Budget.ofHeap(where);
        List<PickleValue> values = new ArrayList<>();
        List<PickleObject> storages = List.of();
        for (int i = 0; i < PICKLES; i++) {
            PickleMachine machine =
                    new PickleMachine(
                            input, budget, new ReferenceLog(budget), PickleSettings.ARCHIVED);
            values.add(machine.run());
            storages = i == OBJECT ? machine.persistentIds() : storages;
        }
        List<PickleValue> keys = keys(values.getLast(), input);
        return new Content(values.get(OBJECT), storages, keys, bytes.asSlice(input.position()));
    }

    private static List<PickleValue> keys(PickleValue value, PickleInput input) throws Problem {
        if (value instanceof PickleList keys) {
            return keys.items();
        }
        throw input.malformed("the keys of the tensors are no list");
    }

    private static void read(PickleInput input, Budget budget, ReferenceLog log) throws Problem {
        PickleSettings settings = new PickleSettings(false, true, true);
        PickleValue last = PickleNone.NONE;
        for (int i = 0; i < PICKLES; i++) {
            last = new PickleMachine(input, budget, log, settings).run();
        }
        if (!(last instanceof PickleList keys)) {
            throw input.malformed("the keys of the tensors are no list");
        }
        // A number before each; how long an item is, only the persistent ids tell.
        input.skip((long) Long.BYTES * keys.size());
    }
}
