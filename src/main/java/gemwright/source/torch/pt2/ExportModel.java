package gemwright.source.torch.pt2;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.onnx.Tensor;
import gemwright.scan.Scan;
import gemwright.scan.ScanResult;
import gemwright.source.ConvertOptions;
import gemwright.source.Converted;
import gemwright.source.Head;
import gemwright.source.SourceModel;
import gemwright.source.Summary;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// An open exported program.
final class ExportModel implements SourceModel {
    private final Head head;
    private final ExportedProgram program;

    ExportModel(Head head, ExportedProgram program) {
        this.head = head;
        this.program = program;
    }

    @Override
    public String format() {
        return FileKind.TORCH_EXPORT.id();
    }

    @Override
    public Summary summary() {
        return new Summary(
                format(),
                Optional.of(new Summary.Producer("PyTorch", program.release())),
                List.of(),
                List.of(),
                tensors().stream().mapToLong(Tensor::size).sum(),
                head.bytes().byteSize(),
                operators(),
                List.of(program.release().isEmpty() ? "torch" : "torch==" + release()),
                Map.of(),
                new Summary.Part("", "", Map.of(), List.of()));
    }

    /// Without the build: `2.9.1+cu128` is 2.9.1.
    private String release() {
        return program.release().replaceFirst("\\+.*", "");
    }

    private Map<String, Integer> operators() {
        Map<String, Integer> counts = new TreeMap<>();
        try {
            for (Object node : program.graph().list("nodes")) {
                String target = Fields.of(node, program.where()).text("target");
                counts.merge(target.replace("torch.ops.", ""), 1, Integer::sum);
            }
        } catch (Problem damaged) {
            // Conversion says what is wrong; what can be seen is shown.
            return counts;
        }
        return counts;
    }

    @Override
    public List<Tensor> tensors() {
        return List.copyOf(program.tensors().values());
    }

    @Override
    public ScanResult safety() {
        return Scan.of(FileKind.TORCH_EXPORT, head.bytes(), Progress.none());
    }

    @Override
    public Converted toOnnx(ConvertOptions options, Progress progress) throws Problem {
        return new ExportConversion(program, options, progress).run();
    }

    @Override
    public void close() {
        head.close();
    }
}
