package gemwright.workbench;

import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads members of a JSON object strictly: what is unknown, of another type or out of range is a
/// part of one problem, so that the user sees all of it at once.
final class ConfigurationReader {
    private final Path file;
    private final String place;
    private final Map<String, @Nullable Object> left;
    private final List<String> known = new ArrayList<>();
    private final List<Problem.Part> wrong;

    private ConfigurationReader(
            Path file, String place, Map<?, ?> object, List<Problem.Part> wrong) {
        this.file = file;
        this.place = place;
        this.left = new LinkedHashMap<>();
        object.forEach((name, value) -> left.put(String.valueOf(name), value));
        this.wrong = wrong;
    }

    /// The members of a whole file.
    static ConfigurationReader of(Path file, Map<?, ?> object) {
        return new ConfigurationReader(file, "", object, new ArrayList<>());
    }

    /// The members of an object within; none where it is absent.
    ConfigurationReader object(String name) {
        @Nullable Object value = take(name);
        if (value != null && !(value instanceof Map<?, ?>)) {
            refuse(name, "an object");
        }
        Map<?, ?> members = value instanceof Map<?, ?> map ? map : Map.of();
        return new ConfigurationReader(file, path(name), members, wrong);
    }

    /// The names of all members, for an object whose names are the user's own.
    List<String> names() {
        return List.copyOf(left.keySet());
    }

    /// A whole number; `null` and absence give the standard.
    long whole(String name, long standard, long low, long high) {
        @Nullable Object value = take(name);
        if (value == null) {
            return standard;
        }
        if (value instanceof Long number && low <= number && number <= high) {
            return number;
        }
        refuse(name, "a whole number from " + low + " to " + high);
        return standard;
    }

    /// A whole number, or none.
    Optional<Long> whole(String name, long low, long high) {
        boolean given = left.get(name) != null;
        long number = whole(name, low, low, high);
        return given ? Optional.of(number) : Optional.empty();
    }

    /// A share above 0 and up to 1.
    double share(String name, double standard) {
        @Nullable Object value = take(name);
        if (value == null) {
            return standard;
        }
        if (value instanceof Number number
                && number.doubleValue() > 0
                && number.doubleValue() <= 1) {
            return number.doubleValue();
        }
        refuse(name, "a number above 0 and up to 1");
        return standard;
    }

    /// True or false.
    boolean flag(String name, boolean standard) {
        @Nullable Object value = take(name);
        if (value != null && !(value instanceof Boolean)) {
            refuse(name, "true or false");
        }
        return value instanceof Boolean flag ? flag : standard;
    }

    /// A text, or none.
    Optional<String> text(String name) {
        @Nullable Object value = take(name);
        if (value != null && !(value instanceof String)) {
            refuse(name, "a text");
        }
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /// A list of texts.
    List<String> texts(String name) {
        @Nullable Object value = take(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        refuse(name, "a list of texts");
        return List.of();
    }

    /// Says that a member is not what it should be.
    void refuse(String name, String expected) {
        wrong.add(Problem.Part.of("configuration.value", where(name), expected));
    }

    /// Everything in this object was looked at: what is left is unknown.
    void end() {
        for (String name : left.keySet()) {
            wrong.add(
                    Problem.Part.of(
                            "configuration.unknown", where(name), String.join(", ", known)));
        }
    }

    /// @throws Problem with all that was wrong in the whole file
    void requireSound() throws Problem {
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
    }

    private @Nullable Object take(String name) {
        known.add(name);
        return left.remove(name);
    }

    private String where(String name) {
        return file + ", " + path(name);
    }

    private String path(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }
}
