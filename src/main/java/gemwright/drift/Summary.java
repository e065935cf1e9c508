package gemwright.drift;

import java.util.Optional;

/// One side of a column in figures.
///
/// @param rows all rows
/// @param missing rows without a value
/// @param infinite rows with an infinite number
/// @param distinct different values
/// @param spread for numbers, where there is a finite one
public record Summary(
        long rows, long missing, long infinite, long distinct, Optional<Spread> spread) {
    /// A side that does not have the column at all.
    static final Summary ABSENT = new Summary(0, 0, 0, 0, Optional.empty());

    static Summary of(Numbers numbers) {
        return new Summary(
                numbers.rows(),
                numbers.missing(),
                numbers.infinite(),
                numbers.distinct(),
                numbers.size() == 0 ? Optional.empty() : Optional.of(Spread.of(numbers)));
    }

    /// Rows whose value was judged.
    public long judged() {
        return rows - missing - infinite;
    }

    /// The share of rows without a value, 0 to 1.
    public double missingShare() {
        return rows == 0 ? 0 : (double) missing / rows;
    }
}
