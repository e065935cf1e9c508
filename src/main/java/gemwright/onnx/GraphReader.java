package gemwright.onnx;

import gemwright.base.Problem;
import gemwright.format.protobuf.WireReader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads models, graphs, nodes and functions; fields in the numbering of onnx.proto.
final class GraphReader {
    private final TensorReader tensors;
    private final AttributeReader attributes;

    GraphReader(TensorReader tensors) {
        this.tensors = tensors;
        this.attributes = new AttributeReader(tensors, this);
    }

    Model model(WireReader in) throws Problem {
        long irVersion = 0;
        long modelVersion = 0;
        String producer = "";
        String producerVersion = "";
        String domain = "";
        String documentation = "";
        Optional<Graph> graph = Optional.empty();
        List<OperatorSet> sets = new ArrayList<>();
        List<Metadata.Entry> metadata = new ArrayList<>();
        List<Function> functions = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> irVersion = in.int64();
                case 2 -> producer = in.text();
                case 3 -> producerVersion = in.text();
                case 4 -> domain = in.text();
                case 5 -> modelVersion = in.int64();
                case 6 -> documentation = in.text();
                case 7 -> graph = once(in, graph, graph(in.message()));
                case 8 -> sets.add(operatorSet(in.message()));
                case 14 -> metadata.add(entry(in.message()));
                case 25 -> functions.add(function(in.message()));
                default -> in.keep();
            }
        }
        return new Model(
                irVersion,
                sets,
                producer,
                producerVersion,
                domain,
                modelVersion,
                graph.orElseThrow(() -> in.problem("onnx.noGraph")),
                functions,
                documentation,
                new Metadata(metadata),
                in.kept());
    }

    Graph graph(WireReader in) throws Problem {
        List<Node> nodes = new ArrayList<>();
        String name = "";
        String documentation = "";
        List<Tensor> initializers = new ArrayList<>();
        List<SparseTensor> sparse = new ArrayList<>();
        List<ValueInfo> inputs = new ArrayList<>();
        List<ValueInfo> outputs = new ArrayList<>();
        List<ValueInfo> values = new ArrayList<>();
        List<QuantizationAnnotation> annotations = new ArrayList<>();
        List<Metadata.Entry> metadata = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> nodes.add(node(in.message()));
                case 2 -> name = in.text();
                case 5 -> initializers.add(tensors.tensor(in.message()));
                case 10 -> documentation = in.text();
                case 11 -> inputs.add(TypeReader.valueInfo(in.message()));
                case 12 -> outputs.add(TypeReader.valueInfo(in.message()));
                case 13 -> values.add(TypeReader.valueInfo(in.message()));
                case 14 -> annotations.add(annotation(in.message()));
                case 15 -> sparse.add(tensors.sparse(in.message()));
                case 16 -> metadata.add(entry(in.message()));
                default -> in.keep();
            }
        }
        return new Graph(
                name,
                nodes,
                initializers,
                sparse,
                inputs,
                outputs,
                values,
                annotations,
                documentation,
                new Metadata(metadata),
                in.kept());
    }

    Node node(WireReader in) throws Problem {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        String name = "";
        String operator = "";
        String domain = "";
        String overload = "";
        String documentation = "";
        List<Attribute> found = new ArrayList<>();
        List<Metadata.Entry> metadata = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> inputs.add(in.string());
                case 2 -> outputs.add(in.string());
                case 3 -> name = in.string();
                case 4 -> operator = in.string();
                case 5 -> found.add(attributes.attribute(in.message()));
                case 6 -> documentation = in.text();
                case 7 -> domain = in.string();
                case 8 -> overload = in.string();
                case 9 -> metadata.add(entry(in.message()));
                default -> in.keep();
            }
        }
        return new Node(
                name,
                operator,
                domain,
                overload,
                inputs,
                outputs,
                found,
                documentation,
                new Metadata(metadata),
                in.kept());
    }

    private Function function(WireReader in) throws Problem {
        String name = "";
        String domain = "";
        String overload = "";
        String documentation = "";
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        List<String> required = new ArrayList<>();
        List<Attribute> defaults = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        List<OperatorSet> sets = new ArrayList<>();
        List<ValueInfo> values = new ArrayList<>();
        List<Metadata.Entry> metadata = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> name = in.string();
                case 4 -> inputs.add(in.string());
                case 5 -> outputs.add(in.string());
                case 6 -> required.add(in.string());
                case 7 -> nodes.add(node(in.message()));
                case 8 -> documentation = in.text();
                case 9 -> sets.add(operatorSet(in.message()));
                case 10 -> domain = in.string();
                case 11 -> defaults.add(attributes.attribute(in.message()));
                case 12 -> values.add(TypeReader.valueInfo(in.message()));
                case 13 -> overload = in.string();
                case 14 -> metadata.add(entry(in.message()));
                default -> in.keep();
            }
        }
        return new Function(
                domain,
                name,
                overload,
                inputs,
                outputs,
                required,
                defaults,
                nodes,
                sets,
                values,
                documentation,
                new Metadata(metadata),
                in.kept());
    }

    private static OperatorSet operatorSet(WireReader in) throws Problem {
        String domain = "";
        long version = 0;
        while (in.next()) {
            switch (in.field()) {
                case 1 -> domain = in.string();
                case 2 -> version = in.int64();
                default -> in.keep();
            }
        }
        return new OperatorSet(domain, version, in.kept());
    }

    private static QuantizationAnnotation annotation(WireReader in) throws Problem {
        String tensor = "";
        List<Metadata.Entry> parameters = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> tensor = in.string();
                case 2 -> parameters.add(entry(in.message()));
                default -> in.keep();
            }
        }
        return new QuantizationAnnotation(tensor, new Metadata(parameters), in.kept());
    }

    /// A key and its value, both for people: what is not UTF-8 in them shows as `�`.
    static Metadata.Entry entry(WireReader in) throws Problem {
        String key = "";
        String value = "";
        while (in.next()) {
            switch (in.field()) {
                case 1 -> key = in.text();
                case 2 -> value = in.text();
                default -> in.keep();
            }
        }
        return new Metadata.Entry(key, value, in.kept());
    }

    /// A message that may stand only once. Protobuf would merge two into one; no writer does that,
    /// and readers that disagree about it would run another model than the one shown.
    static <T> Optional<T> once(WireReader in, Optional<T> before, T now) throws Problem {
        if (before.isPresent()) {
            throw in.problem("onnx.twice", Integer.toString(in.field()));
        }
        return Optional.of(now);
    }
}
