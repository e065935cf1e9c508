package gemwright.source.torch.module;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;
import gemwright.source.torch.saved.SavedFile;

import java.util.List;

/// What `torch.save` wrote of a whole module.
public final class ModuleFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.TORCH_MODULE.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pt", "pth");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.TORCH_MODULE).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new ModuleModel(head, SavedFile.of(head.bytes(), head.path().toString(), progress));
    }
}
