package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.format.Mapped;
import gemwright.format.protobuf.WireReader;
import gemwright.onnx.ElementType;
import gemwright.onnx.Longs;
import gemwright.onnx.Tensor;
import gemwright.onnx.TensorData;
import gemwright.onnx.shape.Size;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The variables of a SavedModel: `variables.index` and the shards beside it (`BundleHeaderProto`
/// and `BundleEntryProto` of `tensor_bundle.proto`, TensorFlow 2.21). Owns their mappings.
final class Checkpoint implements AutoCloseable {
    private static final long MOST_SHARDS = 100_000;

    private final Path folder;
    private final List<Mapped> open = new ArrayList<>();
    private final Map<Long, MemorySegment> shards = new HashMap<>();
    private Map<String, MemorySegment> entries = new LinkedHashMap<>();
    private long shardCount;

    private Checkpoint(Path folder) {
        this.folder = folder;
    }

    /// The variables in that folder; none where a model has none.
    static Checkpoint of(Path folder) throws Problem {
        Checkpoint checkpoint = new Checkpoint(folder);
        Path index = folder.resolve("variables.index");
        boolean read = false;
        try {
            if (Files.isRegularFile(index)) {
                MemorySegment bytes = checkpoint.map(index);
                checkpoint.entries =
                        new LinkedHashMap<>(CheckpointTable.of(bytes, index.toString()));
                checkpoint.header(index);
            }
            read = true;
            return checkpoint;
        } finally {
            if (!read) {
                checkpoint.close();
            }
        }
    }

    private MemorySegment map(Path file) throws Problem {
        Mapped mapped = Mapped.of(file);
        open.add(mapped);
        return mapped.bytes();
    }

    private void header(Path index) throws Problem {
        MemorySegment header = entries.remove("");
        if (header == null) {
            throw Problem.of("tensorflow.damaged", index, "no header");
        }
        WireReader in = new WireReader(header, index.toString());
        while (in.next()) {
            switch (in.field()) {
                case 1 -> shardCount = in.int64();
                case 2 -> {
                    if (in.int64() != 0) {
                        throw Problem.of("tensorflow.damaged", index, "big-endian numbers");
                    }
                }
                default -> in.skip();
            }
        }
        if (shardCount < 0 || shardCount > MOST_SHARDS) {
            throw Problem.of("tensorflow.damaged", index, shardCount + " shards");
        }
    }

    /// The variables that hold numbers.
    List<Tensor> tensors() throws Problem {
        List<Tensor> tensors = new ArrayList<>();
        for (String key : entries.keySet()) {
            tensor(key).ifPresent(tensors::add);
        }
        return tensors;
    }

    /// The variable of that key; empty where there is none, or one that holds no numbers.
    Optional<Tensor> tensor(String key) throws Problem {
        MemorySegment entry = entries.get(key);
        if (entry == null) {
            return Optional.empty();
        }
        String where = folder + ", " + utf8(key);
        WireReader in = new WireReader(entry, where);
        ElementType type = ElementType.UNDEFINED;
        List<Size> sizes = List.of();
        long[] place = new long[3];
        int checksum = 0;
        boolean checked = false;
        boolean sliced = false;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> type = Types.of(in.int64());
                case 2 -> sizes = Tensors.shape(in.message()).orElse(List.of());
                case 3, 4, 5 -> place[in.field() - 3] = in.int64();
                case 6 -> {
                    List<Long> word = new ArrayList<>();
                    in.words(word::add);
                    checksum = word.getFirst().intValue();
                    checked = true;
                }
                default -> {
                    sliced |= in.field() == 7;
                    in.skip();
                }
            }
        }
        if (type.bits() == 0 || sliced) {
            return Optional.empty();
        }
        MemorySegment shard = shard(place[0], where);
        long[] shape = sizes.stream().mapToLong(s -> s.number().orElse(-1)).toArray();
        Tensor empty = new Tensor(utf8(key), type, Longs.of(shape), TensorData.of(new byte[0]));
        if (!fits(empty, place[1], place[2], shard.byteSize())) {
            throw Problem.of("tensorflow.damaged", where, "a size that does not fit");
        }
        MemorySegment raw = shard.asSlice(place[1], place[2]);
        if (checked && CheckpointTable.checksum(raw) != checksum) {
            throw Problem.of("tensorflow.damaged", where, "a wrong checksum");
        }
        return Optional.of(new Tensor(utf8(key), type, Longs.of(shape), TensorData.window(raw)));
    }

    private static boolean fits(Tensor tensor, long offset, long length, long all) {
        try {
            boolean inside = offset >= 0 && length >= 0 && offset <= all && length <= all - offset;
            boolean positive = tensor.shape().stream().allMatch(size -> size >= 0);
            return inside && positive && tensor.type().bytes(tensor.size()) == length;
        } catch (ArithmeticException tooLarge) {
            return false;
        }
    }

    private MemorySegment shard(long number, String where) throws Problem {
        if (number < 0 || number >= shardCount) {
            throw Problem.of("tensorflow.damaged", where, "shard " + number);
        }
        MemorySegment known = shards.get(number);
        if (known == null) {
            String name =
                    String.format(Locale.ROOT, "variables.data-%05d-of-%05d", number, shardCount);
            known = map(folder.resolve(name));
            shards.put(number, known);
        }
        return known;
    }

    private static String utf8(String key) {
        return new String(key.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        open.forEach(Mapped::close);
    }
}
