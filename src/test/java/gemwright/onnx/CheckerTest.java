package gemwright.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Problem;
import gemwright.format.protobuf.Kept;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

/// Each rule, broken once.
class CheckerTest {
    private static final ValueInfo X =
            new ValueInfo("x", ValueType.tensor(ElementType.FLOAT, Dimension.of(2)));
    private static final ValueInfo Y =
            new ValueInfo("y", ValueType.tensor(ElementType.FLOAT, Dimension.of(2)));

    private static Node node(String operator, List<String> in, List<String> out, Attribute... a) {
        return new Node("n", operator, "", in, out, List.of(a));
    }

    private static Graph graph(Node... nodes) {
        return new Graph("g", List.of(nodes), List.of(), List.of(X), List.of(Y));
    }

    private static Model model(Graph graph, OperatorSet... sets) {
        List<OperatorSet> imports =
                sets.length == 0 ? List.of(new OperatorSet("", 18)) : List.of(sets);
        return new Model(
                8, imports, "", "", "", 0, graph, List.of(), "", Metadata.NONE, Kept.NOTHING);
    }

    private static List<String> findings(Model model) {
        return Checker.check(model).stream()
                .map(
                        p ->
                                p.key().replace("onnx.check.", "")
                                        + " "
                                        + p.arguments()
                                        + " "
                                        + p.where())
                .toList();
    }

