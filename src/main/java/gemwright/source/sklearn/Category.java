package gemwright.source.sklearn;

/// One value that a categorical column had when the estimator was fitted.
public sealed interface Category {
    /// A text.
    record Text(String value) implements Category {}

    /// A number; truth values count as 0 and 1.
    record Numeric(double value) implements Category {}

    /// `NaN` or `None`: a missing number, or the empty text.
    record Missing() implements Category {}
}
