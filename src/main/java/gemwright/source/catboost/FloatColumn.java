package gemwright.source.catboost;

import java.util.List;

/// A column of numbers as a booster sees it.
///
/// @param place of the column among all columns
/// @param borders at which it is cut, rising
/// @param missingAbove whether a missing number counts as above every border
record FloatColumn(int place, List<Double> borders, boolean missingAbove) {
    FloatColumn {
        borders = List.copyOf(borders);
    }

    /// Whether a number is above a border.
    ///
    /// @param border a float32
    record Split(FloatColumn column, double border) {}
}