    private static List<String> findings(Node... nodes) {
        return findings(model(graph(nodes)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "tiny.onnx",
                "subgraphs.onnx",
                "functions.onnx",
                "types.onnx",
                "tensors.onnx",
                "costs.onnx",
                "converted/clf.onnx"
            })
    void soundModelsHaveNoFindings(String name) throws Problem {
        try (OnnxFile file = OnnxFile.open(Fixtures.model(name))) {
            assertEquals(List.of(), Checker.check(file.model()));
        }
    }

    @Test
    void aValueIsMadeBeforeItIsUsed() {
        assertEquals(
                List.of("unknownValue [a] node 0 (Neg, \"n\")"),
                findings(
                        node("Neg", List.of("a"), List.of("y")),
                        node("Abs", List.of("x"), List.of("a"))));
    }

    @Test
    void aValueIsMadeOnce() {
        assertEquals(
                List.of("twice [y] node 1 (Abs, \"n\")"),
                findings(
                        node("Neg", List.of("x"), List.of("y")),
                        node("Abs", List.of("x"), List.of("y"))));
    }

    @Test
    void anOutputIsMade() {
        assertEquals(List.of("unknownValue [y] output \"y\""), findings());
    }

    @Test
    void anOutputStandsOnce() {
        Graph graph = graph(node("Neg", List.of("x"), List.of("y")));

        assertEquals(
                List.of("outputTwice [] output \"y\""),
                findings(model(graph.withOutputs(List.of(Y, Y)))));
    }

    @Test
    void anInputHasAType() {
        Graph graph = graph(node("Neg", List.of("x"), List.of("y")));

        assertEquals(
                List.of("untyped [] input \"x\""),
                findings(model(graph.withInputs(List.of(new ValueInfo("x"))))));
    }

    @Test
    void aConstantMayBeTheDefaultOfAnInputButNotOfAnother() {
        Tensor x = Tensor.of("x", new float[] {1, 2}, 2);
        Graph graph = graph(node("Neg", List.of("x"), List.of("y")));

        assertEquals(List.of(), findings(model(graph.withInitializers(List.of(x)))));
        assertEquals(
                List.of("twice [x] initializer \"x\""),
                findings(model(graph.withInitializers(List.of(x, x)))));
    }

    @Test
    void aConstantIsAsLargeAsItsShape() {
        Tensor c = new Tensor("c", ElementType.FLOAT, Longs.of(3), TensorData.of(1f, 2f));
        Tensor s = new Tensor("s", ElementType.STRING, Longs.of(2), TensorData.of(List.of("a")));
        Graph graph = graph(node("Neg", List.of("x"), List.of("y")));

        assertEquals(
                List.of(
                        "size [float[3], 12, 8] initializer \"c\"",
                        "strings [string[2], 2, 1] initializer \"s\""),
                findings(model(graph.withInitializers(List.of(c, s)))));
    }

    @Test
    void aConstantInANodeIsAsLargeAsItsShape() {
        Tensor value = new Tensor("", ElementType.FLOAT, Longs.of(3), TensorData.of(1f, 2f));

        assertEquals(
                List.of("size [float[3], 12, 8] node 0 (Constant, \"n\"), attribute \"value\""),
                findings(
                        node(
                                "Constant",
                                List.of(),
                                List.of("y"),
                                new Attribute.OfTensor("value", value))));
    }

    @Test
    void operatorsStandInTheirSet() {
        Graph graph = graph(node("Gelu", List.of("x"), List.of("y")));

        assertEquals(
                List.of("unknownOperator [Gelu, ai.onnx 18] node 0 (Gelu, \"n\")"),
                findings(model(graph)));
        assertEquals(List.of(), findings(model(graph, new OperatorSet("ai.onnx", 20))));
        assertEquals(
                List.of("noImport [ai.onnx] node 0 (Gelu, \"n\")"),
                findings(model(graph, new OperatorSet("ai.onnx.ml", 3))));
    }

    @Test
    void operatorsThatWereTakenOutAreNamed() {
        assertEquals(
                List.of("deprecated [Upsample, 10] node 0 (Upsample, \"n\")"),
                findings(node("Upsample", List.of("x", "x"), List.of("y"))));
    }

    @Test
    void ofRuntimeOperatorsOnlyTheNamesAreChecked() {
        Node known = new Node("n", "Gelu", "com.microsoft", List.of("x"), List.of("a"), List.of());
        Node unknown =
                new Node("n", "Gelo", "com.microsoft", List.of("x"), List.of("b"), List.of());
        Node foreign = new Node("n", "Any", "my.own", List.of("x"), List.of("y"), List.of());

        assertEquals(
                List.of("unknownOperator [Gelo, com.microsoft 1] node 1 (Gelo, \"n\")"),
                findings(
                        model(
                                graph(known, unknown, foreign),
                                new OperatorSet("com.microsoft", 1),
                                new OperatorSet("my.own", 1))));
    }

    @Test
    void inputsAndOutputsAreCounted() {
        assertEquals(
                List.of(
                        "inputs [1, 2] node 0 (Add, \"n\")",
                        "outputs [2, 1] node 1 (Neg, \"n\")",
                        "emptyInput [0] node 2 (Clip, \"n\")"),
                findings(
                        node("Add", List.of("x"), List.of("a")),
                        node("Neg", List.of("x"), List.of("b", "c")),
                        node("Clip", List.of("", "x"), List.of("y"))));
    }

    @Test
    void attributesAreKnownAndOfTheirKind() {
        assertEquals(
                List.of(
                        "attributeKind [to, float, int] node 0 (Cast, \"n\")",
                        "attributeUnknown [from] node 0 (Cast, \"n\")",
                        "attributeMissing [to] node 1 (Cast, \"n\")",
                        "attributeTwice [alpha] node 2 (Elu, \"n\")"),
                findings(
                        node(
                                "Cast",
                                List.of("x"),
                                List.of("a"),
                                new Attribute.OfFloat("to", 1),
                                new Attribute.OfInt("from", 1)),
                        node("Cast", List.of("x"), List.of("b")),
                        node(
                                "Elu",
                                List.of("x"),
                                List.of("y"),
                                new Attribute.OfFloat("alpha", 1),
                                new Attribute.OfFloat("alpha", 2))));
    }

    @Test
    void subGraphsSeeWhatIsMadeBeforeTheirNode() {
        Graph then =
                new Graph(
                        "then",
                        List.of(node("Neg", List.of("late"), List.of("t"))),
                        List.of(),
                        List.of(),
                        List.of(new ValueInfo("t")));
        Graph otherwise =
                new Graph(
                        "else",
                        List.of(node("Neg", List.of("x"), List.of("t"))),
                        List.of(),
                        List.of(),
                        List.of(new ValueInfo("t")));
        Node choice =
                node(
                        "If",
                        List.of("x"),
                        List.of("y"),
                        new Attribute.OfGraph("then_branch", then),
                        new Attribute.OfGraph("else_branch", otherwise));

        assertEquals(
                List.of("unknownValue [late] node 0 (If, \"n\"), node 0 (Neg, \"n\")"),
                findings(choice, node("Abs", List.of("x"), List.of("late"))));
    }

    @Test
    void callsFitTheFunction() {
        Function function =
                new Function(
                        "my.own",
                        "Twice",
                        "",
                        List.of("a"),
                        List.of("b"),
                        List.of("factor"),
                        List.of(),
                        List.of(node("Neg", List.of("missing"), List.of("b"))),
                        List.of(new OperatorSet("", 18)),
                        List.of(),
                        "",
                        Metadata.NONE,
                        Kept.NOTHING);
        Node call = new Node("n", "Twice", "my.own", List.of("x", "x"), List.of("y"), List.of());
        Model model =
                model(graph(call), new OperatorSet("", 18), new OperatorSet("my.own", 1))
                        .withFunctions(List.of(function));

        assertEquals(
                List.of(
                        "inputs [2, 0 to 1] node 0 (Twice, \"n\")",
                        "attributeMissing [factor] node 0 (Twice, \"n\")",
                        "unknownValue [missing] function \"Twice\", node 0 (Neg, \"n\")"),
                findings(model));
    }

    @Test
    void aReferenceToAnAttributeOfTheCallerHasTheKindItStandsFor() throws Problem {
        Model model = OnnxFile.read(Fixtures.bytes("functions.onnx"), "functions");
        Node leaky = model.functions().getFirst().nodes().getLast();

        assertEquals(
                Optional.of(Attribute.Kind.FLOAT), leaky.attribute("alpha").map(Attribute::kind));
    }
}
