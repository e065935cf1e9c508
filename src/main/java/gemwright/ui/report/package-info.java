/// The Reports screen: the pages of the last drift run as they will be exported. Start with
/// [gemwright.ui.report.ReportView].
@NullMarked
package gemwright.ui.report;

import org.jspecify.annotations.NullMarked;
