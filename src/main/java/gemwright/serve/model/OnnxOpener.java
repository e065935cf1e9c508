package gemwright.serve.model;

import gemwright.base.Fingerprint;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import java.nio.file.Path;
import java.util.Set;

/// Opens ONNX files, and models that were converted to ONNX in memory.
public final class OnnxOpener implements Opener {
    @Override
    public Opened open(Path file) throws Problem {
        Fingerprint fingerprint = Fingerprint.of(file, Progress.none());
        Set<String> missing;
        try (OnnxFile opened = OnnxFile.open(file)) {
            missing = opened.reading(model -> MissingNumbers.inputs(model.graph()));
        }
        Session session = Session.open(file, SessionOptions.serving());
        return new Opened(session, missing, fingerprint.sha256());
    }

    /// A model in memory.
    ///
    /// @param name what the user calls it
    /// @param sha256 of the file that it was converted from
    public static Opened opened(Model model, String name, String sha256) throws Problem {
        Set<String> missing = MissingNumbers.inputs(model.graph());
        Session session = Session.open(name, OnnxFile.encode(model), SessionOptions.serving());
        return new Opened(session, missing, sha256);
    }
}
