package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.format.pickle.PickleReference.Use;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes and fills containers and objects; what Python would call becomes a note of the call, but
/// for the few plain containers and numpy's own that are read for what they hold.
final class PickleObjects {
    // More than any dtype has fields: an outline keeps small dicts, since they say how arrays lie.
    private static final int OUTLINE_ENTRIES = 4096;

    private final PickleInput input;
    private final Budget budget;
    private final ReferenceLog log;
    private final boolean keep;
    private final NumpyValues numpy;
    private final JoblibArrays joblib;
    private final List<PickleObject> persistent = new ArrayList<>();

    PickleObjects(PickleInput input, Budget budget, ReferenceLog log, PickleSettings settings) {
        this.input = input;
        this.budget = budget;
        this.log = log;
        keep = settings.keep();
        numpy = new NumpyValues(input);
        joblib = new JoblibArrays(input, budget, log, settings);
    }

    PickleList list(List<PickleValue> items) throws Problem {
        budget.charge(Budget.CONTAINER_BYTES);
        PickleList list = new PickleList();
        append(list, items);
        return list;
    }

    PickleSet set(List<PickleValue> items) throws Problem {
        budget.charge(Budget.CONTAINER_BYTES);
        PickleSet set = new PickleSet();
        append(set, items);
        return set;
    }

    PickleDict dict(List<PickleValue> keysAndValues) throws Problem {
        budget.charge(Budget.CONTAINER_BYTES);
        PickleDict dict = new PickleDict();
        put(dict, keysAndValues);
        return dict;
    }

    PickleTuple tuple(List<PickleValue> items) throws Problem {
        budget.charge(Budget.CONTAINER_BYTES + (long) Budget.PLACE_BYTES * items.size());
        return items.isEmpty() ? PickleTuple.EMPTY : new PickleTuple(items);
    }

    void append(PickleValue to, List<PickleValue> items) throws Problem {
        if (keep) {
            budget.charge((long) Budget.PLACE_BYTES * items.size());
        }
        switch (to) {
            case PickleList list when keep -> items.forEach(list::add);
            case PickleList list -> list.passOver(items.size());
            case PickleSet set when keep -> items.forEach(set::add);
            case PickleObject object when keep -> items.forEach(object::add);
            case PickleSet _, PickleObject _ -> {}
            default -> throw input.malformed("items are added to something that is no list");
        }
    }

    void put(PickleValue to, List<PickleValue> keysAndValues) throws Problem {
        if (keysAndValues.size() % 2 != 0) {
            throw input.malformed("a key without a value");
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            PickleValue key = keysAndValues.get(i);
            PickleValue value = keysAndValues.get(i + 1);
            switch (to) {
                case PickleDict dict when keep || dict.size() < OUTLINE_ENTRIES -> {
                    budget.charge(Budget.CONTAINER_BYTES);
                    dict.put(key, value);
                }
                case PickleObject object when keep -> {
                    budget.charge(Budget.CONTAINER_BYTES);
                    object.put(key, value);
                }
                case PickleDict _, PickleObject _ -> {}
                case PickleGlobal global -> throw patched(global);
                default -> throw input.malformed("a key is put into something that is no dict");
            }
        }
    }

    /// `REDUCE`: what Python would call, noted, or the plain value that would come out.
    PickleValue call(PickleValue maker, PickleValue given) throws Problem {
        log.used(maker, Use.CALLED, input.opcodeAt());
        PickleTuple arguments = arguments(given);
        if (maker instanceof PickleGlobal global) {
            Optional<PickleValue> plain = PlainCalls.of(global, arguments, this, input);
            if (plain.isEmpty()) {
                plain = numpy.call(global, arguments);
            }
            if (plain.isPresent()) {
                return plain.get();
            }
        }
        return object(maker, true, arguments, Optional.empty());
    }

    /// `NEWOBJ` and `NEWOBJ_EX`.
    PickleValue make(PickleValue maker, PickleValue given, Optional<PickleValue> keywords)
            throws Problem {
        PickleTuple arguments = arguments(given);
        Optional<PickleDict> named = Optional.empty();
        if (keywords.isPresent()) {
            if (!(keywords.get() instanceof PickleDict dict)) {
                throw input.malformed("keyword arguments are no dict");
            }
            named = Optional.of(dict);
        }
        boolean plain = arguments.items().isEmpty() && keywords.isEmpty();
        log.used(maker, plain ? Use.MADE : Use.CALLED, input.opcodeAt());
        return object(maker, false, arguments, named);
    }

    /// `INST` and `OBJ`.
    PickleValue instance(PickleValue maker, List<PickleValue> arguments) throws Problem {
        Use use = arguments.isEmpty() ? Use.MADE : Use.CALLED;
        log.used(maker, use, input.opcodeAt());
        return object(maker, false, tuple(arguments), Optional.empty());
    }

    /// What a persistent id stands for: known only to the archive around the pickle.
    PickleObject persistent(PickleValue id) throws Problem {
        PickleObject made = object(PickleNone.NONE, false, tuple(List.of(id)), Optional.empty());
        if (keep) {
            persistent.add(made);
        }
        return made;
    }

    /// All persistent ids so far, in the order of the file; none for an outline.
    List<PickleObject> persistentIds() {
        return persistent;
    }

    private PickleObject object(
            PickleValue maker, boolean called, PickleTuple arguments, Optional<PickleDict> keywords)
            throws Problem {
        budget.charge(2L * Budget.CONTAINER_BYTES);
        return new PickleObject(maker, called, arguments, keywords);
    }

    private PickleTuple arguments(PickleValue given) throws Problem {
        if (given instanceof PickleTuple tuple) {
            return tuple;
        }
        throw input.malformed("arguments are no tuple");
    }

    /// `BUILD`: gives the value that stands on the stack afterwards.
    PickleValue build(PickleValue target, PickleValue state) throws Problem {
        switch (target) {
            case NumpyType type -> numpy.build(type, state);
            case NumpyArray array -> numpy.build(array, state);
            case PickleObject object -> {
                if (joblib.isWrapper(object)) {
                    NumpyArray array = joblib.read(state);
                    object.replaceBy(array);
                    return array;
                }
                object.build(state);
            }
            case PickleGlobal global -> throw patched(global);
            // Subclasses of dict made by a call, such as OrderedDict, may carry attributes too.
            case PickleDict _, PickleSet _, PickleList _ -> {}
            default -> throw input.malformed("a state is given to something that takes none");
        }
        return target;
    }

    private Problem patched(PickleGlobal global) {
        return Problem.of("pickle.patched", input.place(), global.qualifiedName());
    }
}
