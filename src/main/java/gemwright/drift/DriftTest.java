package gemwright.drift;

import java.util.Set;

/// One statistic over the two sides of a column. A record without state, listed in
/// [DriftTests#ALL].
///
/// Implementations override [#onNumbers], [#onCategories] or both, and cite where the formula and
/// the choice between its variants come from. Values are already cleaned: no missing ones, no
/// infinite ones, and at least one on each side.
public interface DriftTest {
    /// The name on the command line and in the JSON answer; Evidently's where Evidently has it.
    String method();

    /// What it can judge: [Kind#NUMERIC], [Kind#CATEGORICAL] or both.
    Set<Kind> kinds();

    /// The default limit of the score under those rules.
    Threshold threshold(Rules rules);

    /// Over numbers.
    default Outcome onNumbers(Numbers reference, Numbers current, Rules rules) {
        return Outcome.undefined("kind", method());
    }

    /// Over categories.
    default Outcome onCategories(Categories categories, Rules rules) {
        return Outcome.undefined("kind", method());
    }

    /// Numeric columns only.
    Set<Kind> NUMERIC = Set.of(Kind.NUMERIC);

    /// Categorical columns only.
    Set<Kind> CATEGORICAL = Set.of(Kind.CATEGORICAL);

    /// Numeric and categorical columns.
    Set<Kind> BOTH = Set.of(Kind.NUMERIC, Kind.CATEGORICAL);
}
