package gemwright.ui.quantize;

import gemwright.ui.control.Card;
import gemwright.ui.control.DataTable;
import gemwright.ui.control.Pill;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;
import gemwright.workbench.RunRecord;

import javafx.collections.FXCollections;
import javafx.scene.Node;

import org.kordamp.ikonli.feather.Feather;

import java.util.List;
import java.util.Map;

/// Earlier quantizations, side by side.
final class RunsCard {
    private final QuantizeViewModel model;
    private final Language language;
    private final Figures figures;

    RunsCard(Desk desk, QuantizeViewModel model) {
        this.model = model;
        this.language = desk.language();
        this.figures = language.figures();
    }

    Node card() {
        List<RunRecord> runs = model.runs();
        DataTable<RunRecord> table =
                new DataTable<RunRecord>(
                                language.say("quantize.runs"),
                                FXCollections.observableArrayList(runs))
                        .number(
                                language.say("quantize.run"),
                                60,
                                RunRecord::number,
                                run -> Integer.toString(run.number()))
                        .text(
                                language.say("quantize.method"),
                                180,
                                run -> String.valueOf(run.settings().getOrDefault("method", "")))
                        .text(language.say("quantize.metric"), 100, run -> metric(run))
                        .text(language.say("quantize.size"), 100, this::size)
                        .node(
                                language.say("quantize.verdict"),
                                140,
                                run -> word(run),
                                this::verdict)
                        .dense();
        return new Card(language.say("quantize.runs"))
                .remark(figures.count(runs.size()))
                .fill(table)
                .grow();
    }

    private String metric(RunRecord run) {
        return run.result().get("metric") instanceof Map<?, ?> metric
                        && metric.get("after") instanceof Number after
                ? figures.percent(after.doubleValue())
                : "—";
    }

    private String size(RunRecord run) {
        return run.result().get("bytesAfter") instanceof Number bytes && bytes.longValue() > 0
                ? figures.bytes(bytes.longValue())
                : "—";
    }

    private String word(RunRecord run) {
        return language.say("quantize.state." + run.state().label());
    }

    private Node verdict(RunRecord run) {
        return switch (run.state()) {
            case DONE -> Pill.verdict(Tone.SUCCESS, Feather.CHECK, word(run));
            case NO, FAILED -> Pill.verdict(Tone.DANGER, Feather.X, word(run));
            case RUNNING, CANCELLED -> Pill.verdict(Tone.NEUTRAL, Feather.CIRCLE, word(run));
        };
    }
}
