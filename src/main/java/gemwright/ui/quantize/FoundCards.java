package gemwright.ui.quantize;

import gemwright.compare.Comparison;
import gemwright.compare.Task;
import gemwright.quantize.Decision;
import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

import java.util.List;

/// What a quantization brought and cost: before and after, the nodes, the rows that flipped.
final class FoundCards {
    private static final double PERCENT = 100;

    private final Language language;
    private final Figures figures;
    private final Quantized made;

    FoundCards(Desk desk, Quantized made) {
        this.language = desk.language();
        this.figures = language.figures();
        this.made = made;
    }

    Node beforeAndAfter() {
        Comparison comparison = made.comparison().orElseThrow();
        Task task = comparison.task();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("quantize-grid");
        head(grid);
        String metric = language.say("quantize.metric." + task.metric().name());
        String change =
                language.say(
                        "quantize.change.points", figures.fixed(0.0 - task.drop() * PERCENT, 2));
        row(
                grid,
                metric,
                figures.percent(task.a()),
                figures.percent(task.b()),
                change,
                interval(task));
        row(
                grid,
                language.say("quantize.size"),
                figures.bytes(made.result().bytesBefore()),
                figures.bytes(made.result().trial().bytes()),
                language.say("quantize.change.smaller", figures.significant(made.smaller())),
                Words.small(
                        language.say(
                                "quantize.keptNodes", made.result().trial().plan().kept().size())));
        double faster = made.faster().orElse(Double.NaN);
        row(
                grid,
                "p50 / p99",
                latency(comparison.latencyA().p50(), comparison.latencyA().p99()),
                latency(comparison.latencyB().p50(), comparison.latencyB().p99()),
                faster >= 1
                        ? language.say("quantize.change.faster", figures.significant(faster))
                        : language.say("quantize.change.slower", figures.significant(1 / faster)),
                Words.small(language.say("quantize.here")));
        row(
                grid,
                language.say("quantize.flipped"),
                "—",
                figures.count(task.flipped()),
                figures.percent((double) task.flipped() / Math.max(1, task.rows())),
                Words.small(""));
        return new Card(language.say("quantize.before"))
                .remark(language.say("quantize.rowsJudged", task.rows()))
                .fill(grid);
    }

    private void head(GridPane grid) {
        List<String> words =
                List.of(
                        "",
                        language.say("quantize.original"),
                        language.say("quantize.after", Integer.toString(made.run())),
                        language.say("quantize.change"),
                        language.say("quantize.interval"));
        for (int i = 0; i < words.size(); i++) {
            Label label = Words.styled(Words.small(words.get(i)), "quantize-head");
            cell(grid, label, i, 0);
        }
    }

    private static void row(
            GridPane grid, String name, String before, String after, String change, Node more) {
        int row = grid.getRowCount();
        List<Node> cells =
                List.of(
                        Words.small(name),
                        Words.small(before),
                        Words.small(after),
                        Words.styled(Words.small(change), "strong"),
                        more);
        for (int i = 0; i < cells.size(); i++) {
            cell(grid, cells.get(i), i, row);
        }
    }

    private static void cell(GridPane grid, Node node, int column, int row) {
        HBox cell = new HBox(node);
        cell.getStyleClass().addAll("quantize-cell", "quantize-column-" + column);
        cell.setAlignment(column == 1 || column == 2 ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
        GridPane.setHgrow(cell, column == 4 ? Priority.ALWAYS : Priority.SOMETIMES);
        grid.add(cell, column, row);
    }

    private Node interval(Task task) {
        String low = figures.fixed(task.interval().low() * PERCENT, 2);
        String high = figures.fixed(task.interval().high() * PERCENT, 2);
        Label words = Words.small(language.say("quantize.interval.range", low, high));
        if (!task.labelled()) {
            return words;
        }
        HBox both = new HBox(new IntervalBar(task, made.maxDrop()), words);
        both.getStyleClass().add("quantize-interval");
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private String latency(double p50, double p99) {
        return figures.significant(p50) + " / " + figures.significant(p99) + "\u00a0ms";
    }

    Node nodes() {
        DataTable<Decision> table =
                new DataTable<Decision>(
                                language.say("quantize.nodes"),
                                FXCollections.observableArrayList(
                                        made.result().trial().plan().decisions().stream()
                                                .filter(one -> !(one instanceof Decision.Untouched))
                                                .toList()))
                        .code(language.say("quantize.node"), 200, FoundCards::name)
                        .text(language.say("quantize.operator"), 90, FoundCards::operator)
                        .text(language.say("quantize.done"), 160, this::done)
                        .dense();
        long changed = made.result().trial().plan().quantized().size();
        return new Card(language.say("quantize.nodes"))
                .remark(language.say("quantize.nodes.count", changed))
                .fill(table)
                .grow();
    }

    private static String name(Decision decision) {
        return switch (decision) {
            case Decision.Quantized(var node, _) -> node;
            case Decision.Kept(var node, _, _) -> node;
            case Decision.Untouched() -> "";
        };
    }

    private static String operator(Decision decision) {
        return switch (decision) {
            case Decision.Quantized(_, var operator) -> operator;
            case Decision.Kept(_, var operator, _) -> operator;
            case Decision.Untouched() -> "";
        };
    }

    private String done(Decision decision) {
        return switch (decision) {
            case Decision.Quantized _ -> "INT8";
            case Decision.Kept(_, _, var reason) -> reason.text(language.problems());
            case Decision.Untouched() -> "";
        };
    }

    Node flipped() {
        List<Task.Flip> flips =
                made.comparison().map(one -> one.task().examples()).orElse(List.of());
        long count = made.comparison().map(one -> one.task().flipped()).orElse(0L);
        DataTable<Task.Flip> table =
                new DataTable<Task.Flip>(
                                language.say("quantize.flipped"),
                                FXCollections.observableArrayList(flips))
                        .number(
                                language.say("quantize.row"),
                                70,
                                Task.Flip::row,
                                flip -> figures.count(flip.row()))
                        .text(
                                language.say("quantize.flip"),
                                140,
                                flip -> flip.a() + " → " + flip.b())
                        .text(language.say("quantize.truth"), 90, Task.Flip::label)
                        .dense();
        return new Card(language.say("quantize.flipped"))
                .remark(figures.count(count))
                .fill(table)
                .grow();
    }
}
