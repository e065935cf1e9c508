package gemwright.data;

import java.util.OptionalDouble;

/// What a screen says about a column at a glance.
///
/// @param name of the column
/// @param kind of the column
/// @param rows rows looked at
/// @param missing rows without a value
/// @param distinct different values, missing ones not counted
/// @param low smallest number; empty for other kinds and where no value is there
/// @param high largest number
/// @param mean mean of the numbers
/// @param deviation standard deviation of the numbers, with n − 1
public record ColumnSummary(
        String name,
        ColumnKind kind,
        int rows,
        int missing,
        int distinct,
        OptionalDouble low,
        OptionalDouble high,
        OptionalDouble mean,
        OptionalDouble deviation) {}
