package gemwright.data;

import gemwright.base.Problem;

/// A row of a file that could not be read and was left out at the user's wish.
///
/// @param row the row's number in the file, counted from 1 without the header
/// @param part what is wrong, where, and what to do
public record RowFault(long row, Problem.Part part) {}
