package gemwright.source.lightgbm;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;
import gemwright.source.sklearn.StandaloneSource;

import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A booster that `Booster.save_model` wrote as text.
public final class LightgbmFormat implements SourceFormat {
    /// Longer texts are no boosters that anybody trains.
    private static final long LONGEST = 1L << 30;

    @Override
    public String id() {
        return FileKind.LIGHTGBM.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("txt", "lgb", "model");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.LIGHTGBM).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        String where = head.path().toString();
        if (head.bytes().byteSize() > LONGEST) {
            throw Problem.of("lightgbm.damaged", where, "larger than 1 GB");
        }
        byte[] bytes = head.bytes().toArray(ValueLayout.JAVA_BYTE);
        String text = new String(bytes, StandardCharsets.UTF_8);
        return new StandaloneSource(head, new LightgbmModel(BoosterText.read(text, where)));
    }
}
