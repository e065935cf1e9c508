package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.format.protobuf.Numbers;
import gemwright.format.protobuf.WireReader;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the nodes of a graph: `GraphDef` of `graph.proto` (TensorFlow 2.21).
final class GraphReader {
    private GraphReader() {}

    /// The nodes of a `GraphDef`, in the order of the file.
    static List<GraphNode> nodes(WireReader in) throws Problem {
        List<GraphNode> nodes = new ArrayList<>();
        while (in.next()) {
            if (in.field() == 1) {
                nodes.add(node(in.message()));
            } else {
                in.skip();
            }
        }
        return nodes;
    }

    /// One `NodeDef`.
    static GraphNode node(WireReader in) throws Problem {
        String name = "";
        String operator = "";
        List<String> inputs = new ArrayList<>();
        Map<String, Attribute> attributes = new HashMap<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.string();
                case 2 -> operator = in.string();
                case 3 -> inputs.add(in.string());
                case 5 -> attribute(in.message(), attributes);
                default -> in.skip();
            }
        }
        return new GraphNode(name, operator, inputs, attributes);
    }

    private static void attribute(WireReader in, Map<String, Attribute> attributes) throws Problem {
        String key = "";
        Optional<Attribute> value = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> key = in.string();
                case 2 -> value = value(in.message());
                default -> in.skip();
            }
        }
        String named = key;
        value.ifPresent(v -> attributes.put(named, v));
    }

    private static Optional<Attribute> value(WireReader in) throws Problem {
        Optional<Attribute> value = Optional.empty();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> value = Optional.of(list(in.message()));
                case 2 -> value = Optional.of(new Attribute.Text(in.text()));
                case 3 -> value = Optional.of(new Attribute.Whole(in.int64()));
                case 4 -> value = Optional.of(new Attribute.Real(in.float32()));
                case 5 -> value = Optional.of(new Attribute.Truth(in.int64() != 0));
                case 6 -> value = Optional.of(new Attribute.Type(Types.of(in.int64())));
                case 7 -> value = Optional.of(new Attribute.Sizes(Tensors.shape(in.message())));
                case 8 -> value = Optional.of(new Attribute.Content(Tensors.read(in.message())));
                case 10 -> value = Optional.of(new Attribute.Called(function(in.message())));
                default -> in.skip();
            }
        }
        return value;
    }

    private static Attribute list(WireReader in) throws Problem {
        List<Attribute> items = new ArrayList<>();
        Numbers numbers = new Numbers();
        while (in.next()) {
            switch (in.field()) {
                case 2 -> items.add(new Attribute.Text(in.text()));
                case 3 -> in.varints(numbers);
                case 4 -> in.words(w -> items.add(real(w)));
                case 5 -> in.varints(b -> items.add(new Attribute.Truth(b != 0)));
                case 6 -> in.varints(t -> items.add(new Attribute.Type(Types.of(t))));
                case 7 -> items.add(new Attribute.Sizes(Tensors.shape(in.message())));
                case 8 -> items.add(new Attribute.Content(Tensors.read(in.message())));
                case 9 -> items.add(new Attribute.Called(function(in.message())));
                default -> in.skip();
            }
        }
        for (long number : numbers.toLongs()) {
            items.add(new Attribute.Whole(number));
        }
        return new Attribute.Items(items);
    }

    private static Attribute real(long word) {
        return new Attribute.Real(Float.intBitsToFloat((int) word));
    }

    private static String function(WireReader in) throws Problem {
        String name = "";
        while (in.next()) {
            if (in.field() == 1) {
                name = in.string();
            } else {
                in.skip();
            }
        }
        return name;
    }
}
