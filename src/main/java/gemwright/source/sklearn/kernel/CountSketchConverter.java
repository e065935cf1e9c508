package gemwright.source.sklearn.kernel;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Matrix;

import java.util.Optional;
import java.util.Set;

/// `PolynomialCountSketch`: count sketches of the columns, convolved through their Fourier
/// transforms (Pham and Pagh 2013). A sketch and its transform are one matrix.
final class CountSketchConverter implements EstimatorConverter.Transformer {
    private static final int MOST = 4_096;

    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.kernel_approximation.PolynomialCountSketch");
    }

    /// A complex number for each frequency, `[N, components]`.
    private record Spectrum(Value real, Value imaginary) {}

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        int components = fitted.integer("n_components", 100);
        int degree = fitted.integer("degree", 2);
        Matrix places = fitted.matrix("indexHash_"); // [degree, features]
        Matrix signs = fitted.matrix("bitHash_");
        double coef0 = fitted.number("coef0", 0);
        int width = x.width() + (coef0 == 0 ? 0 : 1);
        boolean sound =
                places.rows() == degree
                        && signs.rows() == degree
                        && places.columns() == width
                        && signs.columns() == width
                        && degree >= 1
                        && components >= 1
                        && components <= MOST;
        if (!sound) {
            throw fitted.unreadable("indexHash_");
        }
        double gamma = fitted.number("gamma", 1);
        Value columns = x.doubles(g);
        Value scaled = g.op("Mul", columns, g.scalar("gamma", Math.sqrt(gamma), columns));
        if (coef0 != 0) {
            Value more = g.everyRow(x, new double[] {Math.sqrt(coef0)});
            scaled = g.sideBySide(java.util.List.of(scaled.as(ElementType.DOUBLE), more));
        }
        Optional<Spectrum> product = Optional.empty();
        for (int d = 0; d < degree; d++) {
            Spectrum one = spectrum(fitted, scaled, places.row(d), signs.row(d), components, g);
            product = Optional.of(product.isEmpty() ? one : times(product.get(), one, g));
        }
        return Features.of(back(product.orElseThrow(), components, g), components);
    }

    private static Spectrum spectrum(
            Estimator fitted,
            Value columns,
            double[] places,
            double[] signs,
            int components,
            EstimatorGraph g)
            throws Problem {
        double[] real = new double[places.length * components];
        double[] imaginary = new double[real.length];
        for (int column = 0; column < places.length; column++) {
            int place = (int) places[column];
            if (place != places[column] || place < 0 || place >= components) {
                throw fitted.unreadable("indexHash_");
            }
            for (int k = 0; k < components; k++) {
                double angle = angle(place, k, components);
                real[column * components + k] = signs[column] * Math.cos(angle);
                imaginary[column * components + k] = -signs[column] * Math.sin(angle);
            }
        }
        Matrix cosines = new Matrix(places.length, components, real);
        Matrix sines = new Matrix(places.length, components, imaginary);
        return new Spectrum(
                g.op("MatMul", columns, g.doubles("cosines", cosines)),
                g.op("MatMul", columns, g.doubles("sines", sines)));
    }

    private static double angle(long place, long k, int components) {
        return 2 * Math.PI * (place * k % components) / components;
    }

    private static Spectrum times(Spectrum a, Spectrum b, EstimatorGraph g) {
        Value real =
                g.op(
                        "Sub",
                        g.op("Mul", a.real(), b.real()),
                        g.op("Mul", a.imaginary(), b.imaginary()));
        Value imaginary =
                g.op(
                        "Add",
                        g.op("Mul", a.real(), b.imaginary()),
                        g.op("Mul", a.imaginary(), b.real()));
        return new Spectrum(real, imaginary);
    }

    /// The real part of the inverse transform.
    private static Value back(Spectrum spectrum, int components, EstimatorGraph g) {
        double[] real = new double[components * components];
        double[] imaginary = new double[real.length];
        for (int k = 0; k < components; k++) {
            for (int place = 0; place < components; place++) {
                double angle = angle(place, k, components);
                real[k * components + place] = Math.cos(angle) / components;
                imaginary[k * components + place] = -Math.sin(angle) / components;
            }
        }
        Matrix cosines = new Matrix(components, components, real);
        Matrix sines = new Matrix(components, components, imaginary);
        return g.op(
                        "Add",
                        g.op("MatMul", spectrum.real(), g.doubles("cosines", cosines)),
                        g.op("MatMul", spectrum.imaginary(), g.doubles("sines", sines)))
                .as(ElementType.DOUBLE);
    }
}
