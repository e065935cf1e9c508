package gemwright.ui.inspect;

import gemwright.ui.control.Showing;
import gemwright.ui.desk.Desk;

import javafx.scene.layout.StackPane;

/// The histogram of a tensor's numbers.
final class WeightChart extends StackPane {
    WeightChart(Desk desk, WeightStatistics weights) {
        getStyleClass().add("weight-chart");
        Showing.follow(this, () -> {}, desk.appearance().theme());
    }
}
