package gemwright.ui.serve;

import gemwright.base.AtomicFile;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Texts;
import gemwright.ui.desk.Desk;
import gemwright.ui.desk.Tone;
import gemwright.ui.task.Outcome;
import gemwright.ui.text.Phrase;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// One request tried by hand: written in a form or as JSON, sent, and what came back.
final class TryViewModel {
    private final Desk desk;
    private final Poster poster;
    private final ObjectProperty<Form> form = new SimpleObjectProperty<>(Form.none());
    private final ObjectProperty<Mode> mode = new SimpleObjectProperty<>(Mode.FORM);
    private final StringProperty json = new SimpleStringProperty("");
    private final ObjectProperty<Outcome<Answer>> answer =
            new SimpleObjectProperty<>(new Outcome.Nothing<>());
    private final ObjectProperty<Snippets.Kind> snippetKind =
            new SimpleObjectProperty<>(Snippets.Kind.BASH);
    private final StringProperty snippet = new SimpleStringProperty("");
    private Optional<URI> target = Optional.empty();

    /// How the request is written.
    enum Mode {
        FORM,
        JSON
    }

    /// Sends a request.
    @FunctionalInterface
    interface Poster {
        /// Posts a body and waits for the answer.
        Answer post(URI uri, String body) throws Problem;
    }

    TryViewModel(Desk desk, Poster poster) {
        this.desk = desk;
        this.poster = poster;
        mode.subscribe(_ -> turn());
        json.subscribe(this::written);
        snippetKind.subscribe(_ -> writeSnippet());
        answer.subscribe(this::mark);
    }

    /// Tries requests there from now on.
    ///
    /// @param example a body that the server takes
    void aim(URI uri, Form fields, String example) {
        target = Optional.of(uri);
        form.set(fields);
        answer.set(new Outcome.Nothing<>());
        fields.fields().forEach(field -> field.text().subscribe(_ -> typed()));
        json.set(fields.fields().isEmpty() ? example : Json.write(fields.body()));
        mode.set(fields.fields().isEmpty() ? Mode.JSON : Mode.FORM);
        writeSnippet();
    }

    /// The fields; none where the model takes whole arrays.
    ObjectProperty<Form> form() {
        return form;
    }

    /// How the request is written.
    ObjectProperty<Mode> mode() {
        return mode;
    }

    /// The request as JSON.
    StringProperty json() {
        return json;
    }

    /// What came back.
    ObjectProperty<Outcome<Answer>> answer() {
        return answer;
    }

    /// What the snippet is written for.
    ObjectProperty<Snippets.Kind> snippetKind() {
        return snippetKind;
    }

    /// The request as a client would write it.
    StringProperty snippet() {
        return snippet;
    }

    /// Sends the request as it is written.
    void send() {
        post(json.get());
    }

    /// Sends a request that was sent before.
    void again(String body) {
        json.set(body);
        mode.set(Mode.JSON);
        post(body);
    }

    private void post(String body) {
        if (target.isPresent() && !answer.get().working()) {
            URI uri = target.get();
            desk.background().run(Phrase.of("task.send"), _ -> poster.post(uri, body), answer);
        }
    }

    private void mark(Outcome<Answer> now) {
        form.get().mark(now.found().flatMap(Answer::refusal).orElse(""));
    }

    private void typed() {
        if (mode.get() == Mode.FORM && !form.get().fields().isEmpty()) {
            json.set(Json.write(form.get().body()));
        }
    }

    /// Takes what was written as JSON over into the form; what is no record stays JSON.
    private void turn() {
        if (mode.get() == Mode.FORM) {
            form.get().fill(parsed().orElse(Map.of()));
            typed();
        }
    }

    /// A pasted `curl` command stands for the body that it sends.
    private void written(String text) {
        Optional<String> pasted = Curl.body(text);
        if (pasted.isPresent()) {
            json.set(pasted.get());
        } else {
            writeSnippet();
        }
    }

    /// Writes the request as a file for another tool, and says so.
    void save(RequestFiles.Kind kind, Path file) {
        Optional<Map<String, @Nullable Object>> body = parsed();
        if (target.isEmpty() || body.isEmpty()) {
            return; // nothing is written down yet
        }
        String text = RequestFiles.of(kind, target.get(), body.get());
        String name = String.valueOf(file.getFileName());
        desk.background()
                .run(
                        Phrase.of("task.export", name),
                        _ -> {
                            AtomicFile.writeText(file, text);
                            return file;
                        },
                        _ -> desk.notices().status(Tone.SUCCESS, Phrase.of("toast.exported", name)),
                        problem ->
                                desk.notices()
                                        .status(
                                                Tone.DANGER,
                                                Phrase.of(
                                                        "serve.snippet.notSaved",
                                                        name,
                                                        said(problem))));
    }

    private String said(Problem problem) {
        return String.join("; ", problem.render(Texts.problems(desk.language().locale().get())));
    }

    private void writeSnippet() {
        snippet.set(
                target.flatMap(
                                uri ->
                                        parsed().map(
                                                        body ->
                                                                Snippets.of(
                                                                        snippetKind.get(),
                                                                        uri,
                                                                        body)))
                        .orElse(""));
    }

    private Optional<Map<String, @Nullable Object>> parsed() {
        try {
            if (Json.parse(json.get(), "") instanceof Map<?, ?> record) {
                Map<String, @Nullable Object> named = new LinkedHashMap<>();
                record.forEach((name, value) -> named.put(String.valueOf(name), value));
                return Optional.of(named);
            }
        } catch (Problem unfinished) {
            return Optional.empty(); // the user is in the middle of a word
        }
        return Optional.empty();
    }
}
