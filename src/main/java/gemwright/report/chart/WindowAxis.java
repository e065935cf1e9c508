package gemwright.report.chart;

import gemwright.drift.Timeline;

import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/// A horizontal axis over windows: every window is as wide as the next, and some carry their first
/// day or hour.
@SuppressWarnings("serial") // charts are never serialised
final class WindowAxis extends NumberAxis {
    private final transient List<String> labels;

    WindowAxis(List<Timeline.Window> windows, ChartStyle style) {
        labels = labels(windows, style);
        setRange(0, windows.size());
        setTickLabelFont(style.font());
        setTickLabelPaint(style.palette().muted());
        setAxisLinePaint(style.palette().axis());
        setTickMarkPaint(style.palette().axis());
    }

    private static List<String> labels(List<Timeline.Window> windows, ChartStyle style) {
        Duration span = Duration.between(windows.getFirst().from(), windows.getLast().to());
        boolean chinese = style.language().getLanguage().equals("zh");
        String days = chinese ? "M月d日" : "d MMM";
        String months = chinese ? "uuuu-MM" : "MMM uuuu";
        String pattern = span.toDays() > 180 ? months : span.toDays() > 4 ? days : days + " HH:mm";
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(pattern, style.language()).withZone(style.zone());
        return windows.stream().map(w -> format.format(w.from())).toList();
    }

    @Override
    @SuppressWarnings({"rawtypes", "MixedMutabilityReturnType"}) // the library's signature
    public List refreshTicks(
            Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        graphics.setFont(getTickLabelFont());
        double widest = 0;
        for (String label : labels) {
            widest = Math.max(widest, graphics.getFontMetrics().stringWidth(label));
        }
        double room = area.getWidth() / labels.size();
        int step = (int) Math.max(1, Math.ceil((widest + getTickLabelFont().getSize()) / room));
        List<NumberTick> ticks = new ArrayList<>();
        String before = "";
        for (int i = 0; i < labels.size(); i += step) {
            boolean fits = i * room + widest <= area.getWidth() + 2;
            String label = labels.get(i).equals(before) || !fits ? "" : labels.get(i);
            before = labels.get(i);
            if (!label.isEmpty()) {
                ticks.add(
                        new NumberTick(
                                TickType.MAJOR,
                                i,
                                label,
                                TextAnchor.TOP_LEFT,
                                TextAnchor.TOP_LEFT,
                                0));
            }
        }
        return ticks;
    }
}
