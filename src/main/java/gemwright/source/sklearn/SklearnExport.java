package gemwright.source.sklearn;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleObject;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Model;
import gemwright.onnx.OperatorSet;
import gemwright.onnx.ValueInfo;
import gemwright.source.ConvertOptions;
import gemwright.source.ConvertOptions.Precision;
import gemwright.source.Converted;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Writes a fitted estimator, or a model that stands alone, as an ONNX model: inputs as it was
/// fitted, outputs as its kind has them.
final class SklearnExport {
    /// Widely supported, and enough for models that compute in float.
    private static final int USUAL = 18;

    /// Looking up doubles (`LabelEncoder` of ai.onnx.ml 4) came with it.
    private static final int DOUBLE = 19;

    private final Origin root;
    private final Estimators estimators;
    private final ConvertOptions options;

    /// What a model is made of.
    private interface Origin {
        String name();

        /// Where it stands in its file.
        String path();

        /// The columns that it was fitted on.
        Columns columns() throws Problem;

        /// The oldest version of ONNX's own operator set that has all it needs.
        int oldestOpset();

        /// Writes its answers.
        void write(ModelOutputs outputs, Features x) throws Problem;
    }

    private SklearnExport(Origin root, Estimators estimators, ConvertOptions options) {
        this.root = root;
        this.estimators = estimators;
        this.options = options;
    }

    /// Writes an estimator.
    static SklearnExport of(PickleObject root, Estimators estimators, ConvertOptions options) {
        int oldest = estimators.oldestOpset(new Outline(root).types());
        Fitted fitted = new Fitted(Estimator.root(root), estimators, oldest);
        return new SklearnExport(fitted, estimators, options);
    }

    /// Writes a model that stands alone.
    static SklearnExport of(StandaloneModel model, ConvertOptions options) {
        return new SklearnExport(new Alone(model), new Estimators(List.of()), options);
    }

    private record Fitted(Estimator estimator, Estimators known, int oldestOpset)
            implements Origin {
        @Override
        public String name() {
            return estimator.name();
        }

        @Override
        public String path() {
            return estimator.path();
        }

        @Override
        public Columns columns() throws Problem {
            return known.columns(estimator);
        }

        @Override
        public void write(ModelOutputs outputs, Features x) throws Problem {
            outputs.write(estimator, x);
        }
    }

    private record Alone(StandaloneModel model) implements Origin {
        @Override
        public String name() {
            return model.name();
        }

        @Override
        public String path() {
            return model.name();
        }

        @Override
        public Columns columns() throws Problem {
            return model.columns();
        }

        @Override
        public int oldestOpset() {
            return EstimatorConverter.OLDEST_OPSET;
        }

        @Override
        public void write(ModelOutputs outputs, Features x) throws Problem {
            outputs.write(model, x);
        }
    }

    /// The model.
    ///
    /// @param source what stands under `gemwright.source` in its metadata
    Converted write(String source) throws Problem {
        boolean isDouble = options.precision() == Precision.DOUBLE;
        GraphBuilder builder = new GraphBuilder(root.name(), operatorSets(isDouble));
        EstimatorGraph g =
                new EstimatorGraph(
                        builder, isDouble ? ElementType.DOUBLE : ElementType.FLOAT, estimators);
        Columns columns = columns(g, builder);
        List<ModelInput> inputs = inputs(columns);
        root.write(new ModelOutputs(g, builder), join(inputs));
        g.answers().finish();
        builder.provenance(source, features(columns));
        Model model = builder.build();
        Graph graph = Pruned.of(model.graph());
        List<String> unread = unread(inputs, graph);
        if (!unread.isEmpty()) {
            g.note("sklearn.note.unread", String.join(", ", unread));
        }
        return new Converted(model.withGraph(ordered(graph, inputs)), g.notes());
    }

    /// The columns of the root. Where they cannot be told, that is mostly because an estimator is
    /// not known: then everything else is looked at all the same, and all of it is told.
    private Columns columns(EstimatorGraph g, GraphBuilder builder) throws Problem {
        try {
            return root.columns();
        } catch (Problem untold) {
            root.write(new ModelOutputs(g, builder), Features.unknown(g.answers().placeholder()));
            g.answers().finish();
            throw untold;
        }
    }

    private List<OperatorSet> operatorSets(boolean isDouble) throws Problem {
        int oldest = root.oldestOpset();
        int needed = isDouble ? Math.max(DOUBLE, oldest) : oldest;
        int opset = options.opset().orElse(Math.max(USUAL, needed));
        if (opset < needed) {
            throw Problem.of(
                    "sklearn.opset",
                    root.path(),
                    Integer.toString(opset),
                    Integer.toString(needed),
                    isDouble ? "double" : "float");
        }
        // the tree operators that we write left the set of version 5
        return List.of(
                new OperatorSet(Domain.ONNX, opset),
                new OperatorSet(Domain.ML, isDouble ? 4 : 3),
                new OperatorSet(Domain.MICROSOFT, 1));
    }

    private static List<ModelInput> inputs(Columns columns) {
        if (columns.names().isEmpty()) {
            return List.of(new ModelInput("X", columns.width()));
        }
        return columns.names().stream().map(name -> new ModelInput(name, 1)).toList();
    }

    private static Features join(List<ModelInput> inputs) {
        return Features.join(inputs.stream().map(Features::of).toList());
    }

    private static List<String> features(Columns columns) {
        List<String> names = new ArrayList<>(columns.names());
        for (int i = names.size(); i < columns.width(); i++) {
            names.add("x" + i);
        }
        return names;
    }

    private static List<String> unread(List<ModelInput> inputs, Graph graph) {
        List<String> read = graph.inputs().stream().map(ValueInfo::name).toList();
        return inputs.stream().map(ModelInput::name).filter(name -> !read.contains(name)).toList();
    }

    /// Inputs in the order of the columns, not in that of their first use.
    private static Graph ordered(Graph graph, List<ModelInput> inputs) {
        List<String> order = inputs.stream().map(ModelInput::name).toList();
        List<ValueInfo> sorted = new ArrayList<>(graph.inputs());
        sorted.sort(Comparator.comparingInt(input -> order.indexOf(input.name())));
        return graph.withInputs(sorted);
    }
}
