package gemwright.source;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.Lookalike;
import gemwright.source.catboost.CatboostFormat;
import gemwright.source.keras.KerasFormat;
import gemwright.source.lightgbm.LightgbmFormat;
import gemwright.source.onnxfile.OnnxFormat;
import gemwright.source.pickle.PickleFormat;
import gemwright.source.safetensors.SafetensorsFormat;
import gemwright.source.sklearn.SklearnFormat;
import gemwright.source.tensorflow.GraphDefFormat;
import gemwright.source.tensorflow.SavedModelFormat;
import gemwright.source.tflite.TfliteFormat;
import gemwright.source.torch.module.ModuleFormat;
import gemwright.source.torch.pt2.ExportFormat;
import gemwright.source.torch.script.ScriptFormat;
import gemwright.source.torch.weights.TorchWeightsFormat;
import gemwright.source.xgboost.XgboostFormat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// All formats that can be opened, and the opening of a file whose format nobody told.
public final class Sources {
    /// In the order they are asked; the first that matches opens the file, so what takes any pickle
    /// comes last.
    public static final List<SourceFormat> ALL =
            List.of(
                    new OnnxFormat(),
                    new ExportFormat(),
                    new ModuleFormat(),
                    new KerasFormat(),
                    new SafetensorsFormat(),
                    new ScriptFormat(),
                    new SklearnFormat(),
                    new GraphDefFormat(),
                    new SavedModelFormat(),
                    new TfliteFormat(),
                    new TorchWeightsFormat(),
                    new CatboostFormat(),
                    new LightgbmFormat(),
                    new XgboostFormat(),
                    new PickleFormat());

    private Sources() {}

    /// Opens a model file, whatever it is called.
    ///
    /// @throws Problem where it is damaged, or of a kind that cannot be opened
    public static SourceModel open(Path file, Progress progress) throws Problem {
        Head head = Head.of(file, progress);
        boolean opened = false;
        try {
            for (SourceFormat format : ALL) {
                if (format.matches(head)) {
                    SourceModel model = format.open(head, progress);
                    opened = true;
                    return model;
                }
            }
            throw unopenable(head);
        } finally {
            if (!opened) {
                head.close();
            }
        }
    }

    private static Problem unopenable(Head head) {
        Optional<FileKind> kind = head.kind();
        return kind.isPresent()
                ? Problem.of("source.notYet", head.path(), kind.get().id())
                : Lookalike.of(head.bytes())
                        .map(like -> Problem.of(like.problem(), head.path()))
                        .orElseGet(() -> Problem.of("source.unknown", head.path()));
    }
}
