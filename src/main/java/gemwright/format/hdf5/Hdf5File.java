package gemwright.format.hdf5;

import gemwright.base.Problem;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.object.datatype.FloatingPoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/// An HDF5 file in memory. What is damaged is a [Problem], whatever the library makes of it.
public final class Hdf5File implements AutoCloseable {
    private static final int DEEPEST = 100;

    /// Kept, so that the setting is: the library tells of everything that it reads.
    private static final Logger LIBRARY = Logger.getLogger("io.jhdf");

    static {
        LIBRARY.setLevel(Level.WARNING);
    }

    /// Compression of a file that holds weights never comes near this.
    private static final long LARGEST_GROWTH = 1024;

    private final HdfFile file;
    private final String where;
    private final long bytes;

    private Hdf5File(HdfFile file, String where, long bytes) {
        this.file = file;
        this.where = where;
        this.bytes = bytes;
    }

    /// Something that is read by the library.
    @FunctionalInterface
    private interface Reading<T> {
        T read();
    }

    /// Opens a file.
    ///
    /// @param where the file, for messages
    /// @throws Problem where it is damaged, or larger than 2 GB
    public static Hdf5File of(MemorySegment bytes, String where) throws Problem {
        if (bytes.byteSize() > Integer.MAX_VALUE) {
            throw Problem.of("hdf5.large", where);
        }
        ByteBuffer buffer = bytes.asByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        return new Hdf5File(
                guarded(where, () -> HdfFile.fromByteBuffer(buffer)), where, bytes.byteSize());
    }

    /// The library tells of damage by all kinds of exceptions of the runtime.
    private static <T> T guarded(String where, Reading<T> reading) throws Problem {
        try {
            return reading.read();
        } catch (RuntimeException | StackOverflowError damaged) {
            throw Problem.of("hdf5.damaged", where, String.valueOf(damaged.getMessage()))
                    .causedBy(damaged);
        }
    }

    /// A text that a group or an array carries; empty where it has no such attribute.
    public Optional<String> text(String path, String attribute) throws Problem {
        Optional<Object> value = attribute(path, attribute);
        return value.filter(String.class::isInstance).map(String.class::cast);
    }

    /// Texts that a group carries; none where it has no such attribute.
    public List<String> texts(String path, String attribute) throws Problem {
        Optional<Object> value = attribute(path, attribute);
        return value.orElse(null) instanceof Object[] several
                ? Arrays.stream(several).map(String::valueOf).toList()
                : value.filter(String.class::isInstance)
                        .map(v -> List.of((String) v))
                        .orElse(List.of());
    }

    private Optional<Object> attribute(String path, String attribute) throws Problem {
        return guarded(
                where,
                () -> {
                    Node node = path.isEmpty() ? file : file.getByPath(path);
                    Attribute found = node.getAttribute(attribute);
                    return found == null || found.isEmpty()
                            ? Optional.empty()
                            : Optional.ofNullable(found.getData());
                });
    }

    /// Names of what a group holds; none where there is no such group.
    public List<String> children(String path) throws Problem {
        return guarded(
                where,
                () ->
                        find(path).orElse(null) instanceof Group group
                                ? List.copyOf(new TreeMap<>(group.getChildren()).keySet())
                                : List.of());
    }

    /// Whether there is a group or an array of that path.
    public boolean has(String path) throws Problem {
        return guarded(where, () -> find(path).isPresent());
    }

