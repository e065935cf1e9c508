package gemwright.ui.report;

import gemwright.report.PagePictures;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.EmptyState;
import gemwright.ui.control.MessageBar;
import gemwright.ui.control.Segments;
import gemwright.ui.control.Showing;
import gemwright.ui.control.Words;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.shell.Page;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Language;
import gemwright.workbench.Reporting;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.kordamp.ikonli.feather.Feather;

import java.io.File;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// The Reports screen: sections at the left, the very pages at the right.
public final class ReportView {
    private final Desk desk;
    private final ReportViewModel model;
    private final Language language;
    private final VBox content = new VBox();

    private ReportView(Desk desk, ReportViewModel model) {
        this.desk = desk;
        this.model = model;
        this.language = desk.language();
        content.getStyleClass().add("content");
    }

    /// Opens the screen on that desk.
    public static Supplier<Page> open(Desk desk) {
        ReportViewModel model = new ReportViewModel(desk);
        return () -> new ReportView(desk, model).page();
    }

    private Page page() {
        model.asking(() -> ask(Reporting.Format.PDF));
        Showing.follow(
                content, this::show, model.preview(), model.exported(), desk.history().runs());
        Button pdf =
                Buttons.primary(
                        Feather.DOWNLOAD,
                        language.say("action.report.run"),
                        () -> model.export().run());
        pdf.setId("export-pdf");
        Page page = new Page(Words.title(language.say("screen.report")), content).primary(pdf);
        for (Reporting.Format format : Reporting.Format.values()) {
            if (format != Reporting.Format.PDF) {
                page.secondary(other(format));
            }
        }
        Showing.follow(
                pdf,
                () -> pdf.setDisable(model.export().obstacle().get().isPresent()),
                model.export().obstacle());
        return page;
    }

    private Button other(Reporting.Format format) {
        Button button = Buttons.secondary(Feather.CODE, format.name(), () -> ask(format));
        Showing.follow(
                button,
                () -> button.setDisable(model.export().obstacle().get().isPresent()),
                model.export().obstacle());
        return button;
    }

