package gemwright.source.sklearn.text;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

import java.util.ArrayList;
import java.util.List;

/// The terms of texts written out, as a hash needs them.
final class HashedTerms {
    private final Analyzer analyzer;
    private final Value units;
    private final EstimatorGraph g;

    private HashedTerms(Analyzer analyzer, Value units, EstimatorGraph g) {
        this.analyzer = analyzer;
        this.units = units;
        this.g = g;
    }

    /// The terms of folded texts `[N]`: `[N, T]`, empty texts between them.
    static Value of(Analyzer analyzer, Value texts, EstimatorGraph g) {
        Value units = analyzer.units(texts, g);
        return switch (analyzer) {
            case Analyzer.OfWords(var range, _, var stopWords)
                    when range.longest() == 1 && !stopWords.isEmpty() ->
                    blankIf(Characters.among(units, stopWords, g), units, g);
            case Analyzer.OfWords(var range, _, _) ->
                    new HashedTerms(analyzer, units, g).upTo(range);
            case Analyzer.OfCharacters(var range) ->
                    new HashedTerms(analyzer, units, g).upTo(range);
            case Analyzer.WithinWords(var range) -> new HashedTerms(analyzer, units, g).upTo(range);
        };
    }

    /// The n-grams of all lengths. A row's units stand at its start, so that an n-gram is one where
    /// its last unit is.
    private Value upTo(Analyzer.Range range) {
        List<Value> terms = new ArrayList<>();
        Value grams = units;
        for (int length = 1; length <= range.longest(); length++) {
            Value last = from(units, length - 1);
            if (length > 1) {
                Value start = Rows.withoutLast(grams, g);
                if (analyzer instanceof Analyzer.OfWords) {
                    start = concat(start, g.texts("space", List.of(" ")));
                } else if (analyzer instanceof Analyzer.WithinWords && length > 2) {
                    start = blankIf(isSpace(from(units, length - 2), -1), start, g);
                }
                Value broken = Spaces.isPadding(start, g);
                grams =
                        blankIf(
                                g.op("Or", broken, Spaces.isPadding(last, g)),
                                concat(start, last),
                                g);
            }
            if (range.holds(length)) {
                terms.add(complete(grams, length));
            } else if (analyzer instanceof Analyzer.WithinWords && length > 2) {
                terms.add(wholeWords(grams, last, length));
            }
        }
        return g.sideBySide(terms);
    }

    /// Without the two spaces between words.
    private Value complete(Value grams, int length) {
        boolean between = analyzer instanceof Analyzer.WithinWords && length == 2;
        return between ? blankIf(Characters.among(grams, List.of("  "), g), grams, g) : grams;
    }

    /// Words that are shorter than the shortest n-gram.
    private Value wholeWords(Value grams, Value last, int length) {
        Value first = isSpace(units, -(length - 1));
        Value whole = g.op("And", first, isSpace(last, 0));
        return blankIf(g.op("Not", whole), grams, g);
    }

    /// Whether a unit is a space; of all units but as many of the last ones.
    private Value isSpace(Value some, int without) {
        Value left = some;
        for (int i = without; i < 0; i++) {
            left = Rows.withoutLast(left, g);
        }
        return Characters.among(left, List.of(" "), g);
    }

    private Value from(Value rows, int start) {
        Value left = rows;
        for (int i = 0; i < start; i++) {
            left = Rows.withoutFirst(left, g);
        }
        return left;
    }

    private Value concat(Value a, Value b) {
        return g.op("StringConcat", a, b).as(ElementType.STRING);
    }

    private static Value blankIf(Value condition, Value texts, EstimatorGraph g) {
        return g.op("Where", condition, g.texts("blank", List.of("")), texts)
                .as(ElementType.STRING);
    }
}
