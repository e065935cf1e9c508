/// Charts on the screen: the same chart objects as in reports, drawn on a canvas that follows theme
/// and language. Start with [gemwright.ui.chart.ChartPane].
@NullMarked
package gemwright.ui.chart;

import org.jspecify.annotations.NullMarked;
