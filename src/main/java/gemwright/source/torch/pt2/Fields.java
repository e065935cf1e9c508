package gemwright.source.torch.pt2;

import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An object of the program's JSON, asked for its members.
///
/// @param where the file, for messages
record Fields(Map<?, ?> members, String where) {
    static Fields of(@Nullable Object value, String where) throws Problem {
        if (value instanceof Map<?, ?> map) {
            return new Fields(map, where);
        }
        throw Problem.of("torch.damaged", where, "a part of the program is no object");
    }

    Fields object(String name) throws Problem {
        return of(members.get(name), where + ", " + name);
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    @Nullable Object get(String name) {
        return members.get(name);
    }

    List<?> list(String name) throws Problem {
        if (members.get(name) instanceof List<?> list) {
            return list;
        }
        throw Problem.of("torch.damaged", where, name + " is no list");
    }

    String text(String name) throws Problem {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw Problem.of("torch.damaged", where, name + " is no text");
    }

    long whole(String name) throws Problem {
        if (members.get(name) instanceof Long number) {
            return number;
        }
        throw Problem.of("torch.damaged", where, name + " is no number");
    }

    /// A union: the one member that is there, `{"as_int": 4}`.
    Union union() throws Problem {
        Optional<? extends Map.Entry<?, ?>> only = members.entrySet().stream().findFirst();
        if (only.isEmpty() || members.size() != 1) {
            throw Problem.of("torch.damaged", where, "a value is of no kind");
        }
        return new Union(String.valueOf(only.get().getKey()), only.get().getValue(), where);
    }

    /// One of several kinds of value.
    record Union(String kind, @Nullable Object value, String where) {
        Fields object() throws Problem {
            return Fields.of(value, where);
        }

        List<?> list() throws Problem {
            if (value instanceof List<?> list) {
                return list;
            }
            throw Problem.of("torch.damaged", where, kind + " is no list");
        }
    }
}
