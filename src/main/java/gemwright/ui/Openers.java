package gemwright.ui;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Data;
import gemwright.data.ReadOptions;
import gemwright.data.TableSource;
import gemwright.log.LogFolder;
import gemwright.onnx.OnnxFile;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Sources;
import gemwright.source.Summary;
import gemwright.ui.desk.FileKind;
import gemwright.ui.desk.Intake;
import gemwright.workbench.Opening;

import java.nio.file.Files;
import java.nio.file.Path;

/// Asks the engine what a file is: a prediction log, a model or data, by its content.
final class Openers {
    private Openers() {}

    static Intake.Seen look(Path file, Progress progress) throws Problem {
        if (!Files.exists(file)) {
            throw Problem.of("file.missing", file);
        }
        if (Files.isDirectory(file) && !Head.isSavedModel(file)) {
            return LogFolder.matches(file)
                    ? new Intake.Seen(file, FileKind.LOG, "")
                    : data(file, progress);
        }
        if (FileKind.guess(file) != FileKind.DATA && Opening.isOnnx(file)) {
            return onnx(file);
        }
        return isModel(file, progress) ? model(file, progress) : data(file, progress);
    }

    private static Intake.Seen onnx(Path file) throws Problem {
        try (OnnxFile opened = Opening.onnx(file)) {
            String opset = opened.model().opset("").map(version -> " opset " + version).orElse("");
            return new Intake.Seen(file, FileKind.MODEL, "ONNX" + opset);
        } catch (Problem damaged) {
            // Text of any kind may begin as ONNX does: only its name promised a model.
            throw FileKind.guess(file) == FileKind.UNKNOWN
                    ? Problem.of("window.unknownFile", file).causedBy(damaged)
                    : damaged;
        }
    }

    private static boolean isModel(Path file, Progress progress) throws Problem {
        // A name that promises data is no pickle, whatever its first bytes look like.
        if (FileKind.guess(file) == FileKind.DATA) {
            return false;
        }
        try (Head head = Head.of(file, progress)) {
            return head.kind().isPresent();
        }
    }

    private static Intake.Seen model(Path file, Progress progress) throws Problem {
        try (SourceModel model = Sources.open(file, progress)) {
            Summary summary = model.summary();
            String detail =
                    summary.producer()
                            .map(it -> (it.name() + " " + it.version()).strip())
                            .orElse(summary.format());
            return new Intake.Seen(file, FileKind.MODEL, detail);
        }
    }

    private static Intake.Seen data(Path file, Progress progress) throws Problem {
        if (FileKind.guess(file) == FileKind.UNKNOWN) {
            throw Problem.of("window.unknownFile", file);
        }
        TableSource source = Data.open(file, ReadOptions.inferred());
        int columns = source.columns(progress).size();
        // as shapes are written: N where the number of rows is not known without reading them all
        String rows = source.rows().isPresent() ? Long.toString(source.rows().getAsLong()) : "N";
        return new Intake.Seen(file, FileKind.DATA, rows + " × " + columns);
    }
}
