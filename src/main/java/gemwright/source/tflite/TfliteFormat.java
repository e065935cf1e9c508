package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// What TensorFlow Lite's converter wrote.
public final class TfliteFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.TFLITE.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("tflite");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.TFLITE).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new TfliteModel(head, TfliteFile.of(head.bytes(), head.path().toString()));
    }
}