    private void ask(Reporting.Format format) {
        FileChooser chooser = new FileChooser();
        String ending = format.name().toLowerCase(Locale.ROOT);
        chooser.setTitle(language.say("action.report.run"));
        chooser.setInitialFileName("drift." + ending);
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(format.name(), "*." + ending));
        File chosen = chooser.showSaveDialog(content.getScene().getWindow());
        if (chosen != null) {
            model.export(chosen.toPath());
        }
    }

    private void show() {
        content.getChildren().clear();
        if (model.exported().get() instanceof Outcome.Failed<?> failed) {
            content.getChildren().add(MessageBar.of(failed.problem(), language));
        }
        content.getChildren()
                .addAll(
                        switch (model.preview().get()) {
                            case Outcome.Nothing<Preview> _, Outcome.Stopped<Preview> _ ->
                                    List.of(nothing());
                            case Outcome.Working<Preview> _ ->
                                    List.of(
                                            MessageBar.of(
                                                    Tone.WORKING, language.say("report.working")));
                            case Outcome.Failed<Preview> failed ->
                                    List.of(MessageBar.of(failed.problem(), language), nothing());
                            case Outcome.Ready<Preview> ready -> List.of(ready(ready.result()));
                        });
    }

    private Node nothing() {
        EmptyState empty =
                new EmptyState(
                        Feather.FILE_TEXT,
                        language.say("report.empty.title"),
                        language.say("report.empty.text"));
        VBox.setVgrow(empty, Priority.ALWAYS);
        return empty.need(
                false,
                language.say("report.empty.need"),
                language.say("report.empty.detail"),
                Buttons.small(
                        Feather.ACTIVITY, language.say("report.empty.go"), () -> desk.go("drift")));
    }

    private Node ready(Preview preview) {
        VBox left = new VBox(sections(preview), choices(preview));
        left.getStyleClass().add("report-left");
        Node right = pages(preview);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox both = new HBox(left, right);
        both.getStyleClass().add("card-row");
        VBox.setVgrow(both, Priority.ALWAYS);
        return both;
    }

    private Node sections(Preview preview) {
        VBox list = new VBox();
        list.getStyleClass().add("report-sections");
        List<PagePictures.Section> sections = preview.sections();
        for (int i = 0; i < sections.size(); i++) {
            list.getChildren().add(section(preview, i, sections.get(i)));
        }
        return new Card(language.say("report.sections"))
                .remark(language.figures().count(sections.size()))
                .fill(list);
    }

    private Node section(Preview preview, int index, PagePictures.Section section) {
        Label number = Words.secondary(Integer.toString(section.page() + 1));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox words = new HBox(Words.text(section.title()), space, number);
        words.setAlignment(Pos.CENTER_LEFT);
        ToggleButton row = new ToggleButton();
        row.setGraphic(words);
        row.getStyleClass().add("report-section");
        row.setMaxWidth(Double.MAX_VALUE);
        row.setAccessibleText(language.say("report.section", section.title(), section.page() + 1));
        words.prefWidthProperty().bind(row.widthProperty().subtract(32));
        row.setOnAction(_ -> model.page().set(section.page()));
        Showing.follow(
                row,
                () -> row.setSelected(preview.sectionOf(model.page().get()) == index),
                model.page());
        return row;
    }

    private Node choices(Preview preview) {
        Label spoken = Words.secondary(language.say("report.language"));
        Node languages =
                new Segments<>(
                        language.say("report.language"),
                        List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE),
                        one -> one.equals(Locale.ENGLISH) ? "English" : "中文",
                        model.language());
        Label facts =
                Words.wrapped(
                        Words.secondary(
                                language.say(
                                        "report.facts",
                                        Integer.toString(preview.run()),
                                        language.figures().count(preview.report().referenceRows()),
                                        language.figures().count(preview.report().currentRows()))));
        Label size =
                Words.wrapped(
                        Words.secondary(
                                language.say(
                                        "report.size",
                                        preview.pages(),
                                        language.figures().bytes(preview.bytes()))));
        return new Card(language.say("report.content"))
                .body(spoken, new HBox(languages), facts, size);
    }

    private Node pages(Preview preview) {
        ImageView paper = new ImageView();
        StackPane ground = new StackPane(paper);
        ground.getStyleClass().add("report-ground");
        ScrollPane scroll = new ScrollPane(ground);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("report-scroll");
        scroll.setAccessibleText(language.say("report.preview"));
        Showing.follow(paper, () -> draw(paper, scroll), model.picture());
        Label where = Words.small("");
        Label size = Words.small("");
        Showing.follow(
                where,
                () ->
                        where.setText(
                                language.say(
                                        "report.page", model.page().get() + 1, preview.pages())),
                model.page());
        Showing.follow(size, () -> size.setText(model.zoom().get() + "\u00a0%"), model.zoom());
        HBox turning =
                new HBox(
                        Buttons.square(
                                Feather.CHEVRON_LEFT,
                                language.say("report.before"),
                                () -> model.turn(-1)),
                        where,
                        Buttons.square(
                                Feather.CHEVRON_RIGHT,
                                language.say("report.after"),
                                () -> model.turn(1)));
        HBox zooming =
                new HBox(
                        Buttons.square(
                                Feather.MINUS,
                                language.say("report.smaller"),
                                () -> model.zoom(-1)),
                        size,
                        Buttons.square(
                                Feather.PLUS, language.say("report.larger"), () -> model.zoom(1)));
        for (HBox group : List.of(turning, zooming)) {
            group.getStyleClass().add("report-buttons");
            group.setAlignment(Pos.CENTER);
        }
        return new Card(language.say("report.preview"))
                .actions(turning, zooming)
                .fill(scroll)
                .grow();
    }

    private void draw(ImageView paper, ScrollPane scroll) {
        Optional<Picture> picture = model.picture().get().found();
        if (picture.isPresent()) {
            paper.setImage(new Image(picture.get().open()));
            scroll.setVvalue(0);
        }
    }
}
