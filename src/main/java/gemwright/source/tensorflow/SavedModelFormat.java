package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.protobuf.WireReader;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A folder that TensorFlow or Keras exported a model to, or the `saved_model.pb` in it.
public final class SavedModelFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.SAVED_MODEL.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pb");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.SAVED_MODEL).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        String where = head.path().toString();
        SavedGraph graph = SavedGraph.read(new WireReader(head.bytes(), where));
        Path variables =
                Files.isDirectory(head.path())
                        ? head.path().resolve("variables")
                        : head.path().resolveSibling("variables");
        return new SavedModel(head, graph, Checkpoint.of(variables));
    }
}
