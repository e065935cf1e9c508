package gemwright.format.npy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// Writes `.npy` files, format version 1 or, for longer headers, 2 (numpy 2.3,
/// `numpy/lib/format.py`).
public final class NpyWriter {
    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 16;

    private NpyWriter() {}

    /// Writes numbers.
    ///
    /// @param type numpy's spelling of the type: `<f4`, `<i8`, `|b1`
    /// @param elements row after row, little-endian
    public static void numbers(
            OutputStream out, String type, List<Long> shape, MemorySegment elements)
            throws IOException {
        header(out, type, shape);
        for (long at = 0; at < elements.byteSize(); at += CHUNK) {
            long length = Math.min(CHUNK, elements.byteSize() - at);
            out.write(elements.asSlice(at, length).toArray(ValueLayout.JAVA_BYTE));
        }
    }

    /// Writes texts: UTF-32 of one width.
    public static void texts(OutputStream out, List<String> texts, List<Long> shape)
            throws IOException {
        int width = texts.stream().mapToInt(t -> t.codePointCount(0, t.length())).max().orElse(0);
        int most = Math.max(1, width);
        header(out, "<U" + most, shape);
        for (String text : texts) {
            ByteBuffer item = ByteBuffer.allocate(4 * most).order(ByteOrder.LITTLE_ENDIAN);
            text.codePoints().forEach(item::putInt);
            out.write(item.array());
        }
    }

    private static void header(OutputStream out, String type, List<Long> shape) throws IOException {
        String sizes =
                shape.stream().map(size -> size + ",").collect(Collectors.joining(" ", "(", ")"));
        String text = "{'descr': '" + type + "', 'fortran_order': False, 'shape': " + sizes + ", }";
        int prefix = text.length() < 60_000 ? 10 : 12;
        int padding = ALIGNMENT - (prefix + text.length() + 1) % ALIGNMENT;
        byte[] literal =
                (text + " ".repeat(padding % ALIGNMENT) + "\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer head = ByteBuffer.allocate(prefix).order(ByteOrder.LITTLE_ENDIAN);
        head.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'});
        if (prefix == 10) {
            head.put((byte) 1).put((byte) 0).putShort((short) literal.length);
        } else {
            head.put((byte) 2).put((byte) 0).putInt(literal.length);
        }
        out.write(head.array());
        out.write(literal);
    }
}
