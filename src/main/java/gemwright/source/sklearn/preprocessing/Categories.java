package gemwright.source.sklearn.preprocessing;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleValue;
import gemwright.source.sklearn.Category;
import gemwright.source.sklearn.Estimator;
import gemwright.source.sklearn.Values;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What an encoder learned of its columns: the categories, and since 1.1 which of them are too rare
/// to stand alone.
final class Categories {
    private final Estimator fitted;
    private final List<List<Category>> columns;
    private final List<Optional<long[]>> groups;

    private Categories(
            Estimator fitted, List<List<Category>> columns, List<Optional<long[]>> groups) {
        this.fitted = fitted;
        this.columns = columns;
        this.groups = groups;
    }

    static Categories of(Estimator fitted) throws Problem {
        List<List<Category>> columns = new ArrayList<>();
        for (PickleValue column : fitted.members("categories_")) {
            columns.add(
                    Values.categories(column)
                            .orElseThrow(() -> fitted.refuse("sklearn.mixedCategories")));
        }
        List<Optional<long[]>> groups = new ArrayList<>();
        if (fitted.flag("_infrequent_enabled", false)) {
            for (PickleValue group : fitted.members("_default_to_infrequent_mappings")) {
                groups.add(group.isNone() ? Optional.empty() : Values.integers(group));
            }
        } else {
            columns.forEach(column -> groups.add(Optional.empty()));
        }
        if (groups.size() != columns.size()) {
            throw fitted.unreadable("_default_to_infrequent_mappings");
        }
        return new Categories(fitted, columns, groups);
    }

    /// Number of columns.
    int size() {
        return columns.size();
    }

    /// The categories of a column, in their order.
    List<Category> column(int column) {
        return columns.get(column);
    }

    /// The place of each category of a column once rare ones are one; their common place is the
    /// last one.
    long[] places(int column) throws Problem {
        int count = columns.get(column).size();
        long[] places = groups.get(column).orElseGet(() -> identity(count));
        if (places.length != count) {
            throw fitted.unreadable("_default_to_infrequent_mappings");
        }
        return places;
    }

    /// Whether a column has categories that were too rare.
    boolean hasInfrequent(int column) {
        return groups.get(column).isPresent();
    }

    /// The place of the missing value among the categories of a column, or -1.
    int missing(int column) {
        return columns.get(column).indexOf(new Category.Missing());
    }

    private static long[] identity(int count) {
        long[] places = new long[count];
        for (int i = 0; i < count; i++) {
            places[i] = i;
        }
        return places;
    }
}
