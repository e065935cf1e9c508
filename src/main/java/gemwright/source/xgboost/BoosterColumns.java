package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.onnx.ElementType;
import gemwright.onnx.Value;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Columns;
import gemwright.source.sklearn.EstimatorGraph;
import gemwright.source.sklearn.Features;
import gemwright.source.sklearn.preprocessing.Lookup;
import gemwright.source.sklearn.tree.Inputs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// The columns of a booster as it sees them: float32, categories as codes, NaN for what is missing.
final class BoosterColumns {
    private final Booster booster;
    private final double missing;
    private final String path;

    /// @param missing what counts as missing beside NaN; NaN for nothing
    /// @param path where the booster stands, for messages
    BoosterColumns(Booster booster, double missing, String path) {
        this.booster = booster;
        this.missing = missing;
        this.path = path;
    }

    /// What the booster was fitted on.
    static Columns of(Booster booster) {
        return booster.names().isEmpty()
                ? Columns.matrix(booster.features())
                : new Columns(booster.names(), booster.features());
    }

    /// All columns as doubles that float32 holds, `[N, features]`.
    Value read(Features x, EstimatorGraph g) throws Problem {
        if (x.isUnknown()) {
            return x.doubles(g);
        }
        if (x.width() != booster.features()) {
            throw Problem.of("sklearn.width", path, "XGBoost", booster.features(), x.width());
        }
        Value numbers = booster.codings().isEmpty() ? Inputs.rounded(x, g) : encoded(x, g);
        return present(whole(numbers, g), g);
    }

    /// Columns with categories as their codes; a category that training did not know, which is an
    /// error in XGBoost, counts as missing.
    private Value encoded(Features x, EstimatorGraph g) throws Problem {
        List<Value> parts = new ArrayList<>();
        for (int start = 0; start < booster.features(); ) {
            int end = start;
            while (end < booster.features() && booster.codings().get(end).isEmpty()) {
                end++;
            }
            if (end > start) {
                List<Integer> plain = IntStream.range(start, end).boxed().toList();
                parts.add(Inputs.rounded(x.select(plain, g), g));
            }
            if (end < booster.features()) {
                parts.add(codes(x.column(end, g), end, g));
            }
            start = end + 1;
        }
        return g.sideBySide(parts);
    }

    private Value codes(Features column, int number, EstimatorGraph g) throws Problem {
        Coding coding = booster.codings().get(number);
        List<Category> categories = new ArrayList<>(coding.categories());
        String name = booster.names().isEmpty() ? "x" + number : booster.names().get(number);
        if (categories.contains(new Category.Text(""))) {
            throw Problem.of("sklearn.emptyCategory", path, "XGBoost");
        }
        double[] codes = IntStream.range(0, categories.size()).asDoubleStream().toArray();
        double unknown = Double.NaN;
        switch (coding.legible()) {
            case ALL -> g.note("boosting.note.unknownCategory");
            case ALL_BUT_LAST -> {
                // whatever is valid and none of the others can only be this one
                int last = categories.size() - 1;
                g.note("xgboost.note.cutCategory", name, text(categories.get(last)));
                categories.set(last, new Category.Missing());
                unknown = codes[last];
                codes[last] = Double.NaN;
            }
            case NONE -> throw Problem.of("xgboost.cutCategories", path, name);
        }
        return new Lookup(key -> Problem.of(key, path, "XGBoost"), categories, codes, unknown)
                .of(column, ElementType.DOUBLE, g);
    }

    private static String text(Category category) {
        return category instanceof Category.Text(var text) ? text : category.toString();
    }

    /// Codes of categories as whole numbers, where they come as numbers.
    private Value whole(Value numbers, EstimatorGraph g) {
        boolean coded = booster.types().contains("c") && booster.codings().isEmpty();
        if (!coded) {
            return numbers;
        }
        g.note("boosting.note.codes");
        double[] mask = booster.types().stream().mapToDouble(t -> t.equals("c") ? 1 : 0).toArray();
        Value isCategory = g.cast(g.doubles("categorical", mask), ElementType.BOOL);
        return g.op("Where", isCategory, g.op("Floor", numbers), numbers);
    }

    private Value present(Value numbers, EstimatorGraph g) {
        if (Double.isNaN(missing)) {
            return numbers;
        }
        Value same = g.op("Equal", numbers, g.scalar("missing", (float) missing, numbers));
        return g.op("Where", same, g.scalar("nan", Double.NaN, numbers), numbers);
    }
}
