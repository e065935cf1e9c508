package gemwright.source.sklearn.text;

import gemwright.onnx.Dimension;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Graph;
import gemwright.onnx.GraphBuilder;
import gemwright.onnx.Value;
import gemwright.onnx.ValueInfo;
import gemwright.onnx.ValueType;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.Arrays;
import java.util.List;

/// Texts as characters (code points), and back.
final class Characters {
    private Characters() {}

    /// The characters of texts `[N]`, `[N, C]`; the empty text behind the last one of a row.
    static Value of(Value texts, EstimatorGraph g) {
        return g.node("Tokenizer")
                .domain(Domain.MICROSOFT)
                .inputs(texts)
                .attribute("mark", 0)
                .attribute("mincharnum", 1)
                .attribute("pad_value", "")
                .attribute("separators", List.of(""))
                .output(ElementType.STRING);
    }

    /// Whether each text is one of these.
    static Value among(Value texts, List<String> some, EstimatorGraph g) {
        long[] ones = new long[some.size()];
        Arrays.fill(ones, 1);
        Value found =
                g.node("LabelEncoder")
                        .domain(Domain.ML)
                        .inputs(texts)
                        .attribute("keys_strings", some)
                        .attribute("values_int64s", ones)
                        .attribute("default_int64", 0)
                        .output(ElementType.INT64);
        return g.cast(found, ElementType.BOOL);
    }

    /// The texts of each row `[N, C]` written one behind the other, `[N]`.
    ///
    /// Neighbours are joined until one column is left, which takes log₂ C rounds: one by one, the
    /// start of a text would be copied for each of its characters.
    static Value joined(Value texts, EstimatorGraph g) {
        Value blank = Rows.blank(texts, g);
        Value several = g.op("Greater", Rows.width(texts, g), g.integer("one", 1));
        Value joined =
                g.node("Loop")
                        .inputs(g.reshape(g.integer("most", 64)), g.reshape(several), texts, blank)
                        .attribute("body", body(texts.name() + "_", g))
                        .outputs(2)
                        .getFirst()
                        .as(ElementType.STRING);
        // of an empty one, only the blank is left
        Value first = g.sideBySide(List.of(joined, Rows.blank(texts, g)));
        return g.node("Gather")
                .inputs(first, g.reshape(g.integer("first", 0)))
                .attribute("axis", 1)
                .output(ElementType.STRING);
    }

    /// One round: columns 0 and 1, 2 and 3 ... joined; a last one without a neighbour with a blank.
    ///
    /// @param prefix makes the names of the round's inputs unique
    private static Graph body(String prefix, EstimatorGraph g) {
        GraphBuilder body = g.subGraph("join");
        body.input(scalar(prefix + "round", ElementType.INT64));
        body.input(scalar(prefix + "more", ElementType.BOOL));
        Value texts = body.input(rows(prefix + "texts", "width"));
        Value blank = body.input(rows(prefix + "blank", "one"));
        Value one = body.constant("one", new long[] {1});
        Value two = body.constant("two", new long[] {2});
        Value width = body.node("Shape").inputs(texts).attribute("start", 1).output();
        Value half = body.op("Div", body.op("Add", width, one), two);
        Value even = body.op("Mul", half, two);
        Value padded = body.node("Concat").inputs(texts, blank).attribute("axis", 1).output();
        Value zero = body.constant("zero", new long[] {0});
        Value left = body.op("Slice", padded, zero, even, one, two);
        Value right = body.op("Slice", padded, one, even, one, two);
        Value joined = body.op("StringConcat", left, right);
        Value more = body.op("Greater", half, one);
        Value go = body.op("Reshape", more, body.constant("scalar", new long[0], 0));
        body.output(scalar(go.name(), ElementType.BOOL), go);
        body.output(rows(joined.name(), "joined"), joined);
        Value kept = body.op("Identity", blank);
        body.output(rows(kept.name(), "one"), kept);
        return body.graph();
    }

    private static ValueInfo scalar(String name, ElementType type) {
        return new ValueInfo(name, ValueType.tensor(type));
    }

    private static ValueInfo rows(String name, String width) {
        return new ValueInfo(
                name,
                ValueType.tensor(ElementType.STRING, Dimension.of("rows"), Dimension.of(width)));
    }
}
