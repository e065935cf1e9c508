package gemwright.ui.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestDesk;
import gemwright.workbench.AnswerCheck;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// On the bundled pipeline, with the real engine and no window.
class ConvertViewModelTest {
    private static final Path MODEL = Path.of("sample-models", "employment", "employment.joblib");
    private static final Path ROWS = Path.of("sample-models", "employment", "reference.csv");

    @TempDir private Path folder;

    private TestDesk desk;
    private ConvertViewModel model;

    @BeforeEach
    void open() {
        desk = new TestDesk(folder);
        model =
                new ConvertViewModel(
                        desk.desk(), new EngineConverting(desk.desk().history().workspace()));
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private void take(Path file) {
        desk.desk().lineage().open(file);
        desk.playUntilIdle();
    }

    @Test
    void saysWhatCanBeDoneBeforeAnythingIsWritten() {
        take(MODEL);

        Plan plan = model.plan().get().found().orElseThrow();
        assertEquals(
                List.of("SimpleImputer", "StandardScaler", "OneHotEncoder", "MLPClassifier"),
                plan.steps().stream().map(Plan.Step::type).toList());
        assertEquals(4, plan.possible());
        assertEquals(16, plan.inputs());
        assertTrue(model.run().obstacle().get().isEmpty());
        assertFalse(Files.exists(folder.resolve("workspace")));
    }

    @Test
    void convertsAsARunAndChecksTheAnswers() {
        desk.desk().shelf().refer(ROWS);
        take(MODEL);

        model.run().run();
        desk.playUntilIdle();

        Converted made = model.result().get().found().orElseThrow();
        assertTrue(Files.isRegularFile(made.target()));
        assertTrue(made.check().filter(AnswerCheck::same).isPresent());
        assertEquals(12_000, made.check().orElseThrow().rows());
        assertEquals(
                List.of("employment.joblib", "employment.onnx"),
                desk.desk().lineage().path().stream().map(it -> it.label()).toList());
    }

    @Test
    void copiesTheLineOfTheCommandLine() {
        take(MODEL);
        model.doubles().set(true);
        desk.playUntilIdle();

        assertEquals(
                Optional.of(
                        "gemwright convert sample-models/employment/employment.joblib"
                                + " -o employment.onnx --precision double"),
                model.commandLine());
    }

    @Test
    void hasNothingToDoWithAModelThatIsOnnxAlready() {
        take(Path.of("sample-models", "digits", "digits_cnn.onnx"));

        assertTrue(model.source().isEmpty());
        assertTrue(model.run().obstacle().get().isPresent());
    }
}
