package gemwright.format.protobuf;

import java.lang.foreign.MemorySegment;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What a message held beyond what its record says: fields that we do not know, and, while nothing
/// in the record was changed, the message's bytes as found.
///
/// A writer copies the bytes as found, so an untouched message keeps its field order, its packing
/// and its number encodings; a changed one is written in the order of field numbers with the
/// unknown fields among them. The bytes as found are true of one record only: records hand out
/// [#fieldsOnly] from their accessor, so that a record built from another's parts never carries
/// them. They are no part of equality.
public final class Kept {
    /// Nothing: what a record of our own making holds.
    public static final Kept NOTHING = new Kept(List.of(), Optional.empty(), List.of());

    private final List<RawField> fields;
    private final Optional<MemorySegment> asFound;
    private final List<Kept> inner;

    private Kept(List<RawField> fields, Optional<MemorySegment> asFound, List<Kept> inner) {
        this.fields = fields;
        this.asFound = asFound;
        this.inner = inner;
    }

    /// The unknown fields of a message, and the whole message.
    static Kept of(List<RawField> fields, MemorySegment asFound) {
        List<RawField> ordered =
                fields.size() < 2
                        ? List.copyOf(fields)
                        : fields.stream()
                                .sorted(Comparator.comparingInt(RawField::number))
                                .toList();
        return new Kept(ordered, Optional.of(asFound), List.of());
    }

    /// The unknown fields in the order of their numbers; those of one number as found.
    public List<RawField> fields() {
        return fields;
    }

    /// The whole message as it was found, where the record is unchanged.
    public Optional<MemorySegment> asFound() {
        return asFound;
    }

    /// The unknown fields without the bytes as found.
    public Kept fieldsOnly() {
        if (fields.isEmpty() && inner.isEmpty()) {
            return NOTHING;
        }
        return new Kept(fields, Optional.empty(), inner);
    }

    /// Where one record stands for a message and the one message in it (a type and its tensor
    /// type): what the inner message held.
    public Kept inner() {
        return inner.isEmpty() ? NOTHING : inner.getFirst();
    }

    /// This, with what the inner message held.
    public Kept with(Kept innerKept) {
        Kept only = innerKept.fieldsOnly();
        return only.equals(NOTHING) ? this : new Kept(fields, asFound, List.of(only));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Kept kept && kept.fields.equals(fields) && kept.inner.equals(inner);
    }

    @Override
    public int hashCode() {
        return 31 * fields.hashCode() + inner.hashCode();
    }

    @Override
    public String toString() {
        return fields.isEmpty() ? "" : fields.toString();
    }
}