    private Optional<Node> find(String path) {
        Node node = file;
        for (String name : path.isEmpty() ? new String[0] : path.split("/", -1)) {
            Node next = node instanceof Group group ? group.getChild(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            node = next;
        }
        return Optional.of(node);
    }

    /// Paths of all arrays of numbers, in the order of their names.
    public List<String> arrays() throws Problem {
        return guarded(
                where,
                () -> {
                    List<String> paths = new ArrayList<>();
                    gather(file, "", 0, paths);
                    return paths;
                });
    }

    private static void gather(Group group, String prefix, int depth, List<String> paths) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("groups nest deeper than " + DEEPEST);
        }
        new TreeMap<>(group.getChildren())
                .forEach(
                        (name, node) -> {
                            String path = prefix.isEmpty() ? name : prefix + "/" + name;
                            if (node instanceof Group inner) {
                                gather(inner, path, depth + 1, paths);
                            } else if (node instanceof Dataset) {
                                paths.add(path);
                            }
                        });
    }

    /// Numbers.
    ///
    /// @throws Problem where there are none of that path, or they are texts or records
    public Hdf5Array array(String path) throws Problem {
        Optional<Node> found = guarded(where, () -> find(path));
        if (found.orElse(null) instanceof Dataset dataset) {
            return array(dataset, path);
        }
        throw Problem.of("hdf5.missing", where, path);
    }

    private Hdf5Array array(Dataset dataset, String path) throws Problem {
        List<Long> shape =
                guarded(where, () -> Arrays.stream(dataset.getDimensionsAsLong()).boxed().toList());
        long claimed = guarded(where, dataset::getSizeInBytes);
        if (claimed < 0 || claimed / LARGEST_GROWTH > bytes) {
            throw Problem.of("hdf5.damaged", where, path + ": " + claimed + " bytes");
        }
        if (dataset instanceof ContiguousDataset plain && isFloats(dataset)) {
            ByteBuffer window = guarded(where, plain::getBuffer);
            if (window.remaining() == claimed) {
                return new Hdf5Array("float32", shape, MemorySegment.ofBuffer(window));
            }
        }
        Object flat =
                guarded(
                        where,
                        () -> dataset.isScalar() ? dataset.getData() : dataset.getDataFlat());
        return switch (flat) {
            case float[] v ->
                    new Hdf5Array(
                            "float32", shape, bytes(v.length, 4, b -> b.asFloatBuffer().put(v)));
            case double[] v ->
                    new Hdf5Array(
                            "float64", shape, bytes(v.length, 8, b -> b.asDoubleBuffer().put(v)));
            case long[] v ->
                    new Hdf5Array("int64", shape, bytes(v.length, 8, b -> b.asLongBuffer().put(v)));
            case int[] v ->
                    new Hdf5Array("int32", shape, bytes(v.length, 4, b -> b.asIntBuffer().put(v)));
            case byte[] v -> new Hdf5Array("int8", shape, MemorySegment.ofArray(v));
            case Float v -> new Hdf5Array("float32", List.of(), bytes(1, 4, b -> b.putFloat(0, v)));
            case Double v ->
                    new Hdf5Array("float64", List.of(), bytes(1, 8, b -> b.putDouble(0, v)));
            case Long v -> new Hdf5Array("int64", List.of(), bytes(1, 8, b -> b.putLong(0, v)));
            case Integer v -> new Hdf5Array("int32", List.of(), bytes(1, 4, b -> b.putInt(0, v)));
            default -> throw Problem.of("hdf5.type", where, path, flat.getClass().getSimpleName());
        };
    }

    /// Whether the bytes are what we want already.
    private static boolean isFloats(Dataset dataset) {
        return dataset.getDataType() instanceof FloatingPoint type
                && type.getBitPrecision() == Float.SIZE
                && type.getSize() == Float.BYTES
                && type.getByteOrder() == ByteOrder.LITTLE_ENDIAN;
    }

    private static MemorySegment bytes(
            int count, int width, java.util.function.Consumer<ByteBuffer> filling) {
        byte[] raw = new byte[Math.multiplyExact(count, width)];
        filling.accept(ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN));
        return MemorySegment.ofArray(raw);
    }

    /// Whether bytes begin as HDF5 does.
    public static boolean matches(MemorySegment bytes) {
        byte[] signature = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};
        return bytes.byteSize() >= signature.length
                && Arrays.equals(
                        bytes.asSlice(0, signature.length).toArray(ValueLayout.JAVA_BYTE),
                        signature);
    }

    @Override
    public void close() {
        file.close();
    }
}
