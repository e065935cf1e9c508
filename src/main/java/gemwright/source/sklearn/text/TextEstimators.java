package gemwright.source.sklearn.text;

import gemwright.source.sklearn.EstimatorConverter;

import java.util.List;

/// Estimators that count the words, or the characters, of texts.
public final class TextEstimators {
    /// Their converters.
    public static final List<EstimatorConverter> ALL =
            List.of(
                    new CountVectorizerConverter(),
                    new HashingVectorizerConverter(),
                    new TfidfTransformerConverter());

    private TextEstimators() {}
}
