package gemwright.ui.quantize;

import gemwright.compare.Comparison;
import gemwright.workbench.Quantizing;

import java.nio.file.Path;
import java.util.Optional;

/// A quantization that came to its end, with or without a file.
///
/// @param run number of its run in the workspace
/// @param target where the model is, where one was written
/// @param maxDrop what the user allowed, as a share
record Quantized(Quantizing.Result result, int run, Path target, double maxDrop) {
    /// What both models do on the same rows.
    Optional<Comparison> comparison() {
        return result.trial().comparison();
    }

    /// How many times smaller.
    double smaller() {
        return (double) result.bytesBefore() / Math.max(1, result.trial().bytes());
    }

    /// How many times faster; below 1 is slower. Empty where it was not measured.
    Optional<Double> faster() {
        return comparison()
                .map(one -> one.latencyA().p50() / one.latencyB().p50())
                .filter(Double::isFinite);
    }
}
