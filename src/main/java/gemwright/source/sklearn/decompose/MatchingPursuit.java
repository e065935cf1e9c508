package gemwright.source.sklearn.decompose;

import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Matrix;

import java.util.ArrayList;
import java.util.List;

/// Orthogonal matching pursuit (Rubinstein, Zibulevsky and Elad, 2008), unrolled: the atom that has
/// most in common with what is left of a row joins those chosen, and the row is projected on all of
/// them.
///
/// The projection goes over an orthonormal basis of the chosen atoms; the coefficients come out of
/// its triangular matrix at the end. A row whose next atom is chosen already, or adds nothing, is
/// done.
final class MatchingPursuit {
    /// `numpy.finfo(float).eps`
    private static final double NOTHING = Math.ulp(1.0);

    private final int atoms;
    private final EstimatorGraph g;
    private final Value dictionary;
    private final Value turned;
    private final List<Value> places = new ArrayList<>();
    private final List<Value> basis = new ArrayList<>();
    private final List<Value> lengths = new ArrayList<>();
    private final List<Value> shares = new ArrayList<>();
    private final List<List<Value>> triangle = new ArrayList<>();

    /// @param dictionary `[atoms, features]`
    MatchingPursuit(Matrix dictionary, EstimatorGraph g) {
        this.atoms = dictionary.rows();
        this.g = g;
        this.dictionary = g.doubles("dictionary", dictionary);
        this.turned = g.doubles("turned", dictionary.transposed());
    }

    /// The coefficients of the atoms, `[N, atoms]`.
    Value code(Value rows, int count) {
        Value left = rows;
        Value going = g.op("Not", g.op("IsNaN", g.reduce("ReduceSum", rows, 1))); // [N, 1]
        for (int step = 0; step < count; step++) {
            Value common = g.op("MatMul", left, turned); // [N, atoms]
            Value place = g.argMax(g.op("Abs", common)); // [N]
            Value most = g.reduce("ReduceMax", g.op("Abs", common), 1); // [N, 1]
            Value enough = g.op("Not", g.op("Less", g.op("Mul", most, most), nothing(most)));
            going = g.op("And", going, enough);
            for (Value before : places) {
                Value again = g.reshape(g.op("Equal", place, before).as(ElementType.BOOL), -1, 1);
                going = g.op("And", going, g.op("Not", again));
            }
            going = join(place, rows, going);
            Value projected = g.op("Mul", shares.getLast(), basis.getLast());
            left = g.op("Sub", left, projected);
        }
        return coefficients();
    }

    /// Adds an atom to the basis; whether each row goes on.
    private Value join(Value place, Value rows, Value going) {
        Value atom = g.op("Gather", dictionary, place).as(ElementType.DOUBLE); // [N, features]
        Value own = atom;
        List<Value> column = new ArrayList<>();
        for (Value direction : basis) {
            Value along = dot(direction, atom);
            column.add(along);
            own = g.op("Sub", own, g.op("Mul", along, direction));
        }
        Value square = dot(own, own); // [N, 1]
        Value goesOn = g.op("And", going, g.op("Greater", square, nothing(square)));
        Value one = g.scalar("one", 1, square);
        Value length = g.op("Where", goesOn, g.op("Sqrt", square), one);
        Value unit = g.op("Div", own, length);
        basis.add(g.op("Where", goesOn, unit, g.scalar("zero", 0, unit)));
        lengths.add(length);
        shares.add(dot(basis.getLast(), rows));
        triangle.add(column);
        places.add(place);
        return goesOn;
    }

    /// Backwards through the triangular matrix.
    private Value coefficients() {
        int count = places.size();
        List<Value> solved = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            Value sum = shares.get(i);
            for (int j = count - 1; j > i; j--) {
                Value known = solved.get(count - 1 - j);
                sum = g.op("Sub", sum, g.op("Mul", triangle.get(j).get(i), known));
            }
            solved.add(g.op("Div", sum, lengths.get(i)));
        }
        Value code = spread(0, solved.get(count - 1));
        for (int i = 1; i < count; i++) {
            code = g.op("Add", code, spread(i, solved.get(count - 1 - i)));
        }
        return code;
    }

    private Value spread(int step, Value coefficient) {
        Value one =
                g.op(
                        "OneHot",
                        places.get(step),
                        g.integer("atoms", atoms),
                        g.constant("off_on", ElementType.FLOAT, new double[] {0, 1}));
        Value chosen = g.cast(one.as(ElementType.FLOAT), ElementType.DOUBLE);
        return g.op("Mul", chosen, coefficient);
    }

    private Value dot(Value a, Value b) {
        return g.reduce("ReduceSum", g.op("Mul", a, b), 1);
    }

    private Value nothing(Value like) {
        return g.scalar("nothing", NOTHING, like);
    }
}
