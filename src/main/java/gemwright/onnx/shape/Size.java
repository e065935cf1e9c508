package gemwright.onnx.shape;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A whole number that may depend on free dimensions: a polynomial in their names with whole
/// coefficients, in a normal form, so that equal numbers are equal values.
///
/// What is no polynomial (a quotient that is not exact, the smaller of two) is a name of its own
/// that spells the computation. Arithmetic throws [ArithmeticException] beyond 64 bits.
public final class Size {
    /// The number 0.
    public static final Size ZERO = of(0);

    /// The number 1.
    public static final Size ONE = of(1);

    private static final String TIMES = "*";

    /// Products of names, each sorted and joined with `*`, to their coefficients; none is 0. The
    /// empty text is the constant.
    private final NavigableMap<String, Long> terms;

    /// What the names mean that spell a computation.
    private final Map<String, Computation> computations;

    private Size(NavigableMap<String, Long> terms, Map<String, Computation> computations) {
        this.terms = terms;
        this.computations = computations;
    }

    /// What is computed of two sizes and is no polynomial.
    ///
    /// @param function `floor`, `mod`, `min` or `max`
    public record Computation(String function, Size a, Size b) {}

    /// The computation that a name among [#names] spells; empty for a free dimension.
    public Optional<Computation> computation(String name) {
        return Optional.ofNullable(computations.get(name));
    }

    private Map<String, Computation> with(Size other) {
        if (other.computations.isEmpty()) {
            return computations;
        }
        Map<String, Computation> all = new HashMap<>(computations);
        all.putAll(other.computations);
        return all;
    }

    /// A known number.
    public static Size of(long number) {
        TreeMap<String, Long> terms = new TreeMap<>();
        put(terms, "", number);
        return new Size(terms, Map.of());
    }

    /// A free dimension of that name.
    public static Size named(String name) {
        return named(name, Map.of());
    }

    private static Size named(String name, Map<String, Computation> computations) {
        TreeMap<String, Long> terms = new TreeMap<>();
        put(terms, name.replace(TIMES, "×"), 1);
        return new Size(terms, computations);
    }

    private static void put(Map<String, Long> terms, String names, long coefficient) {
        long sum = Math.addExact(terms.getOrDefault(names, 0L), coefficient);
        if (sum == 0) {
            terms.remove(names);
        } else {
            terms.put(names, sum);
        }
    }

    /// The number, where it depends on nothing.
    public OptionalLong number() {
        if (terms.isEmpty()) {
            return OptionalLong.of(0);
        }
        Long constant = terms.get("");
        return terms.size() == 1 && constant != null
                ? OptionalLong.of(constant)
                : OptionalLong.empty();
    }

    /// Whether it is that number.
    public boolean is(long number) {
        OptionalLong known = number();
        return known.isPresent() && known.getAsLong() == number;
    }

    /// Whether it depends on nothing.
    public boolean isKnown() {
        return number().isPresent();
    }

    /// The name, where it is just a free dimension.
    public Optional<String> name() {
        if (terms.size() != 1) {
            return Optional.empty();
        }
        Map.Entry<String, Long> only = terms.firstEntry();
        boolean named = only.getValue() == 1 && !only.getKey().isEmpty();
        return named && !only.getKey().contains(TIMES)
                ? Optional.of(only.getKey())
                : Optional.empty();
    }

