package gemwright.ui;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.ui.desk.FileKind;
import gemwright.ui.desk.Intake;

import java.nio.file.Files;
import java.nio.file.Path;

/// Asks the engine what a file is.
final class Openers {
    private Openers() {}

    static Intake.Seen look(Path file, Progress progress) throws Problem {
        if (!Files.exists(file)) {
            throw Problem.of("file.missing", file);
        }
        FileKind kind = FileKind.guess(file);
        if (kind == FileKind.UNKNOWN) {
            throw Problem.of("window.unknownFile", file);
        }
        progress.step("reading", 1, 1);
        return new Intake.Seen(file, kind, "");
    }
}
