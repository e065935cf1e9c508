package gemwright.drift;

import java.util.OptionalDouble;

/// The test beside the effect size.
///
/// @param test Kolmogorov-Smirnov for numbers, chi-square for categories
/// @param adjusted its p-value corrected for the number of judged columns (Benjamini and Hochberg
///   1995); empty where the column was not judged
public record Evidence(TestResult test, OptionalDouble adjusted) {}
