package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;

import java.util.List;

/// What `torch.export.save` wrote.
public final class ExportFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.TORCH_EXPORT.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pt2");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.TORCH_EXPORT).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        return new ExportModel(
                head, ExportedProgram.of(head.bytes(), head.path().toString(), progress));
    }
}
