/// Rows and columns: what is read from CSV, TSV, JSON lines, Parquet, `.npy` and `.npz` files, what
/// a model is run on and what drift is computed from.
///
/// A [gemwright.data.Table] is immutable, held column by column and cheap to slice. A
/// [gemwright.data.TableSource] is where one comes from; [gemwright.data.Data#open] finds the right
/// one for a file. DuckDB reads the files and Tablesaw holds what a screen shows; neither is named
/// outside this package, and a table made by hand (a request to the server) loads neither. Start
/// with [gemwright.data.Table] and [gemwright.data.Column].
@NullMarked
package gemwright.data;

import org.jspecify.annotations.NullMarked;
