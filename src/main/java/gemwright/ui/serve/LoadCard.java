package gemwright.ui.serve;

import gemwright.loadtest.LoadResult;
import gemwright.loadtest.ServiceLevel;
import gemwright.loadtest.Slice;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Icons;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.serve.LoadViewModel.Tested;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Figures;
import gemwright.ui.text.Language;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.kordamp.ikonli.feather.Feather;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/// The last load test in one row: the verdict, then each service level with what was measured.
final class LoadCard {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.systemDefault());

    private final ServeViewModel serve;
    private final LoadViewModel model;
    private final Language language;
    private final Figures figures;

    LoadCard(Desk desk, ServeViewModel serve) {
        this.serve = serve;
        this.model = serve.load();
        this.language = desk.language();
        this.figures = language.figures();
    }

    /// The card; `strip` where it stands below the form and leads to its own tab.
    Card card(boolean strip) {
        HBox ways = new HBox();
        ways.getStyleClass().add("card-ways");
        ways.setAlignment(Pos.CENTER_RIGHT);
        HBox body = new HBox();
        body.getStyleClass().add("load-levels");
        body.setAlignment(Pos.CENTER_LEFT);
        body.setId("load");
        Card card = new Card(language.say("serve.load")).actions(ways).fill(body);
        Showing.follow(
                body,
                () -> {
                    card.remark(remark());
                    ways.getChildren().setAll(ways(strip));
                    body.getChildren().setAll(body());
                },
                model.outcome(),
                model.slices());
        card.setMinHeight(112);
        return card;
    }

    private String remark() {
        if (model.outcome().get() instanceof Outcome.Ready<Tested>(Tested tested)) {
            LoadResult result = tested.outcome().result();
            return language.say(
                    "serve.load.remark",
                    Integer.toString(tested.run()),
                    CLOCK.format(tested.at()),
                    figures.count(result.plan().connections()),
                    figures.count(result.plan().duration().toSeconds()),
                    tested.data()
                            .map(data -> language.say("serve.load.rows", data))
                            .orElse(language.say("serve.load.example")),
                    figures.count(result.plan().warmUp().toSeconds()));
        }
        return language.say("serve.load.plan", model.connections().get(), model.seconds().get());
    }

    private List<Node> ways(boolean strip) {
        if (model.outcome().get().working()) {
            Button cancel = Buttons.small(Feather.X, language.say("cancel"), model::cancel);
            cancel.setId("load-cancel");
            return List.of(cancel);
        }
        boolean again = model.outcome().get().found().isPresent();
        Button run =
                Words.styled(
                        Buttons.small(
                                Feather.PLAY,
                                language.say(again ? "serve.load.again" : "serve.load.run"),
                                model::run),
                        "strong-button");
        run.setId("load-run");
        Button open =
                Words.styled(
                        new Button(language.say(again ? "open" : "serve.load.settings")),
                        "link-button");
        open.setOnAction(_ -> serve.tab().set("load"));
        return strip ? List.of(open, run) : List.of(run);
    }

    private List<Node> body() {
        return switch (model.outcome().get()) {
            case Outcome.Nothing<Tested> _ -> List.of(hint(language.say("serve.load.none")));
            case Outcome.Stopped<Tested> _ -> List.of(hint(language.say("serve.load.cancelled")));
            case Outcome.Failed<Tested>(var problem) ->
                    List.of(grow(MessageBar.of(problem, language)));
            case Outcome.Working<Tested> _ -> live();
            case Outcome.Ready<Tested>(Tested tested) -> verdicts(tested);
        };
    }

    private static Node hint(String text) {
        return grow(Words.wrapped(Words.muted(text)));
    }

    private static Node grow(Node node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        return node;
    }

    private List<Node> live() {
        if (model.slices().isEmpty()) {
            return List.of(hint(language.say("serve.load.starting")));
        }
        Slice last = model.slices().getLast();
        return List.of(
                level(
                        Tone.WORKING,
                        language.say(last.warmUp() ? "serve.load.warming" : "serve.load.measuring"),
                        language.say("serve.load.second", Integer.toString(last.second() + 1)),
                        "",
                        true),
                level(
                        Tone.NEUTRAL,
                        language.say("serve.live.rate"),
                        language.say("serve.perSecond", figures.significant(last.rps())),
                        "",
                        false),
                level(
                        Tone.NEUTRAL,
                        "p50 / p95 / p99",
                        figures.significant(last.latency().p50())
                                + " / "
                                + figures.significant(last.latency().p95())
                                + " / "
                                + figures.significant(last.latency().p99())
                                + " ms",
                        "",
                        false),
                level(
                        Tone.NEUTRAL,
                        language.say("serve.live.errors"),
                        figures.count(last.errors()),
                        "",
                        false));
    }

    private List<Node> verdicts(Tested tested) {
        LoadResult result = tested.outcome().result();
        List<Node> shown = new java.util.ArrayList<>();
        long held = tested.outcome().verdicts().stream().filter(ServiceLevel.Verdict::held).count();
        int all = tested.outcome().verdicts().size();
        Label verdict =
                Words.label(
                        held == all
                                ? language.say("serve.load.held", all)
                                : language.say("serve.load.missed", all - held, all),
                        "load-verdict",
                        held == all ? "success" : "danger");
        verdict.setGraphic(Icons.of(held == all ? Tone.SUCCESS : Tone.DANGER));
        verdict.setId("load-verdict");
        VBox first =
                new VBox(
                        verdict,
                        Words.secondary(
                                language.say(
                                        "serve.load.total",
                                        figures.count(result.measured().requests()),
                                        figures.significant(result.measured().rps()))));
        first.getStyleClass().addAll("load-level", "first");
        shown.add(grow(first));
        tested.outcome().verdicts().forEach(one -> shown.add(level(one, result)));
        return shown;
    }

    private Node level(ServiceLevel.Verdict verdict, LoadResult result) {
        LoadResult.Part measured = result.measured();
        String detail =
                switch (verdict.level().metric()) {
                    case P50, P90, P95, P99, P999, MAX, MEAN ->
                            language.say(
                                    "serve.load.latency",
                                    figures.significant(measured.latency().p50()),
                                    figures.significant(measured.latency().max()));
                    case ERRORS ->
                            language.say(
                                    "serve.load.errors",
                                    figures.count(measured.errors()),
                                    figures.count(measured.requests()));
                    case RPS ->
                            language.say("serve.load.cpu", figures.significant(result.clientCpu()));
                };
        return level(
                verdict.held() ? Tone.SUCCESS : Tone.DANGER,
                LoadWords.rule(language, verdict.level()),
                LoadWords.value(language, verdict),
                detail,
                false);
    }

    private Node level(Tone tone, String name, String value, String detail, boolean first) {
        Label title = Words.label(name, "load-name", tone.style());
        if (tone != Tone.NEUTRAL) {
            title.setGraphic(Icons.of(tone));
        }
        Label number = Words.strong(value);
        number.setMinWidth(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox figures = new HBox(number, Words.secondary(detail));
        figures.getStyleClass().add("load-figures");
        figures.setAlignment(Pos.BASELINE_LEFT);
        VBox both = new VBox(title, figures);
        both.getStyleClass().addAll("load-level", first ? "first" : "next");
        return grow(both);
    }
}
