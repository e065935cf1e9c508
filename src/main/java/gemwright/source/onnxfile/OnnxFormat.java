package gemwright.source.onnxfile;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.OnnxFile;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// ONNX itself.
public final class OnnxFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.ONNX.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("onnx");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.ONNX).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new OnnxSource(head, OnnxFile.open(head.path()));
    }
}
