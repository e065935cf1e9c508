package gemwright.format.pickle;

import gemwright.base.Problem;

import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Calls of Python's own plain types, as older protocols write them, and what comes out of them.
final class PlainCalls {
    private PlainCalls() {}

    /// The value, or empty where the call is none of these.
    static Optional<PickleValue> of(
            PickleGlobal maker, PickleTuple arguments, PickleObjects objects, PickleInput input)
            throws Problem {
        List<PickleValue> given = arguments.items();
        return switch (maker.qualifiedName()) {
            case "_codecs.encode" -> encoded(given);
            case "builtins.bytes",
                    "__builtin__.bytes",
                    "builtins.bytearray",
                    "__builtin__.bytearray" ->
                    bytes(given);
            case "collections.OrderedDict",
                    "collections.defaultdict",
                    "builtins.dict",
                    "__builtin__.dict" ->
                    dict(given, objects);
            case "builtins.set", "__builtin__.set", "builtins.frozenset", "__builtin__.frozenset" ->
                    given.size() <= 1 ? Optional.of(objects.set(members(given))) : Optional.empty();
            case "builtins.list", "__builtin__.list" ->
                    given.size() <= 1
                            ? Optional.of(objects.list(members(given)))
                            : Optional.empty();
            case "copyreg._reconstructor", "copy_reg._reconstructor" ->
                    given.isEmpty()
                            ? Optional.empty()
                            : Optional.of(
                                    objects.make(
                                            given.getFirst(), PickleTuple.EMPTY, Optional.empty()));
            case "copyreg.__newobj__", "copy_reg.__newobj__" -> {
                if (given.isEmpty()) {
                    throw input.malformed("__newobj__ without a class");
                }
                PickleTuple rest = objects.tuple(given.subList(1, given.size()));
                yield Optional.of(objects.make(given.getFirst(), rest, Optional.empty()));
            }
            default -> Optional.empty();
        };
    }

    private static List<PickleValue> members(List<PickleValue> given) {
        return given.isEmpty() ? List.of() : given.getFirst().elements();
    }

    /// `_codecs.encode(text, 'latin1')`: how protocol 2 writes a byte string.
    private static Optional<PickleValue> encoded(List<PickleValue> given) {
        boolean latin =
                given.size() == 2
                        && given.get(1)
                                .asText()
                                .filter(name -> name.matches("latin-?1"))
                                .isPresent();
        return latin ? latinBytes(given.getFirst()) : Optional.empty();
    }

    private static Optional<PickleValue> bytes(List<PickleValue> given) {
        if (given.isEmpty()) {
            return Optional.of(PickleBytes.EMPTY);
        }
        boolean named = given.size() == 2 && given.get(1).asText().isPresent();
        return given.size() == 1 || named ? latinBytes(given.getFirst()) : Optional.empty();
    }

    /// The bytes of a value that is a byte string, perhaps one of Python 2 that was read as text.
    static Optional<PickleValue> latinBytes(PickleValue value) {
        return switch (value) {
            case PickleBytes bytes -> Optional.of(bytes);
            case PickleText(var text) when text.chars().allMatch(c -> c < 256) ->
                    Optional.of(
                            new PickleBytes(
                                    MemorySegment.ofArray(
                                            text.getBytes(StandardCharsets.ISO_8859_1))));
            default -> Optional.empty();
        };
    }

    private static Optional<PickleValue> dict(List<PickleValue> given, PickleObjects objects)
            throws Problem {
        List<PickleValue> keysAndValues = new ArrayList<>();
        for (PickleValue argument : given) {
            for (PickleValue pair : argument.elements()) {
                if (pair.elements().size() != 2) {
                    return Optional.empty();
                }
                keysAndValues.addAll(pair.elements());
            }
        }
        return Optional.of(objects.dict(keysAndValues));
    }
}
