package gemwright.source.torch.script;

import gemwright.onnx.shape.Size;
import gemwright.source.torch.aten.AtenValue;
import gemwright.source.torch.script.ScriptValue.Dictionary;
import gemwright.source.torch.script.ScriptValue.Items;
import gemwright.source.torch.script.ScriptValue.Plain;
import gemwright.source.torch.script.ScriptValue.Tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/// Functions of lists, tuples and dictionaries, as Python has them.
final class ListFunctions {
    private ListFunctions() {}

    /// The result; empty where this is no function of lists.
    static Optional<ScriptValue> call(String name, List<ScriptValue> in) {
        if (name.equals("range")) {
            return range(in);
        }
        if (in.isEmpty()) {
            return Optional.empty();
        }
        ScriptValue first = in.getFirst();
        if (first instanceof Dictionary dictionary) {
            return ofDictionary(name, dictionary, in);
        }
        if (name.equals("list") && first.asItems().isPresent()) {
            return Optional.of(new Items(first.asItems().get()));
        }
        if (first instanceof Tuple tuple) {
            return ofTuple(name, tuple, in);
        }
        return first instanceof Items list ? ofList(name, list, in) : Optional.empty();
    }

    private static OptionalLong whole(List<ScriptValue> in, int index, long otherwise) {
        if (index >= in.size() || in.get(index).isNone()) {
            return OptionalLong.of(otherwise);
        }
        Optional<Size> size = in.get(index).asSize();
        return size.isPresent() ? size.get().number() : OptionalLong.empty();
    }

    private static Optional<ScriptValue> range(List<ScriptValue> in) {
        boolean single = in.size() == 1;
        OptionalLong start = single ? OptionalLong.of(0) : whole(in, 0, 0);
        OptionalLong end = whole(in, single ? 0 : 1, 0);
        OptionalLong step = whole(in, 2, 1);
        if (start.isEmpty() || end.isEmpty() || step.isEmpty() || step.getAsLong() == 0) {
            return Optional.empty();
        }
        List<ScriptValue> numbers = new ArrayList<>();
        long by = step.getAsLong();
        for (long i = start.getAsLong();
                (by > 0 ? i < end.getAsLong() : i > end.getAsLong()) && numbers.size() < 1_000_000;
                i += by) {
            numbers.add(ScriptValue.of(i));
        }
        return Optional.of(new Items(numbers));
    }

    private static Optional<ScriptValue> ofTuple(String name, Tuple tuple, List<ScriptValue> in) {
        return switch (name) {
            case "__getitem__" -> element(tuple.items(), in);
            case "len" -> Optional.of(ScriptValue.of(tuple.items().size()));
            default -> Optional.empty();
        };
    }

    private static Optional<ScriptValue> element(List<ScriptValue> items, List<ScriptValue> in) {
        OptionalLong index = in.size() == 2 ? whole(in, 1, 0) : OptionalLong.empty();
        if (index.isEmpty()) {
            return Optional.empty();
        }
        long at = index.getAsLong() < 0 ? index.getAsLong() + items.size() : index.getAsLong();
        return at >= 0 && at < items.size() ? Optional.of(items.get((int) at)) : Optional.empty();
    }

    private static Optional<ScriptValue> ofList(String name, Items list, List<ScriptValue> in) {
        List<ScriptValue> items = list.items();
        switch (name) {
            case "__getitem__" -> {
                return element(items, in);
            }
            case "len" -> {
                return Optional.of(ScriptValue.of(items.size()));
            }
            case "append" -> items.add(in.get(1));
            case "extend" -> items.addAll(List.copyOf(in.get(1).asItems().orElse(List.of())));
            case "insert" -> {
                long at = whole(in, 1, 0).orElse(0);
                long from = at < 0 ? at + items.size() : at;
                items.add(Math.clamp(from, 0, items.size()), in.get(2));
            }
            case "reverse" -> java.util.Collections.reverse(items);
            case "clear" -> items.clear();
            case "copy" -> {
                return Optional.of(new Items(items));
            }
            case "pop" -> {
                Optional<ScriptValue> popped =
                        element(items, List.of(list, ScriptValue.of(whole(in, 1, -1).orElse(-1))));
                popped.ifPresent(p -> removeIdentical(items, p));
                return popped;
            }
            case "_set_item" -> {
                OptionalLong index = whole(in, 1, 0);
                long at = index.orElse(-1) < 0 ? index.orElse(-1) + items.size() : index.orElse(-1);
                if (index.isEmpty() || at < 0 || at >= items.size()) {
                    return Optional.empty();
                }
                items.set((int) at, in.get(2));
            }
            default -> {
                return pureOfList(name, items, in);
            }
        }
        return Optional.of(list);
    }

