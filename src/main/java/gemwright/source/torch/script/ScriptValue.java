package gemwright.source.torch.script;

import gemwright.onnx.Tensor;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenGraph;
import gemwright.source.torch.aten.AtenValue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a variable of a script may hold while it is followed.
sealed interface ScriptValue {
    /// A number, a truth value, a text, or nothing.
    record Plain(AtenValue value) implements ScriptValue {
        /// `None`.
        static final Plain NONE = new Plain(AtenValue.None.VALUE);
    }

    /// Yes or no, which only the data of a run decide.
    ///
    /// @param equal two sizes that are equal where it holds, or where it does not
    /// @param size the free size that decides, where it is one; an empty text otherwise
    record Undecided(Value condition, Optional<Equality> equal, String size)
            implements ScriptValue {
        Undecided(Value condition) {
            this(condition, Optional.empty(), "");
        }

        /// @param holds whether the sizes are equal where the condition holds, else where not
        record Equality(Size a, Size b, boolean holds) {}
    }

    /// A fixed number of values.
    ///
    /// @param names of a named tuple; none for a plain one
    record Tuple(List<ScriptValue> items, List<String> names) implements ScriptValue {
        public Tuple {
            items = List.copyOf(items);
            names = List.copyOf(names);
        }

        Tuple(List<ScriptValue> items) {
            this(items, List.of());
        }
    }

    /// A function, or a class to be made an object of.
    record Callable(String name) implements ScriptValue {}

    /// A variable that the script declares and never reads.
    record Unset() implements ScriptValue {}

    /// A list, which may be changed; compared by identity.
    final class Items implements ScriptValue {
        private final List<ScriptValue> items;

        Items(List<ScriptValue> items) {
            this.items = new ArrayList<>(items);
        }

        List<ScriptValue> items() {
            return items;
        }
    }

    /// A dictionary, which may be changed; compared by identity.
    final class Dictionary implements ScriptValue {
        private final Map<AtenValue, ScriptValue> entries = new LinkedHashMap<>();

        Map<AtenValue, ScriptValue> entries() {
            return entries;
        }
    }

    /// An object of a class of the archive: a module, mostly. Compared by identity.
    final class Instance implements ScriptValue {
        private final String type;
        private final Map<String, ScriptValue> attributes = new LinkedHashMap<>();

        Instance(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        Map<String, ScriptValue> attributes() {
            return attributes;
        }
    }

    /// A tensor: a constant that nothing has used yet, or a value of the graph. Two variables may
    /// hold the same one, and both see what an in-place operator does to it.
    final class TensorRef implements ScriptValue {
        private final Optional<Tensor> constant;
        private final boolean number;
        private Optional<Value> value;
        private List<TensorRef> family = new ArrayList<>(List.of(this));
        private Optional<View> view = Optional.empty();
        private boolean stale;
        private boolean missing;

        TensorRef(Tensor constant) {
            this(constant, false);
        }

        /// @param number whether it stands for a plain number of Python
        TensorRef(Tensor constant, boolean number) {
            this.number = number;
            this.constant = Optional.of(constant);
            this.value = Optional.empty();
        }

        TensorRef(Value value) {
            this.number = false;
            this.constant = Optional.empty();
            this.value = Optional.of(value);
        }

        /// Its value in the graph, put there when first asked for.
        Value value(AtenGraph g) {
            Value known = value.orElseGet(() -> made(constant.orElseThrow(), g));
            value = Optional.of(known);
            return known;
        }

        /// What an operator would give that we do not have: everything that is computed of it is
        /// missing too.
        static TensorRef missing() {
            TensorRef none = new TensorRef(Value.NONE);
            none.missing = true;
            return none;
        }

        /// Whether there is no such tensor, for want of an operator.
        boolean isMissing() {
            return missing;
        }

        private Value made(Tensor tensor, AtenGraph g) {
            return number ? g.number(tensor) : g.constant(tensor);
        }

        /// Gives it another content; tensors that share its elements are of no use from then on.
        void become(Value other) {
            value = Optional.of(other);
            family.stream().filter(member -> member != this).forEach(member -> member.stale = true);
        }

        /// Whether it belongs to the module, where a change would outlast the call.
        boolean isConstant() {
            return constant.isPresent();
        }

        /// The content of a constant of the module that nothing has changed.
        Optional<Tensor> constant() {
            return constant;
        }

        /// Whether a tensor that it shares its elements with was changed since.
        boolean isStale() {
            return stale;
        }

        /// How it looks at another tensor.
        ///
        /// @param arguments of the operator, behind the tensor
        record View(TensorRef base, String operator, List<AtenValue> arguments) {
            View {
                arguments = List.copyOf(arguments);
            }
        }

        /// How it looks at another tensor, where it does.
        Optional<View> view() {
            return view;
        }

        /// Makes it a view of another tensor.
        void lookAt(View seen) {
            view = Optional.of(seen);
            shareWith(seen.base());
        }

        /// Follows a change of one of its views.
        void follow(Value other) {
            value = Optional.of(other);
            stale = false;
        }

        /// Shares its elements with another tensor: a view.
        void shareWith(TensorRef other) {
            for (TensorRef member : List.copyOf(family)) {
                if (!other.family.contains(member)) {
                    other.family.add(member);
                }
                member.family = other.family;
            }
        }
    }

    /// A whole number.
    static ScriptValue of(Size size) {
        return new Plain(new AtenValue.Whole(size));
    }

    /// A whole number.
    static ScriptValue of(long number) {
        return new Plain(AtenValue.Whole.of(number));
    }

    /// A number with a fraction.
    static ScriptValue of(double number) {
        return new Plain(new AtenValue.Real(number));
    }

    /// Yes or no.
    static ScriptValue of(boolean truth) {
        return new Plain(new AtenValue.Truth(truth));
    }

    /// A text.
    static ScriptValue of(String text) {
        return new Plain(new AtenValue.Text(text));
    }

    /// Whether it is `None`.
    default boolean isNone() {
        return this instanceof Plain(AtenValue.None _);
    }

    /// The whole number that it is.
    default Optional<Size> asSize() {
        return this instanceof Plain(AtenValue.Whole(Size size))
                ? Optional.of(size)
                : this instanceof Plain(AtenValue.Truth(boolean truth))
                        ? Optional.of(truth ? Size.ONE : Size.ZERO)
                        : Optional.empty();
    }

    /// The members of a list or tuple.
    default Optional<List<ScriptValue>> asItems() {
        return switch (this) {
            case Items list -> Optional.of(list.items());
            case Tuple tuple -> Optional.of(tuple.items());
            case Plain _, Undecided _, Callable _, Unset _, Dictionary _, Instance _, TensorRef _ ->
                    Optional.empty();
        };
    }
}
