package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.preprocessing.Lookup;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of a booster as it sees them: doubles, categories as codes, NaN for what is missing.
final class BoosterColumns {
    private final Booster booster;
    private final String path;

    /// @param path where the booster stands, for messages
    BoosterColumns(Booster booster, String path) {
        this.booster = booster;
        this.path = path;
    }

    /// What the booster was fitted on: names that LightGBM made up are none.
    static Columns of(Booster booster) {
        for (int i = 0; i < booster.features(); i++) {
            if (!booster.names().get(i).equals("Column_" + i)) {
                return new Columns(booster.names(), booster.features());
            }
        }
        return Columns.matrix(booster.features());
    }

    /// All columns as doubles, `[N, features]`.
    Value read(Features x, EstimatorGraph g) throws Problem {
        if (x.isUnknown()) {
            return x.doubles(g);
        }
        if (x.width() != booster.features()) {
            throw Problem.of("sklearn.width", path, "LightGBM", booster.features(), x.width());
        }
        return booster.categories().isEmpty() ? x.doubles(g) : encoded(x, g);
    }

    /// pandas' categories as their codes. The file lists them without their columns: they are those
    /// that were taken for categories, where these are as many.
    private Value encoded(Features x, EstimatorGraph g) throws Problem {
        List<Integer> columns =
                IntStream.range(0, booster.features())
                        .filter(i -> booster.categorical().get(i))
                        .boxed()
                        .toList();
        if (columns.size() != booster.categories().size()) {
            throw Problem.of("lightgbm.categories", path);
        }
        List<Value> parts = new ArrayList<>();
        for (int i = 0; i < booster.features(); i++) {
            int place = columns.indexOf(i);
            Features column = x.column(i, g);
            parts.add(
                    place < 0
                            ? column.doubles(g)
                            : codes(column, booster.categories().get(place), g));
        }
        return g.sideBySide(parts);
    }

    /// A category that training did not know is missing, as it is in LightGBM.
    private Value codes(Features column, List<Category> categories, EstimatorGraph g)
            throws Problem {
        if (categories.contains(new Category.Text(""))) {
            throw Problem.of("sklearn.emptyCategory", path, "LightGBM");
        }
        double[] codes = IntStream.range(0, categories.size()).asDoubleStream().toArray();
        return new Lookup(key -> Problem.of(key, path, "LightGBM"), categories, codes, Double.NaN)
                .of(column, ElementType.DOUBLE, g);
    }
}
