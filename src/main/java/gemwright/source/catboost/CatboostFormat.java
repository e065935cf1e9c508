package gemwright.source.catboost;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;
import gemwright.source.sklearn.StandaloneSource;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// A booster that `save_model` wrote: `.cbm` or JSON.
public final class CatboostFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.CATBOOST.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("cbm", "json");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.CATBOOST).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        Booster booster = read(head.bytes(), head.path().toString());
        return new StandaloneSource(head, new CatboostModel(booster));
    }

    /// A booster in either format.
    ///
    /// @param where the file, for messages
    static Booster read(MemorySegment bytes, String where) throws Problem {
        MemorySegment magic = BoosterBinary.MAGIC;
        boolean binary =
                bytes.byteSize() >= magic.byteSize()
                        && bytes.asSlice(0, magic.byteSize()).mismatch(magic) < 0;
        return binary ? BoosterBinary.read(bytes, where) : BoosterDocument.read(bytes, where);
    }
}
