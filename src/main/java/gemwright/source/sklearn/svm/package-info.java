/// Support vector machines as libsvm computes them (svm.cpp of libsvm 3.10, as scikit-learn carries
/// it). Start with [gemwright.source.sklearn.svm.SvmEstimators].
@NullMarked
package gemwright.source.sklearn.svm;

import org.jspecify.annotations.NullMarked;
