package gemwright.scan;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.FileKind;
import gemwright.format.Lookalike;
import gemwright.format.Mapped;
import gemwright.format.Recognition;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Judges model files without executing anything in them.
///
/// A pickle is gone through opcode by opcode; an archive entry by entry, also archives within it.
/// The other formats hold no code, but for Keras models with a `Lambda` layer.
public final class Scan {
    private Scan() {}

    /// The verdict on one file; empty for one that holds no model.
    ///
    /// @throws Problem where it is missing or cannot be read
    public static Optional<ScanResult> file(Path path, Progress progress) throws Problem {
        try (Mapped file = Mapped.of(path)) {
            MemorySegment bytes = file.bytes();
            if (bytes.byteSize() == 0) {
                return Optional.empty();
            }
            Optional<FileKind> kind = Recognition.of(path, bytes);
            if (ArchiveScan.isArchive(bytes)) {
                return ArchiveScan.of(bytes, kind, progress);
            }
            if (kind.isPresent()) {
                return Optional.of(judged(kind.get(), bytes, progress));
            }
            return Optional.empty();
        }
    }

    /// The verdict on a file whose kind and bytes are known already.
    public static ScanResult of(FileKind kind, MemorySegment bytes, Progress progress) {
        return ArchiveScan.isArchive(bytes)
                ? ArchiveScan.of(bytes, Optional.of(kind), progress).orElseThrow()
                : judged(kind, bytes, progress);
    }

    /// The problem with a file that holds no model, for a user who named it as one.
    ///
    /// @throws Problem where it is missing or cannot be read
    public static Problem notAModel(Path path) throws Problem {
        try (Mapped file = Mapped.of(path)) {
            if (file.bytes().byteSize() == 0) {
                return Problem.of("file.empty", path);
            }
            return Lookalike.of(file.bytes())
                    .map(like -> Problem.of(like.problem(), path))
                    .orElseGet(() -> Problem.of("source.unknown", path));
        }
    }

    /// What speaks against a pickle in a file of its own, also one that holds a model.
    public static List<Finding> pickle(MemorySegment bytes, Progress progress) {
        return PickleScan.ALONE.of(bytes, progress);
    }

    private static ScanResult judged(FileKind kind, MemorySegment bytes, Progress progress) {
        List<Finding> findings =
                switch (kind) {
                    case PICKLE -> pickle(bytes, progress);
                    // In an archive from release 1.6 on; that was looked into before.
                    case TORCH_MODULE, TORCH_WEIGHTS -> PickleScan.legacyTorch(bytes, progress);
                    case KERAS -> disguised(KerasLambdas.ofHdf5(bytes), bytes, progress);
                    case ONNX,
                            XGBOOST,
                            LIGHTGBM,
                            CATBOOST,
                            TORCH_EXPORT,
                            TORCHSCRIPT,
                            SAFETENSORS,
                            SAVED_MODEL,
                            FROZEN_GRAPH,
                            TFLITE ->
                            disguised(List.of(), bytes, progress);
                };
        return new ScanResult(kind.id(), findings);
    }

    private static List<Finding> disguised(
            List<Finding> findings, MemorySegment bytes, Progress progress) {
        return PickleScan.ALONE.disguised(findings, bytes, progress);
    }
}
