package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.format.protobuf.Kept;
import gemwright.format.protobuf.Numbers;
import gemwright.format.protobuf.WireReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads attributes; fields in the numbering of onnx.proto. Which field holds the value depends on
/// the kind, which stands behind it: so the message is gone through twice.
final class AttributeReader {
    private static final int NAME = 1;
    private static final int KIND = 20;
    private static final int REFERENCE = 21;

    private final TensorReader tensors;
    private final GraphReader graphs;

    AttributeReader(TensorReader tensors, GraphReader graphs) {
        this.tensors = tensors;
        this.graphs = graphs;
    }

    /// What the first pass finds.
    private record Head(String name, String reference, Attribute.Kind kind, boolean kindKnown) {}

    Attribute attribute(WireReader in) throws Problem {
        Head head = head(in.again());
        if (!head.reference().isEmpty()) {
            Kept kept = rest(in, head, REFERENCE);
            return new Attribute.Reference(head.name(), head.reference(), head.kind(), kept);
        }
        Optional<Attribute> read = value(in, head);
        return read.isPresent()
                ? read.get()
                : new Attribute.Unknown(head.name(), head.kind(), rest(in, head, NAME));
    }

    private static Head head(WireReader in) throws Problem {
        String name = "";
        String reference = "";
        int code = 0;
        int value = 0;
        while (in.next()) {
            switch (in.field()) {
                case NAME -> name = in.string();
                case KIND -> code = in.int32();
                case REFERENCE -> reference = in.string();
                default -> {
                    value = in.field() == 13 ? value : in.field();
                    in.skip();
                }
            }
        }
        Attribute.Kind kind = Attribute.Kind.of(code);
        // Before IR version 2 the kind was not written: the field that is set tells it.
        return code == 0
                ? new Head(name, reference, Fields.kind(value), true)
                : new Head(name, reference, kind, kind != Attribute.Kind.UNDEFINED);
    }

    /// Claims name, kind and that field, keeps everything else.
    private static Kept rest(WireReader in, Head head, int claimed) throws Problem {
        while (in.next()) {
            boolean kind = in.field() == KIND && head.kindKnown();
            if (in.field() == NAME || in.field() == claimed || kind) {
                in.skip();
            } else {
                in.keep();
            }
        }
        return in.kept();
    }

    /// The attribute, or nothing where its value is missing or unreadable.
    private Optional<Attribute> value(WireReader in, Head head) throws Problem {
        int field = Fields.of(head.kind());
        return switch (head.kind()) {
            case FLOAT -> {
                float[] found = floats(in.again(), field);
                float last = found.length == 0 ? 0 : found[found.length - 1];
                yield made(in, head, last, Attribute.OfFloat::new);
            }
            case INT -> {
                long[] found = longs(in.again(), field);
                long last = found.length == 0 ? 0 : found[found.length - 1];
                yield made(in, head, last, Attribute.OfInt::new);
            }
            case FLOATS -> {
                Floats found = Floats.of(floats(in.again(), field));
                yield made(in, head, found, Attribute.OfFloats::new);
            }
            case INTS -> {
                Longs found = Longs.of(longs(in.again(), field));
                yield made(in, head, found, Attribute.OfInts::new);
            }
            case STRING, STRINGS -> strings(in, head, field);
            case TENSOR -> one(in, head, tensors::tensor, Attribute.OfTensor::new);
            case GRAPH -> one(in, head, graphs::graph, Attribute.OfGraph::new);
            case SPARSE_TENSOR -> one(in, head, tensors::sparse, Attribute.OfSparseTensor::new);
            case TYPE -> one(in, head, TypeReader::type, Attribute.OfType::new);
            case TENSORS -> all(in, head, tensors::tensor, Attribute.OfTensors::new);
            case GRAPHS -> all(in, head, graphs::graph, Attribute.OfGraphs::new);
            case SPARSE_TENSORS -> all(in, head, tensors::sparse, Attribute.OfSparseTensors::new);
            case TYPES -> all(in, head, TypeReader::type, Attribute.OfTypes::new);
            case UNDEFINED -> Optional.empty();
        };
    }

    private static float[] floats(WireReader in, int field) throws Problem {
        Numbers gathered = new Numbers();
        while (in.next()) {
            if (in.field() == field) {
                in.words(gathered);
            } else {
                in.skip();
            }
        }
        return gathered.toFloats();
    }

