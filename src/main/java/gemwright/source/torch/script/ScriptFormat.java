package gemwright.source.torch.script;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// What `torch.jit.save` wrote.
public final class ScriptFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.TORCHSCRIPT.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pt", "pth");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.TORCHSCRIPT).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        ScriptArchive archive = ScriptArchive.of(head.bytes(), head.path().toString(), progress);
        return new ScriptModel(head, archive, archive.state());
    }
}
