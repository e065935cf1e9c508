package gemwright.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;
import gemwright.base.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Weights in files beside the model.
class ExternalDataTest {
    @TempDir Path folder;
    private Path model;

    @BeforeEach
    void copy() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        model = folder.resolve("in/model.onnx");
        Files.copy(Fixtures.model("external/model.onnx"), model);
        Files.copy(Fixtures.model("external/weights.bin"), folder.resolve("in/weights.bin"));
    }

    private static float[] weights(Path path) throws Problem {
        try (OnnxFile file = OnnxFile.open(path)) {
            return file.model().graph().initializer("more").orElseThrow().floats();
        }
    }

    private void write(Path target, OnnxFile.Weights where) throws Problem {
        try (OnnxFile file = OnnxFile.open(model)) {
            OnnxFile.write(file.model(), target, where, Progress.none());
        }
    }

    @Test
    void theFilesGoAlong() throws Exception {
        Path target = folder.resolve("out/copy.onnx");

        write(target, OnnxFile.Weights.AS_FOUND);

        assertEquals(-1, Files.mismatch(model, target));
        assertEquals(
                -1,
                Files.mismatch(
                        folder.resolve("in/weights.bin"), folder.resolve("out/weights.bin")));
    }

    @Test
    void anotherModelsWeightsOfTheSameNameStay() throws Exception {
        Path others = folder.resolve("out/weights.bin");
        Files.createDirectories(folder.resolve("out"));
        Files.write(others, new byte[] {1, 2, 3});
        Path target = folder.resolve("out/copy.onnx");

        write(target, OnnxFile.Weights.AS_FOUND);

        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(others));
        assertArrayEquals(weights(model), weights(target));
    }

    @Test
    void embeddedTheyStandInTheModel() throws Exception {
        Path target = folder.resolve("out/whole.onnx");

        write(target, OnnxFile.Weights.EMBEDDED);

        assertArrayEquals(weights(model), weights(target));
        try (var files = Files.list(folder.resolve("out"))) {
            assertEquals(List.of(target), files.toList());
        }
    }

    @Test
    void externalTheyStandInOneFileOnWholePages() throws Exception {
        Path target = folder.resolve("out/moved.onnx");

        write(target, OnnxFile.Weights.EXTERNAL);

        assertArrayEquals(weights(model), weights(target));
        try (OnnxFile file = OnnxFile.open(target)) {
            ExternalData data =
                    assertInstanceOf(
                            ExternalData.class,
                            file.model().graph().initializer("more").orElseThrow().data());
            assertEquals("moved.onnx.data", data.location());
        }
    }

    @Test
    void aModelBeyondTheLimitGetsItsWeightsBesideIt() throws Exception {
        Path target = folder.resolve("out/large.onnx");
        try (OnnxFile file = OnnxFile.open(model)) {
            new ModelSaving(target, Progress.none(), 1000)
                    .save(file.model(), OnnxFile.Weights.EMBEDDED);
        }

        assertTrue(Files.size(target) < 1000);
        assertTrue(Files.exists(folder.resolve("out/large.onnx.data")));
        assertArrayEquals(weights(model), weights(target));
    }

    @Test
    void aModelBeyondTheLimitWithoutItsWeightsIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path target = folder.resolve("out/large.onnx");
        try (OnnxFile file = OnnxFile.open(model)) {
            ModelSaving saving = new ModelSaving(target, Progress.none(), 100);
            Problem problem =
                    assertThrows(
                            Problem.class,
                            () -> saving.save(file.model(), OnnxFile.Weights.EMBEDDED));

            assertEquals("onnx.tooLarge", problem.key());
        }
        assertFalse(Files.exists(folder.resolve("out")));
    }

    @Test
    void aMissingFileIsNamed() throws Exception {
        Files.delete(folder.resolve("in/weights.bin"));

        assertEquals("onnx.external.missing", problem().key());
    }

    @Test
    void aFileCutShortIsNamed() throws Exception {
        Path weights = folder.resolve("in/weights.bin");
        Files.write(weights, new byte[3000]);

        assertEquals("onnx.external.tooShort", problem().key());
    }

    @Test
    void noPathLeavesTheFolder() throws Exception {
        Files.write(folder.resolve("eights.bin"), new byte[5000]);
        for (String path : List.of("../eights.bin", "/eights.bin  ", "..\\eights.bin")) {
            String location = path.length() == 11 ? path : path.substring(0, 11);
            rename("weights.bin", location);
            assertEquals(
                    location.length() == 11 ? "onnx.external.outside" : "", problem().key(), path);
            rename(location, "weights.bin");
        }
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws Exception {
        Path weights = folder.resolve("in/weights.bin");
        Files.move(weights, folder.resolve("elsewhere.bin"));
        Files.createSymbolicLink(weights, folder.resolve("elsewhere.bin"));

        assertEquals("onnx.external.outside", problem().key());
    }

    @Test
    void aCacheOfLinksBesideEachOtherIsRead() throws Exception {
        Path snapshot = Files.createDirectories(folder.resolve("snapshot"));
        Path link = Files.createSymbolicLink(snapshot.resolve("model.onnx"), model);
        Files.createSymbolicLink(snapshot.resolve("weights.bin"), folder.resolve("in/weights.bin"));

        assertArrayEquals(weights(model), weights(link));
    }

    private Problem problem() {
        return assertThrows(Problem.class, () -> OnnxFile.open(model));
    }

    /// Changes the location in the file to another one of the same length.
    private void rename(String from, String to) throws IOException {
        String bytes = new String(Files.readAllBytes(model), StandardCharsets.ISO_8859_1);
        Files.write(model, bytes.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }
}
