package gemwright.drift;

/// The value below which that fraction of the numbers lies.
public record Quantile(double fraction, double value) {}
