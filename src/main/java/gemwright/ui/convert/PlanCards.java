package gemwright.ui.convert;

import gemwright.onnx.ElementType;
import gemwright.onnx.ValueInfo;
import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Icons;
import gemwright.ui.control.Pill;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The cards that show a plan: from what, to what, step by step, and what goes in and out.
final class PlanCards {
    private static final List<Integer> OPSETS = List.of(21, 20, 19, 18, 17, 16, 15, 14, 13);
    private static final int BIG_ICON = 20;

    private final ConvertViewModel model;
    private final Plan plan;
    private final Language language;

    PlanCards(Desk desk, ConvertViewModel model, Plan plan) {
        this.model = model;
        this.plan = plan;
        this.language = desk.language();
    }

    Node from() {
        Label name = Words.strong(String.valueOf(plan.source().getFileName()));
        HBox first = new HBox(name, pill());
        first.setAlignment(Pos.CENTER_LEFT);
        first.getStyleClass().add("from-name");
        Label structure = Words.label(plan.structure(), "small-text", "muted");
        String inputs = plan.inputs() == 0 ? "" : language.say("convert.columns", plan.inputs());
        Label facts =
                Words.secondary(
                        language.say(
                                "convert.from.facts",
                                plan.producer(),
                                language.figures().bytes(plan.bytes()),
                                inputs));
        VBox words = new VBox(first, structure, facts);
        words.getStyleClass().add("from-words");
        words.setMinWidth(0);
        HBox row = new HBox(Icons.of(Feather.BOX, BIG_ICON), words);
        row.getStyleClass().add("from-row");
        return grow(new Card(language.say("convert.from")).body(row));
    }

    private static Card grow(Card card) {
        HBox.setHgrow(card, Priority.ALWAYS);
        card.setPrefWidth(1);
        card.setMinWidth(0);
        return card;
    }

    private Node pill() {
        String word = language.say("verdict." + plan.verdict().id());
        return switch (plan.verdict()) {
            case SAFE -> Pill.verdict(Tone.SUCCESS, Feather.SHIELD, word);
            case UNKNOWN -> Pill.verdict(Tone.WARNING, Feather.HELP_CIRCLE, word);
            case DAMAGED, DANGEROUS -> Pill.verdict(Tone.DANGER, Feather.ALERT_CIRCLE, word);
        };
    }

    Node to() {
        List<Optional<Integer>> opsets = new ArrayList<>();
        opsets.add(Optional.empty());
        OPSETS.forEach(opset -> opsets.add(Optional.of(opset)));
        ComboBox<Optional<Integer>> opset =
                choice(
                        opsets,
                        it -> it.map(String::valueOf).orElse(language.say("convert.opset.usual")));
        opset.setValue(model.opset().get());
        opset.setOnAction(_ -> model.opset().set(opset.getValue()));
        opset.setId("opset");
        ComboBox<Boolean> precision =
                choice(List.of(false, true), doubles -> doubles ? "float64" : "float32");
        precision.setValue(model.doubles().get());
        precision.setOnAction(_ -> model.doubles().set(precision.getValue()));
        HBox fields =
                new HBox(
                        field(language.say("convert.opset"), opset, 112),
                        field(language.say("convert.inputs"), inputs(), 200),
                        field(language.say("convert.precision"), precision, 128));
        fields.getStyleClass().add("to-fields");
        return grow(new Card(language.say("convert.to")).body(fields));
    }

    // What the model takes follows from how it was fitted: there is nothing to choose.
    private Node inputs() {
        boolean columns = plan.inputs() > 1;
        ComboBox<String> box =
                choice(
                        List.of(
                                columns
                                        ? language.say("convert.inputs.columns", plan.inputs())
                                        : language.say("convert.inputs.array")),
                        Function.identity());
        box.getSelectionModel().selectFirst();
        return box;
    }

    private <T> ComboBox<T> choice(List<T> values, Function<T, String> words) {
        ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        box.setConverter(
                new StringConverter<>() {
                    @Override
                    public String toString(T value) {
                        return value == null ? "" : words.apply(value);
                    }

                    @Override
                    public T fromString(String text) {
                        throw new IllegalStateException("not editable");
                    }
                });
        return box;
    }

    private static Node field(String name, Node control, double width) {
        Label label = Words.label(name, "secondary");
        label.setLabelFor(control);
        control.setAccessibleText(name);
        VBox field = new VBox(label, control);
        field.getStyleClass().add("field");
        field.setPrefWidth(width);
        HBox.setHgrow(field, Priority.ALWAYS);
        return field;
    }

    Node steps() {
        boolean refused = plan.refusal().isPresent();
        DataTable<Plan.Step> table =
                new DataTable<Plan.Step>(
                                language.say("convert.steps"),
                                FXCollections.observableArrayList(plan.steps()))
                        .code(language.say("convert.column.step"), 150, Plan.Step::path)
                        .text(language.say("convert.column.class"), 150, Plan.Step::type)
                        .code(
                                language.say("convert.column.becomes"),
                                190,
                                step -> step.becomes().isEmpty() ? "–" : step.becomes())
                        .node(
                                language.say("convert.column.status"),
                                130,
                                this::status,
                                this::statusLabel);
        if (refused) {
            table.asHighAsItsRows();
        }
        Card card =
                new Card(language.say("convert.steps"))
                        .remark(
                                refused
                                        ? language.say(
                                                "convert.steps.some",
                                                plan.possible(),
                                                plan.steps().size())
                                        : language.say(
                                                "convert.steps.all",
                                                plan.possible(),
                                                plan.steps().size(),
                                                plan.nodes()))
                        .fill(table);
        card.setPrefWidth(616);
        HBox.setHgrow(card, Priority.ALWAYS);
        return card;
    }

    private String status(Plan.Step step) {
        return language.say(step.possible() ? "convert.can" : "convert.cannot");
    }

    private Node statusLabel(Plan.Step step) {
        Tone tone = step.possible() ? Tone.SUCCESS : Tone.DANGER;
        Label label = Words.label(status(step), "small-text", tone.style());
        label.setGraphic(Icons.of(tone));
        return label;
    }

    Node values() {
        List<ValueInfo> shown = plan.values();
        DataTable<ValueInfo> table =
                new DataTable<ValueInfo>(
                                language.say("convert.values"),
                                FXCollections.observableArrayList(shown))
                        .dense()
                        .code(language.say("inspect.column.name"), 300, ValueInfo::name)
                        .text(
                                language.say("inspect.column.kind"),
                                120,
                                value ->
                                        language.say(
                                                shown.indexOf(value) < plan.inputs()
                                                        ? "inspect.input"
                                                        : "inspect.output"))
                        .text(
                                language.say("inspect.column.type"),
                                120,
                                value ->
                                        value.elementType() == ElementType.UNDEFINED
                                                ? ""
                                                : value.elementType().spelling())
                        .code(
                                language.say("inspect.column.shape"),
                                200,
                                value -> value.shape().map(Object::toString).orElse(""));
        Card card =
                new Card(
                                language.say(
                                        "convert.values.of",
                                        EngineConverting.stem(plan.source()) + ".onnx"))
                        .remark(
                                language.say(
                                        "convert.values.count",
                                        plan.inputs(),
                                        shown.size() - plan.inputs()))
                        .fill(table);
        card.setMinHeight(157);
        card.setPrefHeight(157);
        card.setMaxHeight(157);
        return card;
    }
}
