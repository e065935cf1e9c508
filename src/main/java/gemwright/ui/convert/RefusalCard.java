package gemwright.ui.convert;

import gemwright.base.Problem;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Icons;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;

/// What stands in the way of a conversion: where, what, and what to do, with the lines that the
/// command line would print.
final class RefusalCard {
    private final ConvertViewModel model;
    private final Plan plan;
    private final Problem problem;
    private final Language language;
    private final VBox details = new VBox();

    RefusalCard(Desk desk, ConvertViewModel model, Plan plan, Problem problem) {
        this.model = model;
        this.plan = plan;
        this.problem = problem;
        this.language = desk.language();
    }

    Node card() {
        fillDetails();
        VBox card = new VBox(head(), columns(), parts(), details);
        card.getStyleClass().add("refusal");
        return card;
    }

    private String name() {
        return String.valueOf(plan.source().getFileName());
    }

    private Node head() {
        long refused = plan.steps().size() - plan.possible();
        VBox words =
                new VBox(
                        Words.strong(
                                language.say(
                                        "convert.refused", name(), refused, plan.steps().size())),
                        Words.small(language.say("convert.refused.text", plan.possible())));
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button hide = Buttons.small(Feather.CHEVRON_UP, language.say("convert.hide"), () -> {});
        hide.setOnAction(
                _ -> {
                    boolean shown = !details.isVisible();
                    details.setVisible(shown);
                    details.setManaged(shown);
                    hide.setText(language.say(shown ? "convert.hide" : "convert.show"));
                    hide.setGraphic(Icons.of(shown ? Feather.CHEVRON_UP : Feather.CHEVRON_DOWN));
                });
        HBox head =
                new HBox(
                        Icons.of(Tone.DANGER),
                        words,
                        Buttons.small(
                                Feather.COPY,
                                language.say("copy"),
                                () -> MessageBar.copy(String.join("\n", lines()))),
                        hide);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("refusal-head");
        return head;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        ColumnConstraints where = new ColumnConstraints(116);
        ColumnConstraints what = new ColumnConstraints();
        what.setPercentWidth(40);
        ColumnConstraints todo = new ColumnConstraints();
        todo.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(where, what, todo);
        return grid;
    }

    private Node columns() {
        GridPane grid = grid();
        grid.getStyleClass().add("refusal-columns");
        grid.addRow(
                0,
                Words.label(language.say("convert.column.where"), "column-title"),
                Words.label(language.say("convert.column.what"), "column-title"),
                Words.label(language.say("convert.column.todo"), "column-title"));
        return grid;
    }

    private Node parts() {
        VBox rows = new VBox();
        for (Problem.Part part : problem.parts()) {
            GridPane grid = grid();
            grid.getStyleClass().add("refusal-part");
            Label where = Words.wrapped(Words.label(place(part), "code", "danger"));
            grid.addRow(
                    0,
                    where,
                    sentence(part.what(language.problems())),
                    sentence(part.todo(language.problems())));
            rows.getChildren().add(grid);
        }
        return rows;
    }

    private static Node sentence(String phrase) {
        return Words.flow(MessageBar.sentence(phrase), "small-flow");
    }

    // The file is in the title already.
    private String place(Problem.Part part) {
        String file = plan.source().toString();
        String where = part.where();
        return where.startsWith(file)
                ? where.substring(file.length()).replaceFirst("^[,\\s]+", "")
                : where;
    }

    private List<String> lines() {
        List<String> lines = new java.util.ArrayList<>();
        problem.render(language.problems()).forEach(line -> lines.add("error: " + line));
        model.commandLine().ifPresent(line -> lines.add("exit 3  " + line));
        return lines;
    }

    private void fillDetails() {
        details.getChildren().add(Words.secondary(language.say("convert.details")));
        for (String line : lines()) {
            details.getChildren().add(Words.styled(Words.wrapped(Words.code(line)), "muted"));
        }
        details.getStyleClass().add("refusal-details");
    }
}
