package gemwright.source.sklearn.text;

import gemwright.base.Problem;
import gemwright.onnx.Domain;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;

import java.util.Set;

/// `HashingVectorizer`: words counted in the column that their hash says (MurmurHash3, seed 0),
/// with the hash's sign.
final class HashingVectorizerConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.feature_extraction.text.HashingVectorizer");
    }

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
        Value texts = Texts.of(fitted, x, g);
        Value folded = Folding.of(fitted, true).apply(texts, g);
        Value terms = HashedTerms.of(Analyzer.of(fitted), folded, g); // [N, T]
        Value hash =
                g.node("MurmurHash3")
                        .domain(Domain.MICROSOFT)
                        .inputs(terms)
                        .attribute("seed", 0)
                        .attribute("positive", 0)
                        .output(ElementType.INT32);
        Value wide = g.cast(hash, ElementType.INT64); // |-2³¹| needs more than 32 bits
        int width = fitted.integer("n_features");
        Value column = g.op("Mod", g.op("Abs", wide), g.integer("width", width));
        Value present = g.op("Not", Spaces.isPadding(terms, g));
        Value counts = Rows.column(terms, 0, g);
        boolean signed = fitted.flag("alternate_sign", true);
        boolean binary = fitted.flag("binary", false); // of signs that cancel out, too, 1 is left
        Value each = g.cast(present, ElementType.DOUBLE);
        if (signed && !binary) {
            Value negative = g.op("Less", wide, g.integer("zero", 0));
            each = g.op("Where", negative, g.op("Neg", each), each);
        }
        Value empty =
                g.op("Expand", g.cast(counts, ElementType.DOUBLE), g.integers("hashed", 1, width))
                        .as(ElementType.DOUBLE);
        Value summed =
                g.node("ScatterElements")
                        .inputs(empty, column, each)
                        .attribute("axis", 1)
                        .attribute("reduction", "add")
                        .output(ElementType.DOUBLE);
        Value result = binary ? g.clip(summed, 0, 1) : summed;
        return Features.of(TermWeights.normalized(fitted, result, g), width);
    }
}
