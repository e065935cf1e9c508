package gemwright.drift;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Both sides of a categorical column: each category with its rows in the reference and in the
/// current data.
///
/// @param keys the categories that occur on either side, ascending: text by code points, numbers by
///   value
/// @param reference rows of each in the reference, in the order of `keys`
/// @param current rows of each in the current data
public record Categories(List<String> keys, List<Long> reference, List<Long> current) {
    private static final Comparator<String> BY_CODE_POINTS =
            (a, b) -> {
                int length = Math.min(a.length(), b.length());
                for (int i = 0; i < length; i++) {
                    if (a.charAt(i) != b.charAt(i)) {
                        return Integer.compare(rank(a.charAt(i)), rank(b.charAt(i)));
                    }
                }
                return Integer.compare(a.length(), b.length());
            };

    public Categories {
        keys = List.copyOf(keys);
        reference = List.copyOf(reference);
        current = List.copyOf(current);
        if (keys.size() != reference.size() || keys.size() != current.size()) {
            throw new IllegalArgumentException(
                    keys.size() + " keys, " + reference.size() + ", " + current.size());
        }
    }

    // surrogates stand for code points above the rest of the plane
    private static int rank(char unit) {
        return Character.isSurrogate(unit) ? unit + 0x10000 : unit;
    }

    /// From the rows of each category on each side.
    public static Categories of(Map<String, Long> reference, Map<String, Long> current) {
        Map<String, Long> all = new HashMap<>(reference);
        current.forEach(all::putIfAbsent);
        List<String> keys = new ArrayList<>(all.keySet());
        keys.sort(BY_CODE_POINTS);
        return new Categories(
                keys,
                keys.stream().map(key -> reference.getOrDefault(key, 0L)).toList(),
                keys.stream().map(key -> current.getOrDefault(key, 0L)).toList());
    }

    /// Each different number as a category of its own.
    public static Categories of(Numbers reference, Numbers current) {
        List<String> keys = new ArrayList<>();
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        double[] a = reference.sorted();
        double[] b = current.sorted();
        int i = 0;
        int j = 0;
        while (i < a.length || j < b.length) {
            double next = j == b.length || (i < a.length && a[i] <= b[j]) ? a[i] : b[j];
            int fromA = i;
            int fromB = j;
            while (i < a.length && a[i] == next) {
                i++;
            }
            while (j < b.length && b[j] == next) {
                j++;
            }
            keys.add(Double.toString(next));
            first.add((long) (i - fromA));
            second.add((long) (j - fromB));
        }
        return new Categories(keys, first, second);
    }

    /// How many different categories.
    public int size() {
        return keys.size();
    }

    /// Rows of the reference that have a category.
    public long referenceTotal() {
        return reference.stream().mapToLong(Long::longValue).sum();
    }

    /// Rows of the current data that have a category.
    public long currentTotal() {
        return current.stream().mapToLong(Long::longValue).sum();
    }

    /// The shares of the categories on both sides.
    public Shares shares() {
        return Shares.of(counts(reference), counts(current), referenceTotal(), currentTotal());
    }

    /// Categories of the current data that the reference does not have.
    public List<String> unseen() {
        return where(reference);
    }

    /// Categories of the reference that the current data do not have.
    public List<String> lost() {
        return where(current);
    }

    private List<String> where(List<Long> empty) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (empty.get(i) == 0) {
                found.add(keys.get(i));
            }
        }
        return found;
    }

    private static long[] counts(List<Long> rows) {
        return rows.stream().mapToLong(Long::longValue).toArray();
    }
}
