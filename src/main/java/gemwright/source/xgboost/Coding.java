package gemwright.source.xgboost;

import gemwright.source.sklearn.Category;

import java.util.List;

/// The categories of one column, in the order of their codes; none for a column that has none.
///
/// @param legible which of them the file tells completely
record Coding(List<Category> categories, Legible legible) {
    Coding {
        categories = List.copyOf(categories);
    }

    /// Which categories a file tells completely. From a pandas data frame XGBoost takes bytes, but
    /// counts characters (`npstr_to_arrow_strarr`, seen in 3.2): behind a letter beyond ASCII names
    /// are shifted, and the last one is cut.
    enum Legible {
        ALL,
        /// of the last one only a beginning may be left
        ALL_BUT_LAST,
        NONE
    }

    /// Whether the column has no categories.
    boolean isEmpty() {
        return categories.isEmpty();
    }

    static Coding of(List<Category> categories) {
        return new Coding(categories, Legible.ALL);
    }
}
