package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// What `model.save` of Keras wrote.
public final class KerasFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.KERAS.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("keras", "h5", "hdf5");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.KERAS).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new KerasModel(head, KerasFile.of(head.bytes(), head.path().toString()));
    }
}
