package gemwright.workbench;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.export.PythonEnvironment;

import java.nio.file.Files;
import java.nio.file.Path;

/// The Python environment behind a model file, or the one that is installed in a folder.
public final class Environments {
    private Environments() {}

    /// What pip would be told.
    ///
    /// @param source a model file, an interpreter, or the folder of an environment
    /// @throws Problem where the model cannot be read, names no library, or nothing is installed
    ///   there
    public static PythonEnvironment of(Path source, Progress progress) throws Problem {
        if (isInstallation(source)) {
            return PythonEnvironment.installed(source);
        }
        PythonEnvironment revealed =
                PythonEnvironment.revealed(Inspection.of(source, false, progress).requirements());
        if (revealed.requirements().isEmpty()) {
            throw Problem.of("environment.silent", source);
        }
        return revealed;
    }

    /// Models may be folders as well; only an environment has libraries in it.
    private static boolean isInstallation(Path source) {
        if (Files.isDirectory(source)) {
            return Files.isDirectory(source.resolve("lib"))
                    || Files.isDirectory(source.resolve("Lib"));
        }
        String name = String.valueOf(source.getFileName());
        return name.matches("python[0-9.]*(\\.exe)?") && Files.isExecutable(source);
    }
}
