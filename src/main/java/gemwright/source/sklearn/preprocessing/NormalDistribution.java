package gemwright.source.sklearn.preprocessing;

import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;

/// The standard normal distribution in double, for which ONNX has no operator: rational
/// approximations that are exact to about 1e-16.
final class NormalDistribution {
    // Wichura, Algorithm AS 241 (1988), PPND16; lowest power first
    private static final double[] CENTRAL = {
        3.3871328727963665, 133.14166789178438, 1971.5909503065513,
        13731.69376550946, 45921.95393154987, 67265.7709270087,
        33430.57558358813, 2509.0809287301227
    };
    private static final double[] CENTRAL_BELOW = {
        1,
        42.31333070160091,
        687.1870074920579,
        5394.196021424751,
        21213.794301586597,
        39307.89580009271,
        28729.085735721943,
        5226.495278852854
    };
    private static final double[] TAIL = {
        1.4234371107496835, 4.630337846156546, 5.769497221460691,
        3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
        0.022723844989269184, 0.0007745450142783414
    };
    private static final double[] TAIL_BELOW = {
        1,
        2.053191626637759,
        1.6763848301838038,
        0.6897673349851,
        0.14810397642748008,
        0.015198666563616457,
        0.0005475938084995345,
        1.0507500716444169e-9
    };

    // Cody, Rational Chebyshev approximation for the error function (1969), as in his CALERF
    private static final double[] ERROR = {
        3209.3775891384694,
        377.485237685302,
        113.86415415105016,
        3.1611237438705655,
        0.18577770618460315
    };
    private static final double[] ERROR_BELOW = {
        2844.236833439171, 1282.6165260773723, 244.02463793444417, 23.601290952344122, 1
    };
    private static final double[] REST = {
        1230.3393547979972, 2051.0783778260716, 1712.0476126340707,
        881.952221241769, 298.6351381974001, 66.11919063714163,
        8.883149794388377, 0.5641884969886701, 2.1531153547440383e-8
    };
    private static final double[] REST_BELOW = {
        1230.3393548037495, 3439.3676741437216, 4362.619090143247,
        3290.7992357334597, 1621.3895745666903, 537.1811018620099,
        117.6939508913125, 15.744926110709835, 1
    };

    private NormalDistribution() {}

    /// The number below which a share of the distribution lies. Between 1e-11 and 1 - 1e-11, which
    /// is where the tail's formula holds.
    static Value quantile(Value share, EstimatorGraph g) {
        Value centred = g.op("Sub", share, number(0.5, share, g));
        Value square = g.op("Mul", centred, centred);
        Value nearness = g.op("Sub", number(0.180625, share, g), square);
        Value central = g.op("Mul", centred, ratio(CENTRAL, CENTRAL_BELOW, nearness, g));
        Value rest = g.op("Min", share, g.op("Sub", number(1, share, g), share));
        Value root = g.op("Sqrt", g.op("Neg", g.op("Log", rest)));
        Value tail = ratio(TAIL, TAIL_BELOW, g.op("Sub", root, number(1.6, share, g)), g);
        Value signed = g.op("Mul", g.op("Sign", centred), tail);
        Value isCentral = g.op("LessOrEqual", g.op("Abs", centred), number(0.425, share, g));
        return g.op("Where", isCentral, central, signed);
    }

    /// The share of the distribution below a number; exact to 1e-16 in absolute terms, beyond 5.6
    /// taken to be that at 5.6.
    static Value share(Value x, EstimatorGraph g) {
        Value scaled = g.op("Mul", x, number(Math.sqrt(0.5), x, g));
        Value size = g.clip(g.op("Abs", scaled), 0, 4);
        Value square = g.op("Mul", size, size);
        Value small = g.op("Mul", size, ratio(ERROR, ERROR_BELOW, square, g));
        Value beyond =
                g.op("Mul", g.op("Exp", g.op("Neg", square)), ratio(REST, REST_BELOW, size, g));
        Value large = g.op("Sub", number(1, x, g), beyond);
        Value isSmall = g.op("LessOrEqual", size, number(0.46875, x, g));
        Value error = g.op("Mul", g.op("Sign", scaled), g.op("Where", isSmall, small, large));
        Value half = number(0.5, x, g);
        return g.op("Add", half, g.op("Mul", half, error));
    }

    private static Value ratio(double[] above, double[] below, Value x, EstimatorGraph g) {
        return g.op("Div", polynomial(above, x, g), polynomial(below, x, g));
    }

    private static Value polynomial(double[] coefficients, Value x, EstimatorGraph g) {
        Value sum = number(coefficients[coefficients.length - 1], x, g);
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = g.op("Add", g.op("Mul", sum, x), number(coefficients[i], x, g));
        }
        return sum;
    }

    private static Value number(double number, Value like, EstimatorGraph g) {
        return g.scalar("normal", number, like);
    }
}
