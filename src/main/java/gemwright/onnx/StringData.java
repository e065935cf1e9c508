package gemwright.onnx;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Strings of a tensor, held as the bytes found: they need not be UTF-8.
final class StringData extends TensorData {
    private final List<MemorySegment> texts;

    StringData(List<MemorySegment> texts) {
        this.texts = List.copyOf(texts);
    }

    static StringData encoded(List<String> values) {
        return new StringData(values.stream().map(v -> MemorySegment.ofArray(utf8(v))).toList());
    }

    /// The strings' bytes.
    List<MemorySegment> texts() {
        return texts;
    }

    @Override
    public long bytes() {
        return texts.stream().mapToLong(MemorySegment::byteSize).sum();
    }

    @Override
    public MemorySegment raw() {
        throw new IllegalStateException("strings have no raw layout");
    }

    @Override
    public void writeTo(WritableByteChannel out) {
        throw new IllegalStateException("strings have no raw layout");
    }

    /// The strings; what is not UTF-8 in them shows as `�`.
    @Override
    public List<String> strings() {
        return texts.stream()
                .map(t -> new String(t.toArray(ValueLayout.JAVA_BYTE), StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public boolean isText() {
        return true;
    }
}
