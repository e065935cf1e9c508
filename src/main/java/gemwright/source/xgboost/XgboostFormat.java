package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;
import gemwright.source.sklearn.StandaloneSource;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A booster that `Booster.save_model` or `XGBModel.save_model` wrote: JSON, UBJSON, or the binary
/// format that was usual until 2.0.
public final class XgboostFormat implements SourceFormat {
    private static final MemorySegment BINARY =
            MemorySegment.ofArray("binf".getBytes(StandardCharsets.ISO_8859_1)).asReadOnly();

    @Override
    public String id() {
        return FileKind.XGBOOST.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("ubj", "json", "bin", "model");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.XGBOOST).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new StandaloneSource(
                head, new XgboostModel(read(head.bytes(), head.path().toString())));
    }

    /// A booster in any of the formats.
    ///
    /// @param where the file, for the message
    static Booster read(MemorySegment bytes, String where) throws Problem {
        boolean binary =
                bytes.byteSize() >= BINARY.byteSize()
                        && bytes.asSlice(0, BINARY.byteSize()).mismatch(BINARY) < 0;
        return binary ? BoosterBinary.read(bytes, where) : BoosterDocument.read(bytes, where);
    }
}
