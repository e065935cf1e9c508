/// Charts: what is drawn as values ([gemwright.report.chart.Chart]) and the one factory that turns
/// them into JFreeChart objects ([gemwright.report.chart.Charts]), for the PDF and for the screen
/// alike.
///
/// The reference is solid grey-blue, the current data orange and hatched, so that colour is never
/// the only sign. A hatch is clipped lines: a texture paint would become a raster image in the PDF.
@NullMarked
package gemwright.report.chart;

import org.jspecify.annotations.NullMarked;
