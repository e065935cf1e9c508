package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

/// The second half of `KernelPCA`: kernels are centred and projected onto the eigenvectors.
public final class CentredProjection {
    private CentredProjection() {}

    /// What `KernelPCA.transform` gives for kernels with the training rows.
    ///
    /// @param fitted a `KernelPCA`
    /// @param kernels double, `[N, rows]`
    public static Features of(Estimator fitted, Value kernels, int rows, EstimatorGraph g)
            throws Problem {
        Value centred = KernelCentererConverter.centred(fitted.part("_centerer"), kernels, rows, g);
        Matrix axes = axes(fitted, rows);
        Value projected = g.op("MatMul", centred, g.doubles("axes", axes));
        return Features.of(projected.as(ElementType.DOUBLE), axes.columns());
    }

    /// Eigenvectors over the roots of their eigenvalues; 0 where an eigenvalue is.
    private static Matrix axes(Estimator fitted, int rows) throws Problem {
        // up to 0.24 `lambdas_` and `alphas_`
        boolean renamed = fitted.has("eigenvalues_");
        double[] values = fitted.doubles(renamed ? "eigenvalues_" : "lambdas_");
        Matrix vectors = fitted.matrix(renamed ? "eigenvectors_" : "alphas_");
        if (vectors.rows() != rows || vectors.columns() != values.length) {
            throw fitted.unreadable("eigenvectors_");
        }
        double[] scaled = vectors.numbers();
        for (int i = 0; i < scaled.length; i++) {
            double value = values[i % values.length];
            scaled[i] = value == 0 ? 0 : scaled[i] / Math.sqrt(value);
        }
        return new Matrix(rows, values.length, scaled);
    }
}
