package gemwright.format.npy;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands before the elements of a `.npy` file.
///
/// @param type of an element
/// @param fortranOrder whether the first dimension lies together, not the last
/// @param shape the dimensions
/// @param length bytes of the header, where the elements begin
public record NpyHeader(NpyType type, boolean fortranOrder, List<Long> shape, long length) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int LONGEST = 1 << 20;

    public NpyHeader {
        shape = List.copyOf(shape);
    }

    /// Whether these first bytes of a file are those of a `.npy` file.
    public static boolean matches(byte[] head) {
        return head.length >= MAGIC.length
                && java.util.Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    static NpyHeader of(MemorySegment file, String where) throws Problem {
        if (file.byteSize() < 10) {
            throw Problem.of("npy.cut", where);
        }
        byte[] start =
                file.asSlice(0, Math.min(12, file.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        int version = start[6];
        if (!matches(start) || version < 1 || version > 3 || start.length < 12) {
            throw Problem.of("npy.header", where, "byte 0");
        }
        int prefix = version == 1 ? 10 : 12;
        long length = (start[8] & 0xFF) | (start[9] & 0xFF) << 8;
        if (version > 1) {
            length |= (start[10] & 0xFFL) << 16 | (start[11] & 0xFFL) << 24;
        }
        if (length > file.byteSize() - prefix || length > LONGEST) {
            throw Problem.of("npy.cut", where);
        }
        byte[] literal = file.asSlice(prefix, length).toArray(ValueLayout.JAVA_BYTE);
        return new Literal(new String(literal, StandardCharsets.ISO_8859_1), where)
                .header(prefix + length);
    }

    /// Elements in all.
    ///
    /// @throws ArithmeticException beyond 2⁶³
    long size() {
        long size = 1;
        for (long dimension : shape) {
            size = Math.multiplyExact(size, dimension);
        }
        return size;
    }

    /// The Python dictionary of the header, by a grammar of its own: three known keys, a text, a
    /// truth value and a tuple of whole numbers.
    private static final class Literal {
        private final String text;
        private final String where;
        private int at;

        Literal(String text, String where) {
            this.text = text;
            this.where = where;
        }

        NpyHeader header(long length) throws Problem {
            Optional<String> descriptor = Optional.empty();
            Optional<Boolean> fortran = Optional.empty();
            Optional<List<Long>> shape = Optional.empty();
            expect('{');
            while (!take('}')) {
                String key = quoted();
                expect(':');
                boolean again;
                switch (key) {
                    case "descr" -> {
                        again = descriptor.isPresent();
                        descriptor = Optional.of(descriptor());
                    }
                    case "fortran_order" -> {
                        again = fortran.isPresent();
                        fortran = Optional.of(truth());
                    }
                    case "shape" -> {
                        again = shape.isPresent();
                        shape = Optional.of(tuple());
                    }
                    default -> throw damaged();
                }
                if (again || (!take(',') && !peek('}'))) {
                    throw damaged();
                }
            }
            if (!text.substring(at).isBlank()) {
                throw damaged();
            }
            if (descriptor.isEmpty() || fortran.isEmpty() || shape.isEmpty()) {
                throw damaged();
            }
            NpyType type = NpyType.of(descriptor.get(), where);
            return new NpyHeader(type, fortran.get(), shape.get(), length);
        }

        /// A text; a list, which means records, is refused by name.
        private String descriptor() throws Problem {
            if (peek('[')) {
                throw Problem.of("npy.type", where, "structured");
            }
            return quoted();
        }

        private String quoted() throws Problem {
            blanks();
            char quote = at < text.length() ? text.charAt(at) : ' ';
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw damaged();
            }
            String inside = text.substring(at + 1, end);
            at = end + 1;
            return inside;
        }

        private boolean truth() throws Problem {
            blanks();
            for (String word : List.of("True", "False")) {
                if (text.startsWith(word, at)) {
                    at += word.length();
                    return word.equals("True");
                }
            }
            throw damaged();
        }

        private List<Long> tuple() throws Problem {
            List<Long> dimensions = new ArrayList<>();
            expect('(');
            while (!take(')')) {
                dimensions.add(number());
                boolean comma = take(',');
                // (3) is a number in Python, (3,) a tuple.
                if (!comma && (!peek(')') || dimensions.size() == 1)) {
                    throw damaged();
                }
                if (dimensions.size() > 64) {
                    throw damaged();
                }
            }
            return dimensions;
        }

        private long number() throws Problem {
            blanks();
            int start = at;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                at++;
            }
            if (at == start || at - start > 18) {
                throw damaged();
            }
            return Long.parseLong(text, start, at, 10);
        }

        private void blanks() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean peek(char letter) {
            blanks();
            return at < text.length() && text.charAt(at) == letter;
        }

        private boolean take(char letter) {
            boolean there = peek(letter);
            at += there ? 1 : 0;
            return there;
        }

        private void expect(char letter) throws Problem {
            if (!take(letter)) {
                throw damaged();
            }
        }

        private Problem damaged() {
            return Problem.of("npy.header", where, "character " + at);
        }
    }
}
