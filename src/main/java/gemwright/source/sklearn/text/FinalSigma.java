package gemwright.source.sklearn.text;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;

/// Where Σ stands at the end of a word: the condition `Final_Sigma` of Unicode's SpecialCasing.
///
/// That is: a cased letter before it and none behind it, those that do not count for case
/// (apostrophes, marks) skipped.
final class FinalSigma {
    private FinalSigma() {}

    /// Truth values `[N, C]` for characters `[N, C]`.
    static Value of(Value characters, EstimatorGraph g) {
        List<String> cased = new ArrayList<>();
        List<String> ignorable = new ArrayList<>(List.of("")); // padding
        Unicode.forEach(
                c -> {
                    if (Unicode.isCaseIgnorable(c)) {
                        ignorable.add(Character.toString(c));
                    } else if (Unicode.isCased(c)) {
                        cased.add(Character.toString(c));
                    }
                });
        Value counts = g.op("Not", Characters.among(characters, ignorable, g));
        // the cased ones among those that count, one beside the other, with a column to both sides
        Value isCased = g.cast(Characters.among(characters, cased, g), ElementType.INT64);
        Value rank = Rows.sums(g.cast(counts, ElementType.INT64), g); // 1, 2, ...
        Value inRow = Rows.compacted(isCased, counts, 0, g); // [N, C]
        Value none = Rows.column(characters, 0, g);
        Value padded = g.sideBySide(List.of(none, inRow, none)); // place r holds rank r
        Value before = neighbour(padded, rank, -1, g);
        Value after = neighbour(padded, rank, 1, g);
        Value isSigma = Characters.among(characters, List.of("Σ"), g);
        return g.op("And", isSigma, g.op("And", before, g.op("Not", after)));
    }

    /// Whether the one before or behind is cased; 0 is looked up where there is none. Of ignorable
    /// characters, whose rank is that of another one, nobody asks.
    private static Value neighbour(Value padded, Value rank, int step, EstimatorGraph g) {
        Value place = g.op("Add", rank, g.integer("step", step));
        Value within = g.op("Max", place, g.integer("first", 0));
        Value found =
                g.node("GatherElements")
                        .inputs(padded, within)
                        .attribute("axis", 1)
                        .output(ElementType.INT64);
        return g.cast(found, ElementType.BOOL);
    }
}