    private static long[] longs(WireReader in, int field) throws Problem {
        Numbers gathered = new Numbers();
        while (in.next()) {
            if (in.field() == field) {
                in.varints(gathered);
            } else {
                in.skip();
            }
        }
        return gathered.toLongs();
    }

    /// Strings, each held once: modes of decision trees repeat some hundred thousand times.
    private static Optional<Attribute> strings(WireReader message, Head head, int field)
            throws Problem {
        WireReader in = message.again();
        List<String> values = new ArrayList<>();
        Map<String, String> held = new HashMap<>();
        while (in.next()) {
            if (in.field() != field) {
                in.skip();
                continue;
            }
            Optional<String> text = in.stringIfUtf8();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            String same = held.putIfAbsent(text.get(), text.get());
            values.add(same == null ? text.get() : same);
        }
        return head.kind() == Attribute.Kind.STRINGS
                ? made(message, head, values, Attribute.OfStrings::new)
                : made(
                        message,
                        head,
                        values.isEmpty() ? "" : values.getLast(),
                        Attribute.OfString::new);
    }

    /// Reads one message.
    private interface Reading<T> {
        T read(WireReader in) throws Problem;
    }

    /// Makes an attribute of what was read.
    private interface Making<T> {
        Attribute make(String name, T value, Kept kept);
    }

    /// An attribute with one message as value; none or several make it unreadable.
    private static <T> Optional<Attribute> one(
            WireReader in, Head head, Reading<T> reading, Making<T> making) throws Problem {
        Making<List<T>> first = (name, found, kept) -> making.make(name, found.getFirst(), kept);
        List<T> found = messages(in.again(), Fields.of(head.kind()), reading);
        return found.size() == 1 ? made(in, head, found, first) : Optional.empty();
    }

    private static <T> Optional<Attribute> all(
            WireReader in, Head head, Reading<T> reading, Making<List<T>> making) throws Problem {
        List<T> found = messages(in.again(), Fields.of(head.kind()), reading);
        return made(in, head, found, making);
    }

    private static <T> Optional<Attribute> made(WireReader in, Head head, T value, Making<T> making)
            throws Problem {
        Kept kept = rest(in, head, Fields.of(head.kind()));
        return Optional.of(making.make(head.name(), value, kept));
    }

    private static <T> List<T> messages(WireReader in, int field, Reading<T> reading)
            throws Problem {
        List<T> found = new ArrayList<>();
        while (in.next()) {
            if (in.field() == field) {
                found.add(reading.read(in.message()));
            } else {
                in.skip();
            }
        }
        return found;
    }

    /// Which field holds the value of which kind.
    static final class Fields {
        private static final Map<Attribute.Kind, Integer> FIELDS =
                new java.util.EnumMap<>(Attribute.Kind.class);

        static {
            FIELDS.put(Attribute.Kind.UNDEFINED, 0);
            FIELDS.put(Attribute.Kind.FLOAT, 2);
            FIELDS.put(Attribute.Kind.INT, 3);
            FIELDS.put(Attribute.Kind.STRING, 4);
            FIELDS.put(Attribute.Kind.TENSOR, 5);
            FIELDS.put(Attribute.Kind.GRAPH, 6);
            FIELDS.put(Attribute.Kind.FLOATS, 7);
            FIELDS.put(Attribute.Kind.INTS, 8);
            FIELDS.put(Attribute.Kind.STRINGS, 9);
            FIELDS.put(Attribute.Kind.TENSORS, 10);
            FIELDS.put(Attribute.Kind.GRAPHS, 11);
            FIELDS.put(Attribute.Kind.TYPE, 14);
            FIELDS.put(Attribute.Kind.TYPES, 15);
            FIELDS.put(Attribute.Kind.SPARSE_TENSOR, 22);
            FIELDS.put(Attribute.Kind.SPARSE_TENSORS, 23);
        }

        private Fields() {}

        static int of(Attribute.Kind kind) {
            return java.util.Objects.requireNonNull(FIELDS.get(kind));
        }

        static Attribute.Kind kind(int field) {
            return FIELDS.entrySet().stream()
                    .filter(e -> e.getValue() == field)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Attribute.Kind.UNDEFINED);
        }
    }
}
