package gemwright.source.sklearn.gaussian;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

/// The error function in double, of which ONNX Runtime has a kernel for floats only: rational
/// approximations in three ranges (Cody 1969, as in `specfun`).
@SuppressWarnings("FloatingPointLiteralPrecision") // the digits as they were published
final class ErrorFunction {
    private static final double[] A = {
        1.85777706184603153e-1,
        3.16112374387056560e0,
        1.13864154151050156e2,
        3.77485237685302021e2,
        3.20937758913846947e3
    };
    private static final double[] B = {
        1,
        2.36012909523441209e1,
        2.44024637934444173e2,
        1.28261652607737228e3,
        2.84423683343917062e3
    };
    private static final double[] C = {
        2.15311535474403846e-8,
        5.64188496988670089e-1,
        8.88314979438837594e0,
        6.61191906371416295e1,
        2.98635138197400131e2,
        8.81952221241769090e2,
        1.71204761263407058e3,
        2.05107837782607147e3,
        1.23033935479799725e3
    };
    private static final double[] D = {
        1,
        1.57449261107098347e1,
        1.17693950891312499e2,
        5.37181101862009858e2,
        1.62138957456669019e3,
        3.29079923573345963e3,
        4.36261909014324716e3,
        3.43936767414372164e3,
        1.23033935480374942e3
    };
    private static final double[] P = {
        1.63153871373020978e-2,
        3.05326634961232344e-1,
        3.60344899949804439e-1,
        1.25781726111229246e-1,
        1.60837851487422766e-2,
        6.58749161529837803e-4
    };
    private static final double[] Q = {
        1,
        2.56852019228982242e0,
        1.87295284992346725e0,
        5.27905102951428412e-1,
        6.05183413124413191e-2,
        2.33520497626869185e-3
    };
    private static final double FIRST = 0.46875;
    private static final double SECOND = 4;

    private ErrorFunction() {}

    /// `erf(x)`.
    static Value of(Value x, EstimatorGraph g) {
        Value size = g.op("Abs", x);
        Value square = g.op("Mul", x, x);
        Value near = g.op("Mul", x, ratio(A, B, square, g));
        Value one = g.scalar("one", 1, x);
        Value decay = g.op("Exp", g.op("Neg", square));
        Value middle = g.op("Sub", one, g.op("Mul", decay, ratio(C, D, size, g)));
        // where it is not asked for, 1 stands in: nothing is divided by 0
        Value far = g.op("Max", size, one);
        Value inverse = g.op("Div", one, g.op("Mul", far, far));
        Value tail = g.op("Mul", inverse, ratio(P, Q, inverse, g));
        Value root = g.op("Sub", g.scalar("root", 1 / Math.sqrt(Math.PI), x), tail);
        Value last = g.op("Sub", one, g.op("Div", g.op("Mul", decay, root), far));
        Value beyond =
                g.op("Where", g.op("Greater", size, g.scalar("second", SECOND, x)), last, middle);
        Value signed = g.op("Mul", g.op("Sign", x), beyond);
        Value isNear = g.op("LessOrEqual", size, g.scalar("first", FIRST, x));
        return g.op("Where", isNear, near, signed).as(ElementType.DOUBLE);
    }

    /// Two polynomials over each other, the highest power first.
    private static Value ratio(double[] above, double[] below, Value x, EstimatorGraph g) {
        return g.op("Div", polynomial(above, x, g), polynomial(below, x, g));
    }

    private static Value polynomial(double[] coefficients, Value x, EstimatorGraph g) {
        Value sum = g.scalar("coefficient", coefficients[0], x);
        for (int i = 1; i < coefficients.length; i++) {
            Value product = g.op("Mul", sum, x);
            sum = g.op("Add", product, g.scalar("coefficient", coefficients[i], x));
        }
        return sum;
    }
}
