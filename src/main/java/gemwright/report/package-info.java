/// Documents that people read: the drift report as PDF, HTML and JSON with the same numbers.
///
/// Start with [gemwright.report.Document], what a report says as values.
/// [gemwright.report.DriftPages] writes a drift report into one; [gemwright.report.PdfRenderer] and
/// [gemwright.report.HtmlRenderer] put it on pages. Charts are made in `report.chart`, for the
/// screen too.
@NullMarked
package gemwright.report;

import org.jspecify.annotations.NullMarked;
