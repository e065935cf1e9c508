package gemwright.source.sklearn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What cannot be converted exactly is refused by path and name, everything at once.
class RefusalTest {
    @TempDir Path folder;

    @Test
    void namesAnUnsupportedParameter() throws Exception {
        Path model = planted("1.9/one-hot-numbers", "ignore", "ignoro");

        Problem refused = assertThrows(Problem.class, () -> convert(model));

        assertEquals(1, refused.parts().size());
        assertEquals("sklearn.parameter", refused.key());
        assertEquals(model + ", onehotencoder", refused.parts().getFirst().where());
        assertEquals(
                List.of("OneHotEncoder", "handle_unknown", "ignoro"),
                refused.parts().getFirst().arguments());
    }

    @Test
    void namesEveryPartAtOnce() throws Exception {
        Path model = planted("1.9/columns-weights", "StandardScaler", "StandardScalar");

        Problem refused = assertThrows(Problem.class, () -> convert(model));

        assertTrue(
                refused.parts().stream()
                        .anyMatch(part -> part.where().equals(model + ", columntransformer/a")),
                refused::getMessage);
    }

    @Test
    void refusesAnOperatorSetThatIsTooOld() throws Exception {
        Path model = fixture("1.9/logistic");
        ConvertOptions old =
                new ConvertOptions(
                        java.util.OptionalInt.of(9),
                        ConvertOptions.Precision.FLOAT,
                        List.of(),
                        List.of(),
                        java.util.Optional.empty());

        try (SourceModel source = Sources.open(model, Progress.none())) {
            Problem refused =
                    assertThrows(Problem.class, () -> source.toOnnx(old, Progress.none()));
            assertEquals("sklearn.opset", refused.key());
        }
    }

    private static void convert(Path model) throws Problem {
        try (SourceModel source = Sources.open(model, Progress.none())) {
            source.toOnnx(ConvertOptions.usual(), Progress.none());
        }
    }

    /// A fixture with one text in it replaced by another of the same length.
    private Path planted(String name, String text, String other) throws IOException, Problem {
        String plain = new String(unpacked(fixture(name)), StandardCharsets.ISO_8859_1);
        assertTrue(plain.contains(text), name);
        Path model = folder.resolve("model.pkl");
        Files.write(model, plain.replace(text, other).getBytes(StandardCharsets.ISO_8859_1));
        return model;
    }

    private static Path fixture(String name) throws IOException, Problem {
        return ParityTest.cases()
                .filter(c -> c.toString().equals(name))
                .findFirst()
                .orElseThrow()
                .model();
    }

    private static byte[] unpacked(Path model) throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        if (!model.toString().endsWith(".gz")) {
            return bytes;
        }
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
