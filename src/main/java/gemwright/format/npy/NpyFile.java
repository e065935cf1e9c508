package gemwright.format.npy;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A `.npy` file in memory or mapped: its header, and its elements in the order we compute in.
///
/// @param header type, order and dimensions
/// @param elements the bytes behind the header, as the file has them
/// @param where the file, for messages
public record NpyFile(NpyHeader header, MemorySegment elements, String where) {
    /// Reads the header and checks that the elements fill the rest exactly.
    ///
    /// @throws Problem where the file is cut off, damaged or holds what we do not read
    public static NpyFile of(MemorySegment file, String where) throws Problem {
        NpyHeader header = NpyHeader.of(file, where);
        long left = file.byteSize() - header.length();
        try {
            long needed = Math.multiplyExact(header.size(), header.type().bytes());
            if (needed != left) {
                throw Problem.of("npy.length", where, Long.toString(needed), Long.toString(left));
            }
        } catch (ArithmeticException tooMany) {
            throw Problem.of("npy.length", where, header.shape().toString(), Long.toString(left))
                    .causedBy(tooMany);
        }
        if (header.type().bytes() == 0 && header.size() > 1 << 20) {
            // Elements without bytes are not held by the file's length.
            throw Problem.of("npy.length", where, header.shape().toString(), Long.toString(left));
        }
        return new NpyFile(header, file.asSlice(header.length()), where);
    }

    /// The numbers little-endian in C order: a window on the file where they lie so.
    public MemorySegment numbers() {
        boolean transposed = header.fortranOrder() && header.shape().size() > 1;
        int word = header.type().word();
        boolean swapped = header.type().bigEndian() && word > 1;
        if (!transposed && !swapped) {
            return elements;
        }
        byte[] bytes = transposed ? inOrder() : elements.toArray(ValueLayout.JAVA_BYTE);
        if (swapped) {
            swap(bytes, word);
        }
        return MemorySegment.ofArray(bytes);
    }

    /// The texts in C order, without the zeros that fill them up.
    ///
    /// @throws Problem where they are no text
    public List<String> texts() throws Problem {
        MemorySegment ordered = numbers();
        int width = header.type().bytes();
        List<String> texts = new ArrayList<>();
        for (long i = 0; i < header.size(); i++) {
            byte[] one = ordered.asSlice(i * width, width).toArray(ValueLayout.JAVA_BYTE);
            texts.add(header.type().kind() == 'U' ? unicode(one, i) : bytes(one, i));
        }
        return texts;
    }

    private String unicode(byte[] utf32, long index) throws Problem {
        ByteBuffer letters = ByteBuffer.wrap(utf32).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder text = new StringBuilder();
        int end = utf32.length / 4;
        while (end > 0 && letters.getInt(end * 4 - 4) == 0) {
            end--;
        }
        for (int i = 0; i < end; i++) {
            int letter = letters.getInt(i * 4);
            boolean surrogate = letter >= 0xD800 && letter < 0xE000;
            if (!Character.isValidCodePoint(letter) || surrogate) {
                throw notText(index);
            }
            text.appendCodePoint(letter);
        }
        return text.toString();
    }

    private String bytes(byte[] raw, long index) throws Problem {
        int end = raw.length;
        while (end > 0 && raw[end - 1] == 0) {
            end--;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(raw, 0, end))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw notText(index).causedBy(malformed);
        }
    }

    private Problem notText(long index) {
        return Problem.of("npy.text", where, Long.toString(index));
    }

    /// Moves elements from Fortran order (first dimension fastest) to C order (last fastest).
    private byte[] inOrder() {
        int width = header.type().bytes();
        List<Long> shape = header.shape();
        int rank = shape.size();
        byte[] ordered = new byte[Math.toIntExact(elements.byteSize())];
        long[] strides = new long[rank];
        long stride = width;
        for (int i = 0; i < rank; i++) {
            strides[i] = stride;
            stride *= shape.get(i);
        }
        long[] index = new long[rank];
        long from = 0;
        for (int to = 0; to < ordered.length; to += width) {
            MemorySegment.copy(elements, ValueLayout.JAVA_BYTE, from, ordered, to, width);
            for (int i = rank - 1; i >= 0; i--) {
                from += strides[i];
                if (++index[i] < shape.get(i)) {
                    break;
                }
                from -= strides[i] * shape.get(i);
                index[i] = 0;
            }
        }
        return ordered;
    }

    private static void swap(byte[] bytes, int word) {
        for (int at = 0; at < bytes.length; at += word) {
            for (int i = 0; i < word / 2; i++) {
                byte kept = bytes[at + i];
                bytes[at + i] = bytes[at + word - 1 - i];
                bytes[at + word - 1 - i] = kept;
            }
        }
    }
}
