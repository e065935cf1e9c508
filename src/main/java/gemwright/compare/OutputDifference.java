package gemwright.compare;

import java.util.OptionalDouble;

/// How far an output of B lies from the same output of A, over all elements of all samples.
///
/// The figures are empty for texts. An element that is NaN in both, or the same infinity, is equal;
/// one that is not finite in one of them only makes every figure NaN.
///
/// @param name the output
/// @param elements how many were compared
/// @param maxAbs largest absolute difference
/// @param meanAbs mean absolute difference
/// @param rmse root of the mean squared difference
/// @param cosine of the angle between both outputs as one long vector each; NaN where one is zero
/// @param sqnrDb `10 log10(Σa² / Σ(a−b)²)` in decibels; infinite where nothing differs
/// @param labelAgreement share of rows with the same label, where the output says classes
public record OutputDifference(
        String name,
        long elements,
        OptionalDouble maxAbs,
        OptionalDouble meanAbs,
        OptionalDouble rmse,
        OptionalDouble cosine,
        OptionalDouble sqnrDb,
        OptionalDouble labelAgreement) {}
