package gemwright.source.torch.weights;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.source.Head;
import gemwright.source.SourceFormat;
import gemwright.source.SourceModel;
import gemwright.source.torch.saved.NamedTensors;
import gemwright.source.torch.saved.SavedFile;

import java.util.List;

/// What `torch.save` wrote of a state dict or a checkpoint.
public final class TorchWeightsFormat implements SourceFormat {
    @Override
    public String id() {
        return FileKind.TORCH_WEIGHTS.id();
    }

    @Override
    public List<String> extensions() {
        return List.of("pt", "pth", "ckpt", "bin");
    }

    @Override
    public boolean matches(Head head) {
        return head.kind().filter(kind -> kind == FileKind.TORCH_WEIGHTS).isPresent();
    }

    @Override
    public SourceModel open(Head head, Progress progress) throws Problem {
        SavedFile file = SavedFile.of(head.bytes(), head.path().toString(), progress);
        return new TorchWeights(head, file.root(), NamedTensors.of(file));
    }
}
