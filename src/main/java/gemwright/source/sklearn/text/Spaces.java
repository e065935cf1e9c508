package gemwright.source.sklearn.text;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;

/// White space between characters `[N, C]`.
final class Spaces {
    /// `str.isspace` of Python.
    private static final int[][] RANGES = {
        {0x9, 0xD},
        {0x1C, 0x20},
        {0x85, 0x85},
        {0xA0, 0xA0},
        {0x1680, 0x1680},
        {0x2000, 0x200A},
        {0x2028, 0x2029},
        {0x202F, 0x202F},
        {0x205F, 0x205F},
        {0x3000, 0x3000}
    };

    private Spaces() {}

    private static List<String> all() {
        List<String> spaces = new ArrayList<>();
        for (int[] range : RANGES) {
            for (int c = range[0]; c <= range[1]; c++) {
                spaces.add(Character.toString(c));
            }
        }
        return spaces;
    }

    /// Several in a row as one space; a single one as it is (`re.sub(r"\s\s+", " ")`).
    static Value collapsed(Value characters, EstimatorGraph g) {
        Value isSpace = Characters.among(characters, all(), g);
        Value afterSpace = neighbour(isSpace, true, false, g);
        Value beforeSpace = neighbour(isSpace, false, false, g);
        Value follows = g.op("And", isSpace, afterSpace);
        Value leads = g.op("And", isSpace, g.op("And", beforeSpace, g.op("Not", afterSpace)));
        Value one = space(g);
        Value written = g.op("Where", leads, one, characters).as(ElementType.STRING);
        Value dropped = g.op("Or", follows, isPadding(characters, g));
        return Rows.compacted(written, g.op("Not", dropped), g);
    }

    /// A space before and behind each word, and nothing between them: `" a b "`.
    static Value aroundWords(Value characters, EstimatorGraph g) {
        Value isBlank =
                g.op("Or", Characters.among(characters, all(), g), isPadding(characters, g));
        Value isWord = g.op("Not", isBlank);
        Value starts = g.op("And", isWord, neighbour(isBlank, true, true, g));
        Value ends = g.op("And", isWord, neighbour(isBlank, false, true, g));
        Value blank = g.texts("none", List.of(""));
        Value before = g.op("Where", starts, space(g), blank).as(ElementType.STRING);
        Value self = g.op("Where", isWord, characters, blank).as(ElementType.STRING);
        Value behind = g.op("Where", ends, space(g), blank).as(ElementType.STRING);
        Value threes =
                g.node("Concat")
                        .inputs(deep(before, g), deep(self, g), deep(behind, g))
                        .attribute("axis", 2)
                        .output(ElementType.STRING); // [N, C, 3]
        Value inRow = g.op("Reshape", threes, inRowShape(characters, g)).as(ElementType.STRING);
        return Rows.compacted(inRow, g.op("Not", isPadding(inRow, g)), g);
    }

    /// `[N, 3·C]`, spelled out: 0 and -1 could not be told apart where there is no character.
    private static Value inRowShape(Value characters, EstimatorGraph g) {
        Value shape = g.node("Shape").inputs(characters).output(ElementType.INT64);
        return g.op("Mul", shape, g.integers("one_three", 1, 3));
    }

    private static Value deep(Value characters, EstimatorGraph g) {
        return g.op("Unsqueeze", characters, g.integer("deep", 2)).as(ElementType.STRING);
    }

    /// What holds of the character before, or behind.
    ///
    /// @param beyond what holds beyond the ends of a row
    private static Value neighbour(Value holds, boolean before, boolean beyond, EstimatorGraph g) {
        Value bits = g.cast(holds, ElementType.INT64);
        Value end = Rows.column(bits, beyond ? 1 : 0, g);
        Value moved =
                before
                        ? Rows.withoutLast(g.sideBySide(List.of(end, bits)), g)
                        : Rows.withoutFirst(g.sideBySide(List.of(bits, end)), g);
        return g.cast(moved, ElementType.BOOL);
    }

    static Value isPadding(Value texts, EstimatorGraph g) {
        return Characters.among(texts, List.of(""), g);
    }

    private static Value space(EstimatorGraph g) {
        return g.texts("space", List.of(" "));
    }
}
