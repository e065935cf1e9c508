package gemwright.source.sklearn;

import gemwright.format.pickle.NumpyArray;
import gemwright.format.pickle.PickleDict;
import gemwright.format.pickle.PickleGlobal;
import gemwright.format.pickle.PickleObject;
import gemwright.format.pickle.PickleValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// Reads Python values as numbers, texts, labels and categories. Empty where a value is something
/// else.
public final class Values {
    private Values() {}

    /// Numbers of any shape in row-major order: an array, a list of numbers, one number. Truth
    /// values count as 0 and 1.
    public static Optional<double[]> numbers(PickleValue value) {
        if (value instanceof NumpyArray array && array.holdsNumbers()) {
            return Optional.of(array.doubles());
        }
        Optional<List<PickleValue>> members = members(value);
        if (members.isEmpty()) {
            OptionalDouble one = number(value);
            return one.isPresent()
                    ? Optional.of(new double[] {one.getAsDouble()})
                    : Optional.empty();
        }
        double[] numbers = new double[members.get().size()];
        for (int i = 0; i < numbers.length; i++) {
            OptionalDouble one = number(members.get().get(i));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            numbers[i] = one.getAsDouble();
        }
        return Optional.of(numbers);
    }

    /// Whole numbers of any shape in row-major order.
    public static Optional<long[]> integers(PickleValue value) {
        if (value instanceof NumpyArray array && array.holdsIntegers()) {
            return Optional.of(array.integers());
        }
        List<Long> numbers = new ArrayList<>();
        for (PickleValue member : members(value).orElse(List.of(value))) {
            OptionalLong one = member.asInteger();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(one.getAsLong());
        }
        return Optional.of(numbers.stream().mapToLong(Long::longValue).toArray());
    }

    /// Numbers in rows and columns, dense or sparse; fewer dimensions are one row.
    public static Optional<Matrix> matrix(PickleValue value) {
        if (value instanceof PickleObject object && SparseRows.isSparse(object)) {
            return SparseRows.dense(object);
        }
        if (value instanceof NumpyArray array && array.shape().size() == 2) {
            return numbers(array)
                    .map(n -> new Matrix(array.shape().getFirst(), array.shape().getLast(), n));
        }
        boolean flat = !(value instanceof NumpyArray array) || array.shape().size() < 2;
        return flat ? numbers(value).map(n -> new Matrix(1, n.length, n)) : Optional.empty();
    }

    /// The members of a list, tuple, set or array.
    public static Optional<List<PickleValue>> members(PickleValue value) {
        return switch (value) {
            case NumpyArray array -> Optional.of(array.values());
            case gemwright.format.pickle.PickleList list -> Optional.of(list.items());
            case gemwright.format.pickle.PickleTuple tuple -> Optional.of(tuple.items());
            case gemwright.format.pickle.PickleSet set -> Optional.of(set.items());
            default -> Optional.empty();
        };
    }

    /// Texts of a list, tuple or array.
    public static Optional<List<String>> texts(PickleValue value) {
        List<String> texts = new ArrayList<>();
        for (PickleValue member : members(value).orElse(List.of(value))) {
            Optional<String> text = member.asText();
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }

    /// The classes of one target.
    static Optional<Labels> labels(PickleValue value) {
        Optional<List<PickleValue>> members = members(value);
        if (members.isEmpty()) {
            return Optional.empty();
        }
        Optional<List<String>> texts = texts(value);
        if (texts.isPresent()) {
            return Optional.of(new Labels.Texts(texts.get()));
        }
        List<Long> numbers = new ArrayList<>();
        for (PickleValue member : members.get()) {
            OptionalLong whole = whole(member);
            if (whole.isEmpty()) {
                return Optional.empty();
            }
            numbers.add(whole.getAsLong());
        }
        return Optional.of(new Labels.Numbers(numbers));
    }

    /// A whole number, also where it is written as `1.0` or `True`.
    private static OptionalLong whole(PickleValue value) {
        OptionalLong integer = value.asInteger();
        if (integer.isPresent()) {
            return integer;
        }
        OptionalDouble number = number(value);
        return number.isPresent() && number.getAsDouble() == (long) number.getAsDouble()
                ? OptionalLong.of((long) number.getAsDouble())
                : OptionalLong.empty();
    }

    /// The categories of one column; empty where one of them is neither text nor number.
    public static Optional<List<Category>> categories(PickleValue value) {
        List<Category> categories = new ArrayList<>();
        for (PickleValue member : members(value).orElse(List.of())) {
            Optional<Category> category = category(member);
            if (category.isEmpty()) {
                return Optional.empty();
            }
            categories.add(category.get());
        }
        return Optional.of(categories);
    }

    /// One category; empty where the value is neither text nor number nor missing.
    public static Optional<Category> category(PickleValue value) {
        Optional<String> text = value.asText();
        if (text.isPresent()) {
            return text.map(Category.Text::new);
        }
        if (value.isNone()) {
            return Optional.of(new Category.Missing());
        }
        OptionalDouble number = number(value);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                Double.isNaN(number.getAsDouble())
                        ? new Category.Missing()
                        : new Category.Numeric(number.getAsDouble()));
    }

    /// One number; a truth value counts as 0 or 1.
    public static OptionalDouble number(PickleValue value) {
        Optional<Boolean> truth = value.asBoolean();
        if (truth.isPresent()) {
            return OptionalDouble.of(truth.get() ? 1 : 0);
        }
        if (value instanceof NumpyArray array && array.size() == 1 && array.shape().isEmpty()) {
            return number(array.value(0));
        }
        return value.asNumber();
    }

    /// Whether the value is a class or function of one of these qualified names.
    public static boolean names(PickleValue value, String... qualifiedNames) {
        return value instanceof PickleGlobal global
                && List.of(qualifiedNames).contains(global.qualifiedName());
    }

    /// The value as a message quotes it: short, on one line.
    static String spell(PickleValue value) {
        String whole =
                value.elements().isEmpty()
                        ? spellOne(value)
                        : value.elements().stream()
                                .limit(8)
                                .map(Values::spellOne)
                                .collect(Collectors.joining(", ", "[", "]"));
        return whole.length() <= 60 ? whole : whole.substring(0, 57) + "…";
    }

    private static String spellOne(PickleValue value) {
        return switch (value) {
            case PickleGlobal global -> global.publicName();
            case PickleObject object -> object.typeName();
            case NumpyArray array -> "array" + array.shape();
            case PickleDict dict -> "dict(" + dict.size() + ")";
            default ->
                    value.isNone()
                            ? "None"
                            : value.asText()
                                    .or(() -> value.asBoolean().map(Values::python))
                                    .or(() -> spellNumber(value))
                                    .orElse("…");
        };
    }

    private static String python(boolean truth) {
        return truth ? "True" : "False";
    }

    private static Optional<String> spellNumber(PickleValue value) {
        OptionalLong whole = value.asInteger();
        if (whole.isPresent()) {
            return Optional.of(Long.toString(whole.getAsLong()));
        }
        OptionalDouble number = value.asNumber();
        return number.isPresent()
                ? Optional.of(Double.toString(number.getAsDouble()))
                : Optional.empty();
    }
}
