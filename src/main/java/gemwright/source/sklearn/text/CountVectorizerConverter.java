package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `CountVectorizer`: how often each term of the vocabulary stands in a text; `TfidfVectorizer`
/// weighs the counts.
final class CountVectorizerConverter implements EstimatorConverter.Transformer {
    private static final String MODULE = "sklearn.feature_extraction.text.";

    @Override
    public Set<String> estimators() {
        return Set.of(MODULE + "CountVectorizer", MODULE + "TfidfVectorizer");
    }

    /// `StringConcat` and `RegexFullMatch` came with it.
    @Override
    public int oldestOpset() {
        return 20;
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) {
        return Columns.matrix(1);
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        Value texts = Texts.of(fitted, x, g); // [N]
        Analyzer analyzer = Analyzer.of(fitted);
        if (analyzer instanceof Analyzer.OfWords(var range, var pattern, _)
                && range.longest() > 1
                && pattern.spaces()) {
            throw fitted.unsupported("token_pattern"); // words of an n-gram could not be told apart
        }
        Terms terms = Terms.of(fitted, analyzer::cut);
        boolean greek =
                Terms.vocabulary(fitted).keySet().stream()
                        .anyMatch(term -> term.contains("σ") || term.contains("ς"));
        Value folded = Folding.of(fitted, greek).apply(texts, g);
        Value counts = terms.counts(analyzer.numbers(folded, terms, g), g); // [N, terms]
        if (fitted.flag("binary", false)) {
            counts = g.clip(counts, 0, 1);
        }
        if (fitted.name().equals("TfidfVectorizer")) {
            Value doubles = g.cast(counts, ElementType.DOUBLE);
            counts = TermWeights.apply(fitted.part("_tfidf"), doubles, terms.width(), g);
        }
        return Features.of(counts, terms.width());
    }
}
