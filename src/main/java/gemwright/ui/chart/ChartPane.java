package gemwright.ui.chart;

import gemwright.report.chart.Chart;
import gemwright.report.chart.ChartFonts;
import gemwright.report.chart.ChartStyle;
import gemwright.report.chart.Charts;
import gemwright.ui.control.Showing;
import gemwright.ui.desk.Desk;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.fx.ChartCanvas;

import java.util.Optional;
import java.util.function.Consumer;

/// A chart as wide and high as its place, in the colours of the theme.
public final class ChartPane extends Region {
    private static final double AXES = 11;

    private final Desk desk;
    private final ObjectProperty<Optional<Chart>> chart =
            new SimpleObjectProperty<>(Optional.empty());
    private final ChartCanvas canvas;
    private Consumer<JFreeChart> finish = _ -> {};

    /// An empty pane.
    ///
    /// @param name what screen readers call the chart
    public ChartPane(Desk desk, String name) {
        this.desk = desk;
        ChartFonts.register();
        canvas = new ChartCanvas(new JFreeChart(new org.jfree.chart.plot.XYPlot()));
        canvas.setDomainZoomable(false);
        canvas.setRangeZoomable(false);
        canvas.setVisible(false);
        // Where a clip ends, the canvas falls back to its own font: it has to be the charts'.
        canvas.getGraphicsContext2D().setFont(Font.font(ChartStyle.FAMILY, AXES));
        getChildren().add(canvas);
        setMinSize(0, 0);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(name);
        Showing.follow(
                this, this::draw, chart, desk.appearance().theme(), desk.appearance().systemDark());
    }

    /// Finishes each chart before it is drawn: axes whose range the screen knows better.
    public ChartPane finishedBy(Consumer<JFreeChart> touch) {
        finish = touch;
        return this;
    }

    /// Shows that chart.
    public void show(Chart shown) {
        chart.set(Optional.of(shown));
    }

    /// Shows nothing.
    public void clear() {
        chart.set(Optional.empty());
    }

    /// Puts the picture on the clipboard.
    public void copyPicture() {
        ClipboardContent content = new ClipboardContent();
        content.putImage(snapshot(new SnapshotParameters(), null));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void draw() {
        canvas.setVisible(chart.get().isPresent());
        if (chart.get().isPresent()) {
            ChartStyle style =
                    ChartStyle.screen(desk.appearance().dark(), desk.language().locale().get());
            JFreeChart drawn = new Charts(style).of(chart.get().get());
            finish.accept(drawn);
            canvas.setChart(drawn);
        }
    }

    @Override
    protected void layoutChildren() {
        // A canvas has no layout of its own: it is as large as it is told.
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }
}
