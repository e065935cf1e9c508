package gemwright.onnx;

import gemwright.format.protobuf.Kept;

import java.util.List;
import java.util.Optional;

/// A whole model: `ModelProto`. Training information and device configurations stay in [Kept].
///
/// @param irVersion edition of the file format
/// @param operatorSets what the graph relies on
/// @param functions operators that the model defines itself
public record Model(
        long irVersion,
        List<OperatorSet> operatorSets,
        String producerName,
        String producerVersion,
        String domain,
        long modelVersion,
        Graph graph,
        List<Function> functions,
        String documentation,
        Metadata metadata,
        Kept kept) {
    public Model {
        operatorSets = List.copyOf(operatorSets);
        functions = List.copyOf(functions);
    }

    /// The version of that operator set; empty where the model does not import it.
    ///
    /// @param setDomain in either spelling, see [Domain]
    public Optional<Long> opset(String setDomain) {
        String normal = Domain.normal(setDomain);
        return operatorSets.stream()
                .filter(s -> Domain.normal(s.domain()).equals(normal))
                .map(OperatorSet::version)
                .findFirst();
    }

    /// This model with another graph.
    public Model withGraph(Graph other) {
        return changed(operatorSets, other, functions, metadata);
    }

    /// This model with other metadata.
    public Model withMetadata(Metadata other) {
        return changed(operatorSets, graph, functions, other);
    }

    /// This model with other operator sets.
    public Model withOperatorSets(List<OperatorSet> others) {
        return changed(others, graph, functions, metadata);
    }

    /// This model with other functions.
    public Model withFunctions(List<Function> others) {
        return changed(operatorSets, graph, others, metadata);
    }

    /// This model in another edition of the file format.
    public Model withIrVersion(long other) {
        return new Model(
                other,
                operatorSets,
                producerName,
                producerVersion,
                domain,
                modelVersion,
                graph,
                functions,
                documentation,
                metadata,
                kept());
    }

    private Model changed(List<OperatorSet> sets, Graph g, List<Function> f, Metadata pairs) {
        return new Model(
                irVersion,
                sets,
                producerName,
                producerVersion,
                domain,
                modelVersion,
                g,
                f,
                documentation,
                pairs,
                kept());
    }

    /// What else the message held; see [Kept].
    @Override
    public Kept kept() {
        return kept.fieldsOnly();
    }

    Kept found() {
        return kept;
    }
}
