package gemwright.source.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// A pickle or joblib file whose content no other format claims.
public final class PickleFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.PICKLE.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pkl", "pickle", "joblib");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.PICKLE).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new PickleModel(head, head.pickle());
    }
}
