package gemwright.ui.inspect;

import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.desk.Desk;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import javafx.collections.FXCollections;
import javafx.scene.Node;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of the Model screen.
final class Tables {
    private final Language language;
    private final InspectViewModel model;

    Tables(Desk desk, InspectViewModel model) {
        this.language = desk.language();
        this.model = model;
    }

    private String say(String column) {
        return language.say("inspect.column." + column);
    }

    Node nodes(Inspected it) {
        Figures figures = language.figures();
        DataTable<NodeRow> table =
                new DataTable<NodeRow>(
                                language.say("inspect.tab.nodes"),
                                FXCollections.observableArrayList(it.nodes()))
                        .code(say("name"), 260, NodeRow::name)
                        .text(say("operator"), 180, NodeRow::shortOperator);
        if (it.onnx()) {
            table.number(
                            say("parameters"),
                            100,
                            NodeRow::parameters,
                            node -> node.parameters() == 0 ? "" : figures.count(node.parameters()))
                    .number(
                            say("bytes"),
                            100,
                            NodeRow::bytes,
                            node -> node.bytes() == 0 ? "" : figures.bytes(node.bytes()));
            if (it.nodes().stream().anyMatch(node -> node.macs().isPresent())) {
                table.number(
                        say("macs"),
                        100,
                        node -> node.macs().orElse(0),
                        node ->
                                node.macs().orElse(0) > 0
                                        ? figures.large(node.macs().getAsLong())
                                        : "");
            }
            table.code(say("inputs"), 240, NodeRow::inputs);
        } else {
            table.code(say("settings"), 420, node -> settings(node.settings()));
        }
        select(table);
        return new Card(language.say("inspect.tab.nodes"))
                .remark(language.say("inspect.nodes.remark", it.nodes().size()))
                .fill(table)
                .grow();
    }

    private static String settings(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .reduce((first, second) -> first + ", " + second)
                .orElse("");
    }

    private void select(DataTable<NodeRow> table) {
        model.selectedNode().ifPresent(table.getSelectionModel()::select);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener(
                        (_, _, node) ->
                                model.selected().set(Optional.ofNullable(node).map(NodeRow::id)));
    }

    Node tensors(Inspected it) {
        Figures figures = language.figures();
        DataTable<TensorRow> table =
                new DataTable<TensorRow>(
                                language.say("inspect.tab.tensors"),
                                FXCollections.observableArrayList(it.tensors()))
                        .code(say("name"), 360, TensorRow::name)
                        .text(say("type"), 100, TensorRow::type)
                        .code(say("shape"), 160, TensorRow::shape)
                        .number(
                                say("elements"),
                                120,
                                TensorRow::elements,
                                tensor -> figures.count(tensor.elements()))
                        .number(
                                say("bytes"),
                                120,
                                TensorRow::bytes,
                                tensor -> figures.bytes(tensor.bytes()));
        long bytes = it.tensors().stream().mapToLong(TensorRow::bytes).sum();
        return new Card(language.say("inspect.tab.tensors"))
                .remark(
                        language.say(
                                "inspect.tensors.remark",
                                it.tensors().size(),
                                figures.bytes(bytes)))
                .fill(table)
                .grow();
    }

    Node values(Inspected it) {
        DataTable<ValueRow> table =
                new DataTable<ValueRow>(
                                language.say("inspect.tab.values"),
                                FXCollections.observableArrayList(it.values()))
                        .code(say("name"), 320, ValueRow::name)
                        .text(
                                say("kind"),
                                120,
                                value ->
                                        language.say(
                                                value.output()
                                                        ? "inspect.output"
                                                        : "inspect.input"))
                        .text(say("type"), 120, ValueRow::type)
                        .code(say("shape"), 240, ValueRow::shape);
        return new Card(language.say("inspect.tab.values")).fill(table).grow();
    }

    Node metadata(Inspected it) {
        DataTable<Map.Entry<String, String>> table =
                new DataTable<Map.Entry<String, String>>(
                                language.say("inspect.tab.metadata"),
                                FXCollections.observableArrayList(
                                        List.copyOf(it.metadata().entrySet())))
                        .code(say("key"), 280, Map.Entry::getKey)
                        .text(say("value"), 640, Map.Entry::getValue);
        return new Card(language.say("inspect.tab.metadata")).fill(table).grow();
    }
}
