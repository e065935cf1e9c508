package gemwright.onnx;

import gemwright.base.AtomicFile;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.format.protobuf.WireWriter;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes one model to one place: decides where weights go, writes the files beside the model, then
/// the model.
final class ModelSaving {
    /// What protobuf allows a message.
    static final long LIMIT = Integer.MAX_VALUE;

    private static final long EXTERNAL_FROM = 1024;
    private static final long PAGE = 4096;

    private final Path target;
    private final Progress progress;
    private final long limit;

    /// @param limit largest model in bytes; a parameter so that a test need not write 2 GB
    ModelSaving(Path target, Progress progress, long limit) {
        this.target = target;
        this.progress = progress;
        this.limit = limit;
    }

    void save(Model model, OnnxFile.Weights weights) throws Problem {
        try {
            Model placed =
                    switch (weights) {
                        case AS_FOUND -> wouldReplace(model) ? external(model) : model;
                        case EMBEDDED -> embedded(model);
                        case EXTERNAL -> external(model);
                    };
            WireWriter message = ModelWriter.model(placed);
            if (message.size() > limit) {
                placed = external(model);
                message = ModelWriter.model(placed);
            }
            if (message.size() > limit) {
                throw Problem.of("onnx.tooLarge", target);
            }
            writeBeside(placed);
            writeModel(message);
        } catch (InternalError fault) {
            throw OnnxFile.changedUnderUs(target, fault);
        }
    }

    static byte[] encode(Model model) throws Problem {
        return asItStands(embedded(model));
    }

    /// The model as bytes; weights in files beside it are named, not carried along.
    static byte[] asItStands(Model model) throws Problem {
        WireWriter message = ModelWriter.model(model);
        if (message.size() > LIMIT - 16) {
            throw Problem.of("onnx.tooLarge", model.graph().name());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream((int) message.size());
        try {
            message.writeTo(Channels.newChannel(bytes));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Model embedded(Model model) {
        return TensorMap.of(
                model,
                t ->
                        t.data() instanceof ExternalData external
                                ? t.with(t.type(), t.shape(), external.content())
                                : t);
    }

    /// Initializers of some size move to one file; places in it start at whole pages where that
    /// pays, so that a runtime can map them.
    private Model external(Model model) {
        String location = target.getFileName() + ".data";
        long[] end = {0};
        return TensorMap.ofInitializers(
                embedded(model),
                t -> {
                    if (t.data().isText() || t.data().bytes() < EXTERNAL_FROM) {
                        return t;
                    }
                    long offset = aligned(end[0], t.data().bytes());
                    end[0] = offset + t.data().bytes();
                    TensorData data =
                            new ExternalData(location, offset, t.data(), Optional.empty());
                    return t.with(t.type(), t.shape(), data);
                });
    }

    private static long aligned(long end, long bytes) {
        long step = bytes >= PAGE ? PAGE : 16;
        return (end + step - 1) / step * step;
    }

    /// Whether a file of weights that goes along would take the place of another model's, which
    /// happens to have the same name.
    private boolean wouldReplace(Model model) throws Problem {
        for (List<ExternalData> pieces : beside(model).values()) {
            Path there = OnnxFile.folder(target).resolve(pieces.getFirst().location());
            Optional<Path> source = pieces.getFirst().file();
            if (source.isPresent() && Files.exists(there) && !isSame(source.get(), there)) {
                return true;
            }
        }
        return false;
    }

    /// The weights outside the model by the file that they are in.
    private static Map<String, List<ExternalData>> beside(Model model) {
        Map<String, List<ExternalData>> files = new LinkedHashMap<>();
        TensorMap.of(
                model,
                t -> {
                    if (t.data() instanceof ExternalData data) {
                        files.computeIfAbsent(data.location(), l -> new ArrayList<>()).add(data);
                    }
                    return t;
                });
        return files;
    }

    private void writeBeside(Model model) throws Problem {
        for (Map.Entry<String, List<ExternalData>> file : beside(model).entrySet()) {
            Path there = OnnxFile.folder(target).resolve(file.getKey());
            ExternalData first = file.getValue().getFirst();
            if (first.file().isEmpty()) {
                writePieces(there, file.getValue());
            } else if (!isSame(first.file().get(), there)) {
                copy(first.file().get(), there);
            }
        }
    }

    private void writePieces(Path beside, List<ExternalData> pieces) throws Problem {
        ExternalData last = pieces.getLast();
        long total = last.offset() + last.bytes();
        try (AtomicFile file = AtomicFile.create(beside)) {
            Reporting out = new Reporting(file.channel(), progress, total);
            long at = 0;
            for (ExternalData piece : pieces) {
                out.write(ByteBuffer.allocate((int) (piece.offset() - at)));
                piece.writeTo(out);
                at = piece.offset() + piece.bytes();
            }
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(beside, failed);
        }
    }

    private void copy(Path source, Path beside) throws Problem {
        try (AtomicFile file = AtomicFile.create(beside);
                FileChannel in = FileChannel.open(source)) {
            for (long at = 0; at < in.size(); ) {
                progress.step("writing", at, in.size());
                at += in.transferTo(at, 1 << 24, file.channel());
            }
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(beside, failed);
        }
    }

    private static boolean isSame(Path a, Path b) throws Problem {
        try {
            return Files.exists(b) && (Files.isSameFile(a, b) || Files.mismatch(a, b) == -1);
        } catch (IOException unreadable) {
            throw OnnxFile.cannotRead(b, unreadable);
        }
    }

    private void writeModel(WireWriter message) throws Problem {
        try (AtomicFile file = AtomicFile.create(target)) {
            message.writeTo(new Reporting(file.channel(), progress, message.size()));
            file.commit();
        } catch (IOException failed) {
            throw AtomicFile.cannotWrite(target, failed);
        }
    }

    /// A channel that says how far it is.
    private static final class Reporting implements WritableByteChannel {
        private final WritableByteChannel out;
        private final Progress progress;
        private final long total;
        private long done;

        Reporting(WritableByteChannel out, Progress progress, long total) {
            this.out = out;
            this.progress = progress;
            this.total = total;
        }

        @Override
        public int write(ByteBuffer source) throws IOException {
            progress.step("writing", done, total);
            int written = 0;
            while (source.hasRemaining()) {
                written += out.write(source);
            }
            done += written;
            return written;
        }

        @Override
        public boolean isOpen() {
            return out.isOpen();
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
