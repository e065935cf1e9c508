package gemwright.quantize;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Domain;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.GraphTransform;
import gemwright.onnx.Model;
import gemwright.onnx.Node;
import gemwright.onnx.Tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Carries out one method on one model: plans first, then rewrites.
///
/// The rewritten model still reads its weights from the file that the original came from, when it
/// is written; nothing is held.
public final class Quantizer {
    /// Metadata of a quantized model: how it was made.
    public static final String METADATA = "gemwright.quantized";

    private static final long DEFAULTS_ARE_CONSTANTS_BELOW = 4;

    private final Method method;
    private final QuantizationOptions options;
    private final Model model;
    private final QuantizationPlan plan;

    private Quantizer(Method method, QuantizationOptions options, Model model, Progress progress)
            throws Problem {
        this.method = method;
        this.options = options;
        this.model = folded(withoutDefaults(model), progress);
        this.plan = plan(progress);
    }

    /// Plans what the method does to the model.
    public static Quantizer of(
            Method method, QuantizationOptions options, Model model, Progress progress)
            throws Problem {
        return new Quantizer(method, options, model, progress);
    }

    /// What happens to each node.
    public QuantizationPlan plan() {
        return plan;
    }

    /// The model with the plan carried out.
    public Model quantized(Progress progress) throws Problem {
        Recipe recipe = recipe();
        int[] visited = {0};
        GraphTransform rewriting =
                (node, g) -> {
                    Decision decision = plan.decisions().get(visited[0]++);
                    if (!(decision instanceof Decision.Quantized)) {
                        return false;
                    }
                    recipe.replace(node, g);
                    return true;
                };
        Model rewritten = rewriting.apply(model, progress);
        return rewritten.withMetadata(rewritten.metadata().with(METADATA, method.word()));
    }

    private QuantizationPlan plan(Progress progress) throws Problem {
        Recipe recipe = recipe();
        List<Decision> decisions = new ArrayList<>();
        GraphTransform looking =
                (node, g) -> {
                    decisions.add(decision(recipe, node, g));
                    return false;
                };
        looking.apply(model, progress);
        return new QuantizationPlan(decisions);
    }

    private Decision decision(Recipe recipe, Node node, GraphBuilder g) {
        Decision decision = recipe.decide(node, g);
        boolean excluded =
                options.exclude().contains(node.name())
                        || node.outputs().stream().anyMatch(options.exclude()::contains);
        return excluded && decision instanceof Decision.Quantized quantized
                ? new Decision.Kept(quantized.node(), quantized.operator(), Reason.EXCLUDED)
                : decision;
    }

    private Recipe recipe() {
        return method.recipe(options, model.opset(Domain.ONNX).orElse(1L));
    }

    /// Each pass folds what stands directly on constants; chains are a few nodes long.
    @SuppressWarnings("ReferenceEquality") // a transform gives back the model that it left alone
    private static Model folded(Model model, Progress progress) throws Problem {
        Model before = model;
        Model after = new Folding(model).apply(model, progress);
        while (after != before) {
            before = after;
            after = new Folding(before).apply(before, progress);
        }
        return after;
    }

    /// Before IR version 4 every constant had to be listed as an input too, which says nothing.
    private static Model withoutDefaults(Model model) {
        if (model.irVersion() >= DEFAULTS_ARE_CONSTANTS_BELOW) {
            return model;
        }
        Graph graph = model.graph();
        Set<String> constants =
                graph.initializers().stream().map(Tensor::name).collect(Collectors.toSet());
        return model.withGraph(
                graph.withInputs(
                        graph.inputs().stream()
                                .filter(input -> !constants.contains(input.name()))
                                .toList()));
    }
}
