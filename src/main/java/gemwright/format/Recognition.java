package gemwright.format;

import gemwright.format.pickle.PickleSniffer;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipFile;

/// Tells what a file is from its content; its name plays no part.
public final class Recognition {
    private static final int HEAD = 4096;

    private Recognition() {}

    /// The kind of a file; empty for one that is no model we know.
    ///
    /// @param path where it lies, for archives
    /// @param bytes all its bytes
    public static Optional<FileKind> of(Path path, MemorySegment bytes) {
        String head = head(bytes);
        if (head.startsWith("PK\u0003\u0004")) {
            return archive(path, bytes);
        }
        return magic(head)
                .or(() -> TorchPickle.legacy(bytes))
                .or(() -> text(head))
                .or(() -> ProtobufShape.of(bytes))
                .or(
                        () ->
                                PickleSniffer.looksLikePickle(bytes)
                                        ? Optional.of(FileKind.PICKLE)
                                        : Optional.empty());
    }

    private static String head(MemorySegment bytes) {
        int length = (int) Math.min(HEAD, bytes.byteSize());
        byte[] first = bytes.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        return new String(first, StandardCharsets.ISO_8859_1);
    }

    private static Optional<FileKind> magic(String head) {
        if (head.startsWith("\u0089HDF\r\n\u001a\n")) {
            return Optional.of(FileKind.KERAS);
        }
        if (head.startsWith("TFL3", 4)) {
            return Optional.of(FileKind.TFLITE);
        }
        if (head.startsWith("CBM1")) {
            return Optional.of(FileKind.CATBOOST);
        }
        if (head.startsWith("binf")) {
            return Optional.of(FileKind.XGBOOST);
        }
        // An eight-byte length and a JSON object of that length.
        boolean safetensors =
                head.length() > 9
                        && head.charAt(8) == '{'
                        && head.startsWith("\0\0\0", 5)
                        && (head.charAt(9) == '"' || head.charAt(9) == '}');
        return safetensors ? Optional.of(FileKind.SAFETENSORS) : Optional.empty();
    }

    private static Optional<FileKind> text(String head) {
        if (head.startsWith("tree\nversion=") || head.startsWith("tree\r\nversion=")) {
            return Optional.of(FileKind.LIGHTGBM);
        }
        // The index of a model in shards, as the Hugging Face hub has it.
        if (head.startsWith("{") && head.contains("\"weight_map\"")) {
            return Optional.of(FileKind.SAFETENSORS);
        }
        // UBJSON begins with the same brace, and then a length where JSON has a quotation mark.
        if (head.startsWith("{") && head.contains("learner")) {
            return Optional.of(FileKind.XGBOOST);
        }
        boolean catboost =
                head.startsWith("{")
                        && (head.contains("\"features_info\"")
                                || head.contains("\"oblivious_trees\"")
                                || head.contains("\"catboost_version_info\"")
                                || head.contains("\"ctr_data\""));
        return catboost ? Optional.of(FileKind.CATBOOST) : Optional.empty();
    }

    private static Optional<FileKind> archive(Path path, MemorySegment bytes) {
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return ArchiveShape.of(zip, bytes);
        } catch (IOException | IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
