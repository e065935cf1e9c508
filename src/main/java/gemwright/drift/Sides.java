package gemwright.drift;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// The two sides of one column, cleaned, of one kind.
sealed interface Sides permits NumericColumn, CategoryColumn {
    /// Above this many reference rows Evidently prefers distances to tests.
    int EVIDENTLY_LARGE = 1000;

    /// Numeric or categorical.
    Kind kind();

    /// That statistic; both sides must have values.
    Outcome run(DriftTest test, Rules rules);

    /// Judged rows of the side that has fewer.
    long smallerSide();

    /// Whether both sides hold the same single value.
    boolean constantAndEqual();

    /// The statistic that decides where the user names none.
    String defaultMethod(Rules rules);

    Summary referenceSummary();

    Summary currentSummary();

    /// What is drawn.
    Distribution distribution();

    /// Data faults and remarks that only this kind has.
    List<Finding> findings();

    /// Where the curves are furthest apart.
    Optional<CurveGap> gap();

    /// Share of current rows outside the reference's range.
    OptionalDouble outside();
}
