package gemwright.workbench;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Checker;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import java.nio.file.Path;
import java.util.List;

/// A model file as ONNX in memory: converted, checked, loaded and run at two batch sizes.
final class ProvenModel implements AutoCloseable {
    private final String format;
    private final Converted converted;
    private final byte[] bytes;
    private final Session session;

    private ProvenModel(String format, Converted converted, byte[] bytes, Session session) {
        this.format = format;
        this.converted = converted;
        this.bytes = bytes;
        this.session = session;
    }

    /// Converts a file.
    ///
    /// @throws Problem where it cannot be opened, cannot be converted, or does not run
    static ProvenModel of(Path source, ConvertOptions options, Progress progress) throws Problem {
        try (SourceModel model = Sources.open(source, progress)) {
            Converted converted = model.toOnnx(options, progress);
            Checker.require(converted.model());
            byte[] bytes = OnnxFile.encode(converted.model());
            Session session = Session.open(source.toString(), bytes, SessionOptions.batch());
            boolean sound = false;
            try {
                Trial.run(session);
                sound = true;
                return new ProvenModel(model.format(), converted, bytes, session);
            } finally {
                if (!sound) {
                    session.close();
                }
            }
        }
    }

    /// What the source is, as the command line spells formats.
    String format() {
        return format;
    }

    /// The model; its weights may be in the source, so only what is no weight is to be read.
    Model model() {
        return converted.model();
    }

    /// What the user should know about the model.
    List<Problem.Part> notes() {
        return converted.notes();
    }

    /// The model, loaded; this closes it.
    Session session() {
        return session;
    }

    /// Writes it, whole or not at all.
    void write(Path target) throws Problem {
        AtomicFile.write(target, out -> out.write(bytes));
    }

    @Override
    public void close() {
        session.close();
    }
}
