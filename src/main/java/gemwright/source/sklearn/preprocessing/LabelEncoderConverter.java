package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.EstimatorConverter;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Estimators;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.Values;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// `LabelEncoder`: the place of a label among the classes; `LabelBinarizer`: a column for each
/// class, or one column for two classes.
///
/// A label that is no class is an error in `LabelEncoder`; here it gives NaN, and the user is told.
final class LabelEncoderConverter implements EstimatorConverter.Transformer {
    @Override
    public Set<String> estimators() {
        return Set.of("sklearn.preprocessing.LabelEncoder", "sklearn.preprocessing.LabelBinarizer");
    }

    @Override
    public Columns columns(Estimator fitted, Estimators known) {
        return Columns.matrix(1);
    }

    @Override
    public Features transform(Estimator fitted, Features x, EstimatorGraph g) throws Problem {
        if (x.width() != 1) {
            throw fitted.refuse("sklearn.width", 1, x.width());
        }
        List<Category> classes =
                Values.categories(fitted.array("classes_"))
                        .orElseThrow(() -> fitted.unreadable("classes_"));
        double[] places = IntStream.range(0, classes.size()).asDoubleStream().toArray();
        if (fitted.name().equals("LabelEncoder")) {
            g.note("sklearn.note.unknownOrdinal");
            Lookup lookup = new Lookup(fitted::refuse, classes, places, Double.NaN);
            return Features.of(lookup.of(x, g.number(), g), 1);
        }
        if (fitted.text("y_type_").startsWith("multi") && !isMulticlass(fitted)) {
            throw fitted.refuse("sklearn.multilabel");
        }
        Lookup lookup = new Lookup(fitted::refuse, classes, places, classes.size());
        return columns(fitted, lookup.of(x, ElementType.INT64, g), classes.size(), g);
    }

    private static boolean isMulticlass(Estimator fitted) throws Problem {
        return fitted.text("y_type_").equals("multiclass");
    }

    private static Features columns(Estimator fitted, Value place, int classes, EstimatorGraph g)
            throws Problem {
        double negative = fitted.number("neg_label", 0);
        double positive = fitted.number("pos_label", 1);
        Value each =
                g.op(
                        "OneHot",
                        g.reshape(place, -1),
                        g.integer("classes", classes),
                        g.constant("off_on", ElementType.FLOAT, new double[] {negative, positive}));
        if (classes == 2) {
            return Features.of(g.columns(each, 2, List.of(1)), 1);
        }
        if (classes == 1) {
            throw fitted.refuse("sklearn.constantClass");
        }
        return Features.of(each, classes);
    }
}
