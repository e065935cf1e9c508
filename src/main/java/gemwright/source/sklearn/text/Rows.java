package gemwright.source.sklearn.text;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.List;

/// Works on rows of different lengths that stand in one tensor `[N, W]`; W may be 0.
final class Rows {
    private Rows() {}

    /// One column `[N, 1]` of the same whole number.
    ///
    /// @param like tensor with N rows
    static Value column(Value like, long value, EstimatorGraph g) {
        return g.op("Expand", g.integer("column", value), oneWide(like, g)).as(ElementType.INT64);
    }

    /// One column `[N, 1]` of empty texts.
    static Value blank(Value like, EstimatorGraph g) {
        return g.op("Expand", g.texts("blank", List.of("")), oneWide(like, g))
                .as(ElementType.STRING);
    }

    /// The number of columns, `[1]`.
    static Value width(Value rows, EstimatorGraph g) {
        return g.node("Shape")
                .inputs(rows)
                .attribute("start", 1)
                .attribute("end", 2)
                .output(ElementType.INT64);
    }

    /// Without the last column.
    static Value withoutLast(Value rows, EstimatorGraph g) {
        return slice(rows, 0, -1, g);
    }

    /// Without the first column.
    static Value withoutFirst(Value rows, EstimatorGraph g) {
        return slice(rows, 1, Long.MAX_VALUE, g);
    }

    /// Running sums along the rows.
    static Value sums(Value rows, EstimatorGraph g) {
        return g.op("CumSum", rows, g.integer("axis", 1)).as(ElementType.INT64);
    }

    /// The kept ones of each row moved to its start, padding behind them.
    ///
    /// @param values whole numbers `[N, W]`
    /// @param kept truth values `[N, W]`
    static Value compacted(Value values, Value kept, long padding, EstimatorGraph g) {
        return scattered(column(values, padding, g), values, kept, g);
    }

    /// The kept ones of each row moved to its start, empty texts behind them.
    static Value compacted(Value texts, Value kept, EstimatorGraph g) {
        return scattered(blank(texts, g), texts, kept, g);
    }

    /// What is not kept goes to a column behind the last, which is cut off.
    private static Value scattered(Value padding, Value values, Value kept, EstimatorGraph g) {
        Value count = sums(g.cast(kept, ElementType.INT64), g);
        Value place = g.op("Sub", count, g.integer("one", 1));
        Value width = width(values, g);
        Value target = g.op("Where", kept, place, width);
        Value rows =
                g.node("Shape")
                        .inputs(values)
                        .attribute("start", 0)
                        .attribute("end", 1)
                        .output(ElementType.INT64);
        Value wider = g.op("Add", width, g.integer("one", 1));
        Value shape = g.node("Concat").inputs(rows, wider).attribute("axis", 0).output();
        Value empty = g.op("Expand", padding, shape).as(values.type());
        Value filled =
                g.node("ScatterElements")
                        .inputs(empty, target, values)
                        .attribute("axis", 1)
                        .output(values.type());
        return withoutLast(filled, g);
    }

    private static Value oneWide(Value like, EstimatorGraph g) {
        Value rows =
                g.node("Shape")
                        .inputs(like)
                        .attribute("start", 0)
                        .attribute("end", 1)
                        .output(ElementType.INT64);
        return g.node("Concat")
                .inputs(rows, g.integer("one", 1))
                .attribute("axis", 0)
                .output(ElementType.INT64);
    }

    private static Value slice(Value rows, long start, long end, EstimatorGraph g) {
        return g.op(
                        "Slice",
                        rows,
                        g.integer("start", start),
                        g.integer("end", end),
                        g.integer("axis", 1))
                .as(rows.type());
    }
}
