/// Whether two samples of the same columns still come from one distribution, column by column and
/// over all.
///
/// Start with [gemwright.drift.DriftReport]: it is made by [gemwright.drift.Drift] from two tables
/// and read by the command line, the window and the report. A statistic is one record that
/// implements [gemwright.drift.DriftTest] and one line in [gemwright.drift.DriftTests#ALL]. Rows
/// come as a [gemwright.data.TableSource]; whether they are a log or a file makes no difference
/// here.
@NullMarked
package gemwright.drift;

import org.jspecify.annotations.NullMarked;
