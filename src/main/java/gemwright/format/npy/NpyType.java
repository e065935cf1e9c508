package gemwright.format.npy;

import gemwright.base.Problem;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The type of an element, from a descriptor such as `<f4`.
///
/// @param kind numpy's letter: `b` truth value, `i` `u` whole number, `f` real, `c` complex, `U`
///   Unicode text, `S` bytes
/// @param bigEndian whether the most significant byte comes first
/// @param bytes of one element
public record NpyType(char kind, boolean bigEndian, int bytes) {
    private static final Pattern DESCRIPTOR = Pattern.compile("([<>|=])([biufcUS])([0-9]{1,9})");

    /// The type that this descriptor means.
    ///
    /// @throws Problem for Python objects, dates, records and whatever else we do not read
    static NpyType of(String descriptor, String where) throws Problem {
        Matcher parts = DESCRIPTOR.matcher(descriptor);
        if (!parts.matches()) {
            throw Problem.of("npy.type", where, descriptor);
        }
        char kind = parts.group(2).charAt(0);
        long size = Long.parseLong(parts.group(3));
        long bytes = kind == 'U' ? size * 4 : size;
        boolean known =
                switch (kind) {
                    case 'b' -> bytes == 1;
                    case 'i', 'u' -> bytes == 1 || bytes == 2 || bytes == 4 || bytes == 8;
                    case 'f' -> bytes == 2 || bytes == 4 || bytes == 8;
                    case 'c' -> bytes == 8 || bytes == 16;
                    default -> bytes <= Integer.MAX_VALUE;
                };
        if (!known) {
            throw Problem.of("npy.type", where, descriptor);
        }
        return new NpyType(kind, parts.group(1).equals(">"), (int) bytes);
    }

    /// Whether elements are text.
    public boolean text() {
        return kind == 'U' || kind == 'S';
    }

    /// Bytes that are swapped together: half an element for complex numbers.
    int word() {
        return kind == 'c' ? bytes / 2 : kind == 'U' ? 4 : kind == 'S' ? 1 : bytes;
    }
}
