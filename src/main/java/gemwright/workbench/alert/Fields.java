package gemwright.workbench.alert;

import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// The fields of one object in a file of alert rules. What is wrong is collected, so that the user
/// hears all of it at once.
final class Fields {
    private final Map<?, ?> object;
    private final String where;
    private final List<Problem.Part> wrong;
    private final UnaryOperator<@Nullable String> environment;

    private Fields(
            Map<?, ?> object,
            String where,
            List<Problem.Part> wrong,
            UnaryOperator<@Nullable String> environment) {
        this.object = object;
        this.where = where;
        this.wrong = wrong;
        this.environment = environment;
    }

    /// The fields of that value; none, and a fault, where it is no object.
    static Fields of(
            @Nullable Object value,
            String where,
            List<Problem.Part> wrong,
            UnaryOperator<@Nullable String> environment) {
        if (!(value instanceof Map<?, ?> map)) {
            wrong.add(Problem.Part.of("alert.object", where));
            return new Fields(Map.of(), where, wrong, environment);
        }
        return new Fields(map, where, wrong, environment);
    }

    /// Those of an object within.
    Fields inside(String name, @Nullable Object value) {
        return of(value, where + ", " + name, wrong, environment);
    }

    Map<?, ?> all() {
        return object;
    }

    boolean has(String name) {
        return object.containsKey(name);
    }

    /// Notes every field of another name.
    void only(Set<String> names) {
        for (Object name : object.keySet()) {
            if (!names.contains(String.valueOf(name))) {
                wrong(String.valueOf(name), String.join(", ", names.stream().sorted().toList()));
            }
        }
    }

    /// Notes that a field does not hold what it should.
    void wrong(String name, String wanted) {
        wrong.add(Problem.Part.of("alert.field", where + ", " + name, wanted));
    }

    String text(String name) {
        return optional(name)
                .orElseGet(
                        () -> {
                            wrong(name, "\"…\"");
                            return "";
                        });
    }

    Optional<String> optional(String name) {
        return object.get(name) instanceof String text
                ? Optional.of(resolved(name, text))
                : Optional.empty();
    }

    private String resolved(String name, String text) {
        if (!text.startsWith("env:")) {
            return text;
        }
        String value = environment.apply(text.substring(4));
        if (value == null) {
            wrong.add(Problem.Part.of("alert.variable", where + ", " + name, text.substring(4)));
            return "";
        }
        return value;
    }

    double number(String name) {
        if (object.get(name) instanceof Number number) {
            return number.doubleValue();
        }
        wrong(name, "0.25");
        return 0;
    }

    int whole(String name, int standard, int least, int most) {
        if (!has(name)) {
            return standard;
        }
        if (object.get(name) instanceof Long value && value >= least && value <= most) {
            return value.intValue();
        }
        wrong(name, least + " … " + most);
        return standard;
    }

    boolean truth(String name, boolean standard) {
        if (!has(name)) {
            return standard;
        }
        if (object.get(name) instanceof Boolean value) {
            return value;
        }
        wrong(name, "true, false");
        return standard;
    }

    /// One text or several, at least one.
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        Object value = object.get(name);
        List<?> given =
                value instanceof List<?> list ? list : value == null ? List.of() : List.of(value);
        for (Object each : given) {
            if (each instanceof String text) {
                texts.add(resolved(name, text));
            }
        }
        if (texts.isEmpty() || texts.size() < given.size()) {
            wrong(name, "[\"…\"]");
        }
        return texts;
    }

    /// The objects of a list.
    List<Fields> list(String name) {
        List<Fields> all = new ArrayList<>();
        if (!(object.get(name) instanceof List<?> list) || list.isEmpty()) {
            wrong(name, "[{…}]");
            return all;
        }
        for (int i = 0; i < list.size(); i++) {
            all.add(inside(name + " " + (i + 1), list.get(i)));
        }
        return all;
    }
}