    @SuppressWarnings("ReferenceEquality") // lists are equal only to themselves
    private static void removeIdentical(List<ScriptValue> items, ScriptValue gone) {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) == gone) {
                items.remove(i);
                return;
            }
        }
    }

    private static Optional<ScriptValue> pureOfList(
            String name, List<ScriptValue> items, List<ScriptValue> in) {
        return switch (name) {
            case "slice" -> slice(items, in);
            case "add" ->
                    in.get(1) instanceof Items more
                            ? Optional.of(new Items(joined(items, more.items())))
                            : Optional.empty();
            case "mul" -> {
                List<ScriptValue> repeated = new ArrayList<>();
                for (long i = 0; i < Math.min(100_000, whole(in, 1, 0).orElse(0)); i++) {
                    repeated.addAll(items);
                }
                yield Optional.of(new Items(repeated));
            }
            case "any", "all" -> truths(name, items);
            case "sum", "min", "max" -> sizes(name, items);
            default -> Optional.empty();
        };
    }

    private static Optional<ScriptValue> sizes(String name, List<ScriptValue> items) {
        List<Size> sizes = items.stream().flatMap(item -> item.asSize().stream()).toList();
        if (sizes.size() != items.size()) {
            return Optional.empty();
        }
        BinaryOperator<Size> operation =
                switch (name) {
                    case "sum" -> Size::plus;
                    case "min" -> Size::least;
                    default -> Size::most;
                };
        return sizes.stream()
                .reduce(operation)
                .or(() -> name.equals("sum") ? Optional.of(Size.ZERO) : Optional.empty())
                .map(ScriptValue::of);
    }

    private static Optional<ScriptValue> truths(String name, List<ScriptValue> items) {
        boolean any = name.equals("any");
        for (ScriptValue item : items) {
            Optional<Size> number = item.asSize().filter(Size::isKnown);
            if (number.isEmpty()) {
                return Optional.empty();
            }
            if (!number.get().is(0) == any) {
                return Optional.of(ScriptValue.of(any));
            }
        }
        return Optional.of(ScriptValue.of(!any));
    }

    private static List<ScriptValue> joined(List<ScriptValue> a, List<ScriptValue> b) {
        List<ScriptValue> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static Optional<ScriptValue> slice(List<ScriptValue> items, List<ScriptValue> in) {
        int n = items.size();
        OptionalLong start = whole(in, 1, 0);
        OptionalLong end = whole(in, 2, Long.MAX_VALUE);
        OptionalLong step = whole(in, 3, 1);
        if (start.isEmpty() || end.isEmpty() || step.orElse(0) <= 0) {
            return Optional.empty();
        }
        long from =
                Math.clamp(start.getAsLong() < 0 ? start.getAsLong() + n : start.getAsLong(), 0, n);
        long to = Math.clamp(end.getAsLong() < 0 ? end.getAsLong() + n : end.getAsLong(), 0, n);
        List<ScriptValue> part = new ArrayList<>();
        for (long i = from; i < to; i += step.getAsLong()) {
            part.add(items.get((int) i));
        }
        return Optional.of(new Items(part));
    }

    private static Optional<ScriptValue> ofDictionary(
            String name, Dictionary dictionary, List<ScriptValue> in) {
        Optional<AtenValue> key =
                in.size() > 1 && in.get(1) instanceof Plain(AtenValue value)
                        ? Optional.of(value)
                        : Optional.empty();
        return switch (name) {
            case "len" -> Optional.of(ScriptValue.of(dictionary.entries().size()));
            case "__getitem__" -> key.map(dictionary.entries()::get);
            case "__contains__" ->
                    key.map(k -> ScriptValue.of(dictionary.entries().containsKey(k)));
            case "get" ->
                    key.map(
                            k ->
                                    dictionary
                                            .entries()
                                            .getOrDefault(
                                                    k,
                                                    in.size() > 2
                                                            ? in.get(2)
                                                            : ScriptValue.Plain.NONE));
            case "_set_item" -> {
                key.ifPresent(k -> dictionary.entries().put(k, in.get(2)));
                yield key.map(k -> dictionary);
            }
            case "keys" ->
                    Optional.of(
                            new Items(
                                    dictionary.entries().keySet().stream()
                                            .map(k -> (ScriptValue) new Plain(k))
                                            .toList()));
            case "values" -> Optional.of(new Items(List.copyOf(dictionary.entries().values())));
            case "items" ->
                    Optional.of(
                            new Items(
                                    dictionary.entries().entrySet().stream()
                                            .map(
                                                    e ->
                                                            (ScriptValue)
                                                                    new Tuple(
                                                                            List.of(
                                                                                    new Plain(
                                                                                            e
                                                                                                    .getKey()),
                                                                                    e.getValue())))
                                            .toList()));
            default -> Optional.empty();
        };
    }
}
