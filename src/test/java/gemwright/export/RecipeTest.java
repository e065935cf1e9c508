package gemwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class RecipeTest {
    @ParameterizedTest
    @CsvSource({
        "Credit_Model v2, credit-model-v2",
        "2024-churn, churn",
        "--, model",
        "信用, model",
        "a, a",
        "x234567890123456789012345678901234567890123456789012-long,"
                + " x234567890123456789012345678901234567890123456789012"
    })
    void everyNameBecomesOneThatKubernetesTakes(String wanted, String name) {
        assertEquals(name, Recipe.name(wanted));
        assertTrue(Recipe.name(wanted).matches("[a-z]([a-z0-9-]*[a-z0-9])?"));
    }

    @ParameterizedTest
    @EnumSource(Platform.class)
    void noPlaceStaysUnfilled(Platform platform) {
        texts(platform)
                .forEach(
                        (place, text) -> {
                            assertFalse(text.contains("${"), place);
                            assertTrue(text.endsWith("\n"), place);
                        });
    }

    @Test
    void whatTheManifestsSayIsWhatTheImageHas() {
        String dockerfile = text(Platform.KUBERNETES, "Dockerfile");
        String user = found(dockerfile, "USER ([0-9]+):");
        String folder = found(dockerfile, "VOLUME \\[\"(.+)\"\\]");
        List<String> command =
                List.of(found(dockerfile, "CMD \\[\"credit=(.+)\\]").split("\", \""));

        for (Platform platform : List.of(Platform.KUBERNETES, Platform.KSERVE)) {
            String manifest =
                    text(
                            platform,
                            platform == Platform.KSERVE
                                    ? "inferenceservice.yaml"
                                    : "kubernetes/deployment.yaml");
            assertEquals(user, found(manifest, "runAsUser: ([0-9]+)"));
            assertEquals(folder, found(manifest, "mountPath: (/var/.+)"));
            assertEquals("8000", found(manifest, "containerPort: ([0-9]+)"));
            assertTrue(manifest.contains("readOnlyRootFilesystem: true"));
            assertTrue(manifest.contains("runAsNonRoot: true"));
        }
        assertTrue(command.containsAll(List.of("--port", "8000", "--grpc-port", "8001")));
        assertTrue(command.contains("/run/secrets/token"));
    }

    @Test
    void composeOpensPortsOnTheLoopbackAddressOnly() {
        String compose = text(Platform.COMPOSE, "compose.yaml");

        List<String> ports =
                compose.lines()
                        .filter(line -> line.matches(".*:800[01]\""))
                        .map(String::strip)
                        .toList();

        assertEquals(List.of("- \"127.0.0.1:8000:8000\"", "- \"127.0.0.1:8001:8001\""), ports);
    }

    private static String text(Platform platform, String place) {
        return Objects.requireNonNull(texts(platform).get(place), place);
    }

    private static Map<String, String> texts(Platform platform) {
        return new Recipe(platform, "credit", "ab12", "1.0").texts();
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }
}
