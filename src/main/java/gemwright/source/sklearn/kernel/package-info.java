/// Estimators that see rows through kernels, or approximate them. Start with
/// [gemwright.source.sklearn.kernel.PairwiseKernel].
@NullMarked
package gemwright.source.sklearn.kernel;

import org.jspecify.annotations.NullMarked;
