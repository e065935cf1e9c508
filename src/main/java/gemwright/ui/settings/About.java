package gemwright.ui.settings;

import gemwright.base.Home;
import gemwright.base.LogFile;
import gemwright.ui.control.Buttons;
import gemwright.ui.control.Card;
import gemwright.ui.control.Facts;
import gemwright.ui.control.MessageBar;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.text.Language;
import gemwright.ui.text.Phrase;
import gemwright.workbench.Environment;

import javafx.scene.Node;

import org.kordamp.ikonli.feather.Feather;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Versions, licence, where things lie, and the text to hand in with a report.
final class About {
    private final Desk desk;
    private final Language language;

    About(Desk desk) {
        this.desk = desk;
        this.language = desk.language();
    }

    List<Node> cards() {
        Map<String, ?> environment = Environment.current().toJson();
        Facts versions = new Facts();
        environment.forEach((name, value) -> versions.fact(name, String.valueOf(value)));
        Facts places = new Facts();
        places.fact(language.say("about.log"), LogFile.path().toString());
        places.fact(language.say("about.data"), Home.data().toString());
        places.fact(language.say("about.licence"), "Apache-2.0");
        places.fact(language.say("about.fonts"), "Noto Sans SC, JetBrains Mono (OFL-1.1)");
        List<Node> cards = new ArrayList<>();
        cards.add(
                new Card(language.say("about.environment"))
                        .actions(
                                Buttons.link(
                                        Feather.COPY,
                                        language.say("about.copy"),
                                        () -> copy(environment)))
                        .body(versions));
        cards.add(new Card(language.say("about.places")).body(places));
        return cards;
    }

    private void copy(Map<String, ?> environment) {
        StringBuilder text = new StringBuilder("Gemwright\n");
        environment.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        text.append("log: ").append(LogFile.path());
        MessageBar.copy(text.toString());
        desk.notices().status(Tone.SUCCESS, Phrase.of("status.copied"));
    }
}
