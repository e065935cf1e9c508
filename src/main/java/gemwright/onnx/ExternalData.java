package gemwright.onnx;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/// Elements that stand in a file beside the model: `TensorProto.external_data`.
public final class ExternalData extends TensorData {
    private final String location;
    private final long offset;
    private final TensorData content;
    private final Optional<Path> file;

    /// @param location the file's path, relative to the model's folder, with `/` between
    /// @param offset where in the file the elements start
    /// @param file the file that they were read from; empty where they are yet to be written
    ExternalData(String location, long offset, TensorData content, Optional<Path> file) {
        this.location = location;
        this.offset = offset;
        this.content = content;
        this.file = file;
    }

    /// The file's path, relative to the model's folder, with `/` between.
    public String location() {
        return location;
    }

    /// Where in the file the elements start.
    public long offset() {
        return offset;
    }

    /// The file that the elements were read from; empty where they are yet to be written.
    public Optional<Path> file() {
        return file;
    }

    /// The elements without their place.
    TensorData content() {
        return content;
    }

    @Override
    public long bytes() {
        return content.bytes();
    }

    @Override
    public MemorySegment raw() {
        return content.raw();
    }

    @Override
    public void writeTo(WritableByteChannel out) throws IOException {
        content.writeTo(out);
    }
}
