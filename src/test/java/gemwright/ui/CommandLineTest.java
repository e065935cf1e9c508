package gemwright.ui;

import static gemwright.ui.TestWindow.onWindowThread;
import static gemwright.ui.TestWindow.until;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.cli.Cli;

import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What a screen copies as its command line does on the command line what the screen did.
class CommandLineTest {
    private static final Path MODEL = Path.of("sample-models", "employment", "employment.joblib");

    @TempDir private Path data;
    @TempDir private Path elsewhere;

    private TestWindow window;

    @BeforeEach
    void open() throws Exception {
        window = TestWindow.open(data, 1280, 800);
        onWindowThread(() -> window.window().open(List.of(MODEL)));
        window.untilIdle();
    }

    @AfterEach
    void close() {
        window.close();
    }

    private void press(String selector) {
        until(
                selector + " can be pressed",
                () ->
                        window.scene().getRoot().lookup(selector) instanceof ButtonBase button
                                && !button.isDisabled());
        ButtonBase button = (ButtonBase) window.find(selector);
        onWindowThread(button::fire);
        window.untilIdle();
    }

    private String copied(String action) {
        return onWindowThread(
                () -> window.desk().actions().get(action).commandLine().orElseThrow());
    }

    /// The words of a line as a shell splits it, without the program's name.
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        for (String word : line.split(" (?=(?:[^']*'[^']*')*[^']*$)", -1)) {
            words.add(word.startsWith("'") ? word.substring(1, word.length() - 1) : word);
        }
        assertEquals("gemwright", words.removeFirst());
        return words;
    }

    private record Said(int exit, String text) {}

    private static Said call(List<String> words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream error = new ByteArrayOutputStream();
        int exit = new Cli(stream(out), stream(error)).call(words.toArray(String[]::new));
        return new Said(
                exit,
                out.toString(StandardCharsets.UTF_8) + error.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    @Test
    void inspectsTheSameModel() {
        Said said = call(words(copied("inspect.run")));

        assertEquals(0, said.exit(), said.text());
        assertTrue(said.text().contains("MLPClassifier"), said.text());
    }

    @Test
    void convertsToTheSameBytes() throws Exception {
        window.go("convert");
        window.untilIdle();
        List<String> words = words(copied("convert.run"));
        press("#convert");
        until("the converted model is in hand", () -> lastVariant().endsWith(".onnx"));
        Path made = onWindowThread(() -> window.desk().lineage().file().orElseThrow());
        Path target = elsewhere.resolve("converted.onnx");
        words.set(words.indexOf("-o") + 1, target.toString());

        Said said = call(words);

        assertEquals(0, said.exit(), said.text());
        assertArrayEquals(Files.readAllBytes(made), Files.readAllBytes(target));
    }

    @Test
    void quantizesToTheSameBytes() throws Exception {
        convert();
        window.go("quantize");
        press("#method-dynamic-int8");
        List<String> words = words(copied("quantize.run"));
        press("#quantize");
        until("the smaller model is in hand", () -> window.desk().lineage().path().size() == 3);
        Path made = onWindowThread(() -> window.desk().lineage().file().orElseThrow());
        Path target = elsewhere.resolve("smaller.onnx");
        words.set(words.indexOf("-o") + 1, target.toString());

        Said said = call(words);

        assertEquals(0, said.exit(), said.text());
        assertArrayEquals(Files.readAllBytes(made), Files.readAllBytes(target));
    }

    @Test
    void findsTheSameDrift() {
        window.go("drift");
        until("the rows can be chosen", () -> shown("#drift-current"));
        choose("production.csv");
        until("the verdict is there", () -> shown("#verdict"));
        String verdict = ((Labeled) window.find("#verdict")).getText();

        Said said = call(words(copied("drift.run")));

        assertEquals(1, said.exit(), said.text());
        assertEquals("2 of 16 features drifted", verdict);
        assertTrue(said.text().contains("2 of 16"), said.text());
    }

    @SuppressWarnings("unchecked") // the choice holds files
    private void choose(String name) {
        ComboBox<Path> box = (ComboBox<Path>) window.find("#drift-current");
        onWindowThread(
                () ->
                        box.setValue(
                                box.getItems().stream()
                                        .filter(file -> file.endsWith(name))
                                        .findFirst()
                                        .orElseThrow()));
    }

    private boolean shown(String selector) {
        return window.scene().getRoot().lookup(selector) != null;
    }

    private void convert() {
        window.go("convert");
        window.untilIdle();
        press("#convert");
        until("the converted model is in hand", () -> lastVariant().endsWith(".onnx"));
    }

    private String lastVariant() {
        return window.desk().lineage().path().getLast().label();
    }
}
