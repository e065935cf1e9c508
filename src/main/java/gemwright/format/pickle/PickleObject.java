package gemwright.format.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// Something that Python would have made by calling a class or function: kept as what would have
/// been called and with what. Compared by identity.
public final class PickleObject implements PickleValue {
    private final PickleValue maker;
    private final boolean called;
    private final PickleTuple arguments;
    private final Optional<PickleDict> keywords;
    private final List<PickleValue> items = new ArrayList<>(0);
    private final List<PickleDict.Entry> entries = new ArrayList<>(0);
    private Optional<PickleValue> state = Optional.empty();
    private Optional<PickleValue> replacement = Optional.empty();

    PickleObject(
            PickleValue maker,
            boolean called,
            PickleTuple arguments,
            Optional<PickleDict> keywords) {
        this.maker = maker;
        this.called = called;
        this.arguments = arguments;
        this.keywords = keywords;
    }

    /// What would make it: nearly always a [PickleGlobal].
    public PickleValue maker() {
        return maker;
    }

    /// The class or function that would make it, where the file names one directly.
    public Optional<PickleGlobal> type() {
        return maker instanceof PickleGlobal global ? Optional.of(global) : Optional.empty();
    }

    /// The public name of what makes it, see [PickleGlobal#publicName()]; `?` where the file names
    /// none directly.
    public String typeName() {
        return type().map(PickleGlobal::publicName).orElse("?");
    }

    /// Whether it would come from a function call (`REDUCE`), not from a class's `__new__`.
    public boolean called() {
        return called;
    }

    /// What it would be made with.
    public PickleTuple arguments() {
        return arguments;
    }

    /// What it would be made with by name (`NEWOBJ_EX`).
    public Optional<PickleDict> keywords() {
        return keywords;
    }

    /// What `__setstate__` would be given: for most classes the dict of attributes.
    public Optional<PickleValue> state() {
        return state;
    }

    /// The dict of attributes, also where slots come with it.
    public Optional<PickleDict> attributes() {
        return state.flatMap(
                value ->
                        switch (value) {
                            case PickleDict dict -> Optional.of(dict);
                            case PickleTuple pair
                                    when pair.items().size() == 2
                                            && pair.items().getFirst() instanceof PickleDict dict ->
                                    Optional.of(dict);
                            default -> Optional.empty();
                        });
    }

    /// The attribute of that name.
    public Optional<PickleValue> attribute(String name) {
        return attributes().flatMap(dict -> dict.get(name));
    }

    /// What was appended to it (subclasses of list).
    public List<PickleValue> items() {
        return Collections.unmodifiableList(items);
    }

    /// What was put into it by key (subclasses of dict).
    public List<PickleDict.Entry> entries() {
        return Collections.unmodifiableList(entries);
    }

    void add(PickleValue item) {
        items.add(item);
    }

    void put(PickleValue key, PickleValue value) {
        entries.add(new PickleDict.Entry(key, value));
    }

    void build(PickleValue given) {
        state = Optional.of(given);
    }

    /// What a joblib wrapper stands for, once its array was read.
    Optional<PickleValue> replacement() {
        return replacement;
    }

    void replaceBy(PickleValue value) {
        replacement = Optional.of(value);
    }
}