    /// The names that it depends on.
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        terms.keySet().stream().filter(t -> !t.isEmpty()).forEach(t -> names.addAll(split(t)));
        return names;
    }

    /// One product of a polynomial.
    ///
    /// @param names factors, repeated where they are squared
    public record Term(long coefficient, List<String> names) {
        public Term {
            names = List.copyOf(names);
        }
    }

    /// The products that it is the sum of; none for 0.
    public List<Term> terms() {
        List<Term> all = new ArrayList<>();
        terms.forEach((names, coefficient) -> all.add(new Term(coefficient, split(names))));
        return all;
    }

    private static List<String> split(String names) {
        return names.isEmpty() ? List.of() : List.of(names.split("\\*", -1));
    }

    /// The sum.
    public Size plus(Size other) {
        TreeMap<String, Long> sum = new TreeMap<>(terms);
        other.terms.forEach((names, coefficient) -> put(sum, names, coefficient));
        return new Size(sum, with(other));
    }

    /// The difference.
    public Size minus(Size other) {
        return plus(other.times(of(-1)));
    }

    /// The product.
    public Size times(Size other) {
        TreeMap<String, Long> product = new TreeMap<>();
        terms.forEach(
                (names, coefficient) ->
                        other.terms.forEach(
                                (more, factor) ->
                                        put(
                                                product,
                                                joined(names, more),
                                                Math.multiplyExact(coefficient, factor))));
        return new Size(product, with(other));
    }

    private static String joined(String names, String more) {
        List<String> all = new ArrayList<>(split(names));
        all.addAll(split(more));
        Collections.sort(all);
        return String.join(TIMES, all);
    }

    /// The quotient, where it is exact whatever the free dimensions are and the divisor is one
    /// product.
    public Optional<Size> exactQuotient(Size divisor) {
        if (divisor.terms.size() != 1) {
            return equals(divisor) ? Optional.of(ONE) : Optional.empty();
        }
        Map.Entry<String, Long> by = divisor.terms.firstEntry();
        TreeMap<String, Long> quotient = new TreeMap<>();
        for (Map.Entry<String, Long> term : terms.entrySet()) {
            List<String> left = new ArrayList<>(split(term.getKey()));
            for (String name : split(by.getKey())) {
                if (!left.remove(name)) {
                    return Optional.empty();
                }
            }
            if (term.getValue() % by.getValue() != 0) {
                return Optional.empty();
            }
            put(quotient, String.join(TIMES, left), term.getValue() / by.getValue());
        }
        return Optional.of(new Size(quotient, computations));
    }

    /// The quotient rounded down.
    public Size floorQuotient(Size divisor) {
        if (isKnown() && divisor.isKnown() && !divisor.is(0)) {
            return of(Math.floorDiv(number().getAsLong(), divisor.number().getAsLong()));
        }
        return exactQuotient(divisor).orElseGet(() -> computed("floor", this, divisor));
    }

    /// The remainder of the quotient rounded down.
    public Size remainder(Size divisor) {
        if (isKnown() && divisor.isKnown() && !divisor.is(0)) {
            return of(Math.floorMod(number().getAsLong(), divisor.number().getAsLong()));
        }
        return exactQuotient(divisor).isPresent() ? ZERO : computed("mod", this, divisor);
    }

    /// The smaller one.
    public Size least(Size other) {
        return isKnown() && other.isKnown()
                ? of(Math.min(number().getAsLong(), other.number().getAsLong()))
                : equals(other) ? this : computed("min", this, other);
    }

    /// The larger one.
    public Size most(Size other) {
        return isKnown() && other.isKnown()
                ? of(Math.max(number().getAsLong(), other.number().getAsLong()))
                : equals(other) ? this : computed("max", this, other);
    }

    private static Size computed(String function, Size a, Size b) {
        String name = (function + "(" + a + "," + b + ")").replace(TIMES, "×");
        Map<String, Computation> all = new HashMap<>(a.with(b));
        all.put(name, new Computation(function, a, b));
        return named(name, all);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Size size && terms.equals(size.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /// `2*batch + 1`.
    @Override
    public String toString() {
        return terms.isEmpty()
                ? "0"
                : terms.descendingMap().entrySet().stream()
                        .map(Size::shown)
                        .collect(Collectors.joining(" + "));
    }

    private static String shown(Map.Entry<String, Long> term) {
        return term.getKey().isEmpty()
                ? Long.toString(term.getValue())
                : term.getValue() == 1 ? term.getKey() : term.getValue() + TIMES + term.getKey();
    }
}
