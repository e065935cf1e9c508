package gemwright.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.OnnxFile;
import gemwright.source.ConvertOptions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A converted model is whole and proven, or there is no file.
class ConversionTest {
    @TempDir Path folder;

    @Test
    void writesAModelWithItsOrigin() throws Exception {
        Path target = folder.resolve("new/model.onnx");

        Conversion.Result result =
                Conversion.run(
                        Conversion.Request.usual(fixture("logistic-frame-text"), target),
                        Progress.none());

        assertEquals("sklearn", result.format());
        try (OnnxFile file = OnnxFile.open(target)) {
            String features = file.model().metadata().get("gemwright.features").orElseThrow();
            String source = file.model().metadata().get("gemwright.source").orElseThrow();
            assertEquals(
                    "[\"sepal_length\",\"sepal_width\",\"petal_length\",\"petal_width\"]",
                    features);
            assertTrue(source.contains("\"scikit-learn==1.9.1\""), source);
        }
    }

    @Test
    void writesNothingWhereAnswersDiffer() throws Exception {
        Path data = folder.resolve("rows.csv");
        Files.writeString(data, "x0,x1,x2,x3,label\n5.1,3.5,1.4,0.2,2\n");
        Path target = folder.resolve("model.onnx");

        Conversion.Result result =
                Conversion.run(
                        new Conversion.Request(
                                fixture("pipeline-passthrough"),
                                target,
                                ConvertOptions.usual(),
                                Optional.of(data)),
                        Progress.none());

        assertFalse(result.written());
        assertFalse(Files.exists(target));
    }

    @Test
    void leavesAnOldFileWhereTheSourceIsRefused() throws Exception {
        Path source = folder.resolve("model.pkl");
        Files.writeString(source, "no model at all");
        Path target = folder.resolve("model.onnx");
        Files.writeString(target, "old");

        assertThrows(
                Problem.class,
                () -> Conversion.run(Conversion.Request.usual(source, target), Progress.none()));

        assertEquals("old", Files.readString(target));
    }

    @Test
    void aBatchGoesOnAfterAFailure() throws Exception {
        Path missing = folder.resolve("missing.pkl");
        List<Conversion.Request> requests =
                List.of(
                        Conversion.Request.usual(missing, folder.resolve("a.onnx")),
                        Conversion.Request.usual(fixture("min-max"), folder.resolve("b.onnx")));

        List<Conversion.Line> lines = Conversion.batch(requests, Progress.none());

        assertInstanceOf(Conversion.Line.Refused.class, lines.getFirst());
        assertInstanceOf(Conversion.Line.Done.class, lines.getLast());
        assertTrue(Files.exists(folder.resolve("b.onnx")));
    }

    private static Path fixture(String name) throws IOException, URISyntaxException {
        URL script = ConversionTest.class.getResource("/gemwright/source/sklearn/make.py");
        Path root = Path.of(Objects.requireNonNull(script).toURI()).resolveSibling("1.9");
        try (var files = Files.list(root.resolve(name))) {
            return files.filter(file -> file.toString().contains("model."))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
