package gemwright.format.protobuf;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/// Bytes that a writer asks for when it gets to them, so that they need not be held.
public interface Bulk {
    /// How many bytes [#writeTo] writes, exactly.
    long bytes();

    /// Writes them; may be called more than once and gives the same bytes each time.
    void writeTo(WritableByteChannel out) throws IOException;
}
