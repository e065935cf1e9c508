package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.format.protobuf.Kept;
import gemwright.format.protobuf.WireReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads types of values; fields in the numbering of onnx.proto.
final class TypeReader {
    private TypeReader() {}

    static ValueInfo valueInfo(WireReader in) throws Problem {
        String name = "";
        String documentation = "";
        Optional<ValueType> type = Optional.empty();
        List<Metadata.Entry> metadata = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.string();
                case 2 -> type = GraphReader.once(in, type, type(in.message()));
                case 3 -> documentation = in.text();
                case 4 -> metadata.add(GraphReader.entry(in.message()));
                default -> in.keep();
            }
        }
        return new ValueInfo(name, type, documentation, new Metadata(metadata), in.kept());
    }

    /// A type with the kind that is set in it; two kinds at once are refused.
    static ValueType type(WireReader in) throws Problem {
        Optional<Made> made = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> made = GraphReader.once(in, made, tensor(in.message(), false));
                case 4 -> made = GraphReader.once(in, made, sequence(in.message()));
                case 5 -> made = GraphReader.once(in, made, map(in.message()));
                case 7 -> made = GraphReader.once(in, made, opaque(in.message()));
                case 8 -> made = GraphReader.once(in, made, tensor(in.message(), true));
                case 9 -> made = GraphReader.once(in, made, optional(in.message()));
                default -> in.keep();
            }
        }
        Kept kept = in.kept();
        return made.isPresent() ? made.get().with(kept) : new ValueType.OpenType(kept);
    }

    /// A type that still wants what the message around it held.
    private interface Made {
        ValueType with(Kept outer);
    }

    private static Made tensor(WireReader in, boolean sparse) throws Problem {
        ElementType element = ElementType.UNDEFINED;
        Optional<Shape> shape = Optional.empty();
        WireReader first = in.again();
        while (first.next()) {
            switch (first.field()) {
                case 1 -> element = element(first.int32());
                default -> first.skip();
            }
        }
        while (in.next()) {
            switch (in.field()) {
                case 1 -> skipOrKeep(in, element);
                case 2 -> shape = GraphReader.once(in, shape, shape(in.message()));
                default -> in.keep();
            }
        }
        Kept inner = in.kept();
        ElementType elements = element;
        Optional<Shape> known = shape;
        return sparse
                ? outer -> new ValueType.SparseTensorType(elements, known, outer.with(inner))
                : outer -> new ValueType.TensorType(elements, known, outer.with(inner));
    }

    /// An element type that we do not know stays in the record's [Kept].
    static void skipOrKeep(WireReader in, ElementType element) throws Problem {
        if (element == ElementType.UNDEFINED) {
            in.keep();
        } else {
            in.skip();
        }
    }

    static ElementType element(int code) {
        return ElementType.of(code).orElse(ElementType.UNDEFINED);
    }

    private static Made sequence(WireReader in) throws Problem {
        Optional<ValueType> element = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> element = GraphReader.once(in, element, type(in.message()));
                default -> in.keep();
            }
        }
        Kept inner = in.kept();
        ValueType of = orOpen(element);
        return outer -> new ValueType.SequenceType(of, outer.with(inner));
    }

    private static Made optional(WireReader in) throws Problem {
        Optional<ValueType> element = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> element = GraphReader.once(in, element, type(in.message()));
                default -> in.keep();
            }
        }
        Kept inner = in.kept();
        ValueType of = orOpen(element);
        return outer -> new ValueType.OptionalType(of, outer.with(inner));
    }

    private static Made map(WireReader in) throws Problem {
        ElementType key = ElementType.UNDEFINED;
        Optional<ValueType> value = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> key = element(in.int32());
                case 2 -> value = GraphReader.once(in, value, type(in.message()));
                default -> in.keep();
            }
        }
        Kept inner = in.kept();
        ElementType keys = key;
        ValueType values = orOpen(value);
        return outer -> new ValueType.MapType(keys, values, outer.with(inner));
    }

    private static Made opaque(WireReader in) throws Problem {
        String domain = "";
        String name = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> domain = in.string();
                case 2 -> name = in.string();
                default -> in.keep();
            }
        }
        Kept inner = in.kept();
        String ofDomain = domain;
        String named = name;
        return outer -> new ValueType.OpaqueType(ofDomain, named, outer.with(inner));
    }

    private static ValueType orOpen(Optional<ValueType> type) {
        return type.orElse(new ValueType.OpenType(Kept.NOTHING));
    }

    private static Shape shape(WireReader in) throws Problem {
        List<Dimension> dimensions = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> dimensions.add(dimension(in.message()));
                default -> in.keep();
            }
        }
        return new Shape(dimensions, in.kept());
    }

    /// Some exporters write −1 or an empty name for a free dimension.
    private static Dimension dimension(WireReader in) throws Problem {
        long size = -1;
        String name = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> size = in.int64();
                case 2 -> name = in.string();
                default -> in.keep();
            }
        }
        Kept kept = in.kept();
        if (!name.isEmpty()) {
            return new Dimension.Named(name, kept);
        }
        return size >= 0 ? new Dimension.Fixed(size, kept) : new Dimension.Free(kept);
    }
}
