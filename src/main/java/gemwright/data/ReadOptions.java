package gemwright.data;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What the user says about a file where guessing is not enough.
///
/// @param kinds column to kind, for columns whose kind should not be inferred
/// @param roles column to role; a column not named is a feature
/// @param encoding of a text file; else a byte order mark, UTF-8, UTF-16 and GB18030 are told apart
/// @param delimiter of a CSV file; else comma, tab, semicolon and bar are told apart
/// @param header whether the first row of a CSV file holds the names
/// @param skipBadRows leave out rows that cannot be read and list them in [Table#faults]; else they
///   are a problem
public record ReadOptions(
        Map<String, ColumnKind> kinds,
        Map<String, Role> roles,
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        boolean header,
        boolean skipBadRows) {
    public ReadOptions {
        kinds = Map.copyOf(kinds);
        roles = Map.copyOf(roles);
    }

    /// Everything told from the file itself.
    public static ReadOptions inferred() {
        return new ReadOptions(Map.of(), Map.of(), Optional.empty(), Optional.empty(), true, false);
    }

    /// These options, with the kind of one more column fixed.
    public ReadOptions withKind(String column, ColumnKind kind) {
        Map<String, ColumnKind> more = new LinkedHashMap<>(kinds);
        more.put(column, kind);
        return new ReadOptions(more, roles, encoding, delimiter, header, skipBadRows);
    }

    /// These options, with the role of one more column fixed.
    public ReadOptions withRole(String column, Role role) {
        Map<String, Role> more = new LinkedHashMap<>(roles);
        more.put(column, role);
        return new ReadOptions(kinds, more, encoding, delimiter, header, skipBadRows);
    }

    /// These options with another way of treating rows that cannot be read.
    public ReadOptions skippingBadRows(boolean skip) {
        return new ReadOptions(kinds, roles, encoding, delimiter, header, skip);
    }
}
