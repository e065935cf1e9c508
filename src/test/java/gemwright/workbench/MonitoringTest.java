package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gemwright.base.Progress;
import gemwright.drift.DriftOptions;
import gemwright.workbench.alert.Watch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class MonitoringTest {
    @TempDir private Path folder;

    private Path rows(String name, int minutes, double shift) throws Exception {
        StringBuilder csv = new StringBuilder("when,x\n");
        Random random = new Random(1);
        for (int minute = 0; minute < minutes; minute++) {
            csv.append(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(60L * minute))
                    .append(',')
                    .append(random.nextGaussian() + shift)
                    .append('\n');
        }
        return Files.writeString(folder.resolve(name), csv);
    }

    private Monitoring monitoring(Path log, String window) throws Exception {
        Path rules =
                Files.writeString(
                        folder.resolve("alerts.json"),
                        "{\"rules\":[{\"name\":\"x\",\"feature\":\"x\",\"measure\":\"mean\","
                                + "\"above\":1}]}");
        return new Monitoring(
                new Watching.Plan(
                        rows("reference.csv", 600, 0), List.of(log), DriftOptions.recommended()),
                Windows.parse(window).orElseThrow(),
                Watch.by(rules, false, Clock.systemUTC()));
    }

    private static List<String> told(Monitoring monitoring, boolean all) throws Exception {
        List<String> told = new ArrayList<>();
        monitoring.pass(
                all,
                Progress.none(),
                seen ->
                        told.add(
                                seen.from().map(Instant::toString).orElse("")
                                        + " "
                                        + seen.measured().report().currentRows()
                                        + (seen.fired() ? " fired" : "")));
        return told;
    }

    @Test
    void tellsEachWindowOnceAndTheNewestByItsRules() throws Exception {
        Path log = rows("log.csv", 130, 2);
        Monitoring monitoring = monitoring(log, "1h");

        List<String> first = told(monitoring, false);
        List<String> again = told(monitoring, false);
        rows("log.csv", 190, 2);
        List<String> later = told(monitoring, false);

        assertEquals(List.of("2026-01-01T00:00:00Z 60", "2026-01-01T01:00:00Z 60 fired"), first);
        assertEquals(List.of(), again);
        assertEquals(List.of("2026-01-01T02:00:00Z 60 fired"), later);
    }

    @Test
    void onceAlsoTellsTheWindowThatHasBegun() throws Exception {
        List<String> told = told(monitoring(rows("log.csv", 130, 0), "50"), true);

        assertEquals(
                List.of(
                        "2026-01-01T00:00:00Z 50",
                        "2026-01-01T00:50:00Z 50",
                        "2026-01-01T01:40:00Z 30"),
                told);
    }

    @Test
    void knowsHowPeopleWriteWindows() {
        assertEquals(Optional.of(new DriftOptions.Window.Rows(1000)), Windows.parse("1000"));
        assertEquals(Optional.empty(), Windows.parse("1y"));
        assertEquals(Optional.empty(), Windows.parse("0"));
    }
}
