package gemwright.ui.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.ui.TestDesk;
import gemwright.ui.desk.Health;
import gemwright.ui.task.Outcome;
import gemwright.workbench.RunState;
import gemwright.workbench.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A real server on this machine, without a window.
class ServeViewModelTest {
    private static final Path MODELS = Path.of("src/test/resources/gemwright/serve/models");

    @TempDir private Path folder;

    private TestDesk desk;
    private ServeViewModel model;

    @BeforeEach
    void open() throws IOException {
        desk = new TestDesk(folder);
        desk.desk().choices().choose(Settings.PORT, (long) freePort());
        model = new ServeViewModel(desk.desk());
        desk.desk().lineage().open(MODELS.resolve("people.onnx"));
    }

    @AfterEach
    void close() {
        model.stop();
        desk.playUntilIdle();
        desk.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Started start() {
        model.start();
        desk.playUntilIdle();
        return model.server().get().found().orElseThrow();
    }

    @Test
    void servesOnThePortOfTheSettings() {
        Started started = start();

        assertEquals(model.port(), started.port());
        assertEquals(
                Optional.of(new Health.Serving(model.port(), 0)),
                desk.desk().health().serving().get());
    }

    @Test
    void answersWhatTheFormSends() {
        start();
        model.trial().form().get().fields().get(1).text().set("Berlin");

        model.trial().send();
        desk.playUntilIdle();

        Answer answer = model.trial().answer().get().found().orElseThrow();
        assertEquals(200, answer.status());
        assertEquals(Optional.of("Berlin"), answer.label());
    }

    @Test
    void showsARefusalAtItsField() {
        start();
        FormField visits = model.trial().form().get().fields().get(2);
        visits.text().set("often");

        model.trial().send();
        desk.playUntilIdle();

        assertEquals(400, model.trial().answer().get().found().orElseThrow().status());
        assertTrue(visits.error().get().orElseThrow().contains("often"), visits.error()::toString);
    }

    @Test
    void fillsTheFormFromJson() {
        start();
        model.trial().mode().set(TryViewModel.Mode.JSON);
        model.trial().json().set("{\"city\":\"Rome\",\"age\":20}");

        model.trial().mode().set(TryViewModel.Mode.FORM);

        assertEquals(
                List.of("20", "Rome"),
                model.trial().form().get().fields().stream()
                        .limit(2)
                        .map(field -> field.text().get())
                        .toList());
    }

    @Test
    void namesAFreePortWhereItsOwnIsTaken() throws IOException {
        try (ServerSocket taken =
                new ServerSocket(model.port(), 1, InetAddress.getLoopbackAddress())) {
            model.start();
            desk.playUntilIdle();

            assertInstanceOf(Outcome.Failed.class, model.server().get());
            assertEquals(taken.getLocalPort(), model.port());
            int free = model.freePort().orElseThrow();
            model.startOn(free);
            desk.playUntilIdle();
            assertEquals(free, model.server().get().found().orElseThrow().port());
        }
    }

    @Test
    void tellsOfItsRequests() {
        start();
        model.trial().send();
        desk.playUntilIdle();

        model.tick();

        assertEquals(1, model.pulse().get().orElseThrow().requests());
        assertEquals(List.of("/predict"), model.recent().stream().map(one -> one.path()).toList());
    }

    @Test
    void putsTheModelInHandIntoService() {
        start();
        desk.desk().lineage().open(MODELS.resolve("credit.onnx"));

        model.swap();
        desk.playUntilIdle();

        assertEquals(
                List.of("age", "income"),
                model.trial().form().get().fields().stream().map(FormField::name).toList());
        assertEquals(Optional.empty(), model.other());
    }

    @Test
    void stopsAndSaysSo() {
        start();

        model.stop();
        desk.playUntilIdle();

        assertEquals(Optional.empty(), desk.desk().health().serving().get());
        assertInstanceOf(Outcome.Nothing.class, model.server().get());
    }

    @Test
    void keepsALoadTestAsARun() {
        start();
        model.load().connections().set("2");
        model.load().seconds().set("1");
        model.load().rules().set("errors<0.1%,p99<60s");

        model.load().run();
        desk.playUntilIdle();

        LoadViewModel.Tested tested = model.load().outcome().get().found().orElseThrow();
        assertTrue(tested.outcome().held());
        assertTrue(tested.outcome().result().measured().requests() > 0);
        assertEquals(List.of(RunState.DONE), runs().stream().map(run -> run.state()).toList());
    }

    @Test
    void saysWhichRuleCannotBeRead() {
        start();
        model.load().rules().set("p99<fast");

        model.load().run();
        desk.playUntilIdle();

        assertInstanceOf(Outcome.Failed.class, model.load().outcome().get());
    }

    private List<gemwright.workbench.RunRecord> runs() {
        try {
            return desk.desk().history().workspace().runs();
        } catch (gemwright.base.Problem unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
