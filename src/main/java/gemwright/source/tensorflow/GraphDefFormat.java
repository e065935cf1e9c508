package gemwright.source.tensorflow;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.protobuf.WireReader;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// A frozen graph of TensorFlow: one `GraphDef` with its weights as constants.
public final class GraphDefFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.FROZEN_GRAPH.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pb");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.FROZEN_GRAPH).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        String where = head.path().toString();
        return new GraphDefModel(head, GraphReader.nodes(new WireReader(head.bytes(), where)));
    }
}
