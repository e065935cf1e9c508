package gemwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gemwright.base.Problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class PythonEnvironmentTest {
    @TempDir private Path folder;

    private Path install(String packages, String name, String metadata) throws IOException {
        Path record = folder.resolve(packages).resolve(name + ".dist-info");
        Files.createDirectories(record);
        Files.writeString(record.resolve("METADATA"), metadata);
        return record;
    }

    @Test
    void readsWhatIsInstalledWithoutRunningIt() throws Exception {
        String packages = "lib/python3.12/site-packages";
        install(packages, "numpy-2.2.6", "Metadata-Version: 2.4\nName: numpy\nVersion: 2.2.6\n");
        install(
                packages,
                "Jinja2-3.1.6",
                "Metadata-Version: 2.4\nName: Jinja2\nVersion: 3.1.6\n\nName: no header\n");
        install(packages, "bad-1", "Name: bad; rm -rf\nVersion: 1\n");
        install("lib/python3.9/site-packages", "old-1", "Name: old\nVersion: 1\n");
        Path python = Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("p"));

        PythonEnvironment wanted =
                new PythonEnvironment(
                        Optional.of("3.12"), List.of("Jinja2==3.1.6", "numpy==2.2.6"));
        assertEquals(wanted, PythonEnvironment.installed(folder));
        assertEquals(wanted, PythonEnvironment.installed(python));
    }

    @Test
    void findsTheFolderOfWindows() throws Exception {
        install("Lib/site-packages", "numpy-2.2.6", "Name: numpy\nVersion: 2.2.6\n");

        assertEquals(
                new PythonEnvironment(Optional.empty(), List.of("numpy==2.2.6")),
                PythonEnvironment.installed(folder));
    }

    @Test
    void anEmptyFolderIsAProblem() {
        assertThrows(Problem.class, () -> PythonEnvironment.installed(folder.resolve("a/b/c/d")));
    }

    @Test
    void theReleaseOfScikitLearnTellsThePython() {
        assertEquals(
                Optional.of("3.10"),
                PythonEnvironment.revealed(List.of("scikit-learn==1.1.3", "numpy")).python());
        assertEquals(
                Optional.empty(), PythonEnvironment.revealed(List.of("scikit-learn")).python());
    }

    @Test
    void writesForPipAndForConda() {
        PythonEnvironment one =
                new PythonEnvironment(Optional.of("3.9"), List.of("scikit-learn==0.24.2", "numpy"));

        assertEquals(
                "# from a\n# Python 3.9\nscikit-learn==0.24.2\nnumpy\n",
                one.asRequirements(List.of("from a")));
        assertEquals(
                """
                # from a
                name: 'it''s'
                channels:
                  - conda-forge
                dependencies:
                  - python=3.9
                  - pip
                  - pip:
                      - scikit-learn==0.24.2
                      - numpy
                """,
                one.asCondaFile("it's", List.of("from a")));
    }
}
