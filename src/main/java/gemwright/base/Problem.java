package gemwright.base;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Something the user can mend: what happened, where, and what to do.
///
/// The engine throws a key with its arguments; the sentences stand in
/// `gemwright/base/problems.properties` (English) and `problems_zh.properties`, as `KEY.what` and
/// `KEY.todo`, both [java.text.MessageFormat] patterns over the same arguments. A face renders them
/// with [#render(Texts)]. One problem may have several parts: a refusal names everything that
/// stands in the way at once.
public final class Problem extends Exception {
    private final transient List<Part> parts;

    /// One thing that is wrong.
    ///
    /// @param key name of the two sentences in the bundle
    /// @param where file, and the place in it: byte offset, row and column, estimator path, node;
    ///   may be empty
    /// @param arguments what the sentences quote, in the order of `{0}`, `{1}` …
    /// @param count how many places have this same cause, at least 1
    public record Part(String key, String where, List<Object> arguments, int count) {
        public Part {
            arguments = List.copyOf(arguments);
            if (count < 1) {
                throw new IllegalArgumentException("count " + count);
            }
        }

        /// A part that occurs once.
        public static Part of(String key, String where, Object... arguments) {
            return new Part(key, where, List.of(arguments), 1);
        }

        /// The same part in one more place.
        public Part more() {
            return new Part(key, where, arguments, count + 1);
        }

        /// What happened, in the language of `texts`.
        public String what(Texts texts) {
            return texts.of(key + ".what", arguments.toArray());
        }

        /// What to do about it, in the language of `texts`.
        public String todo(Texts texts) {
            return texts.of(key + ".todo", arguments.toArray());
        }
    }

    private Problem(List<Part> parts, Throwable cause) {
        super(null, cause);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a problem needs a part");
        }
        this.parts = List.copyOf(parts);
    }

    private Problem(List<Part> parts) {
        this(parts, new Unexplained());
    }

    /// A problem with one part.
    ///
    /// @param where the place, as the user would look for it
    public static Problem of(String key, String where, Object... arguments) {
        return new Problem(List.of(Part.of(key, where, arguments)));
    }

    /// A problem with one part, in a file.
    public static Problem of(String key, Path where, Object... arguments) {
        return of(key, where.toString(), arguments);
    }

    /// All that stands in the way, in one.
    public static Problem of(List<Part> parts) {
        return new Problem(parts);
    }

    /// This problem with the exception that brought it to light, for the log file.
    public Problem causedBy(Throwable cause) {
        return new Problem(parts, cause);
    }

    /// What is wrong; at least one part.
    public List<Part> parts() {
        return parts;
    }

    /// The key of the first part.
    public String key() {
        return parts.getFirst().key();
    }

    /// One line a part: `WHAT (WHERE): WHAT TO DO`.
    public List<String> render(Texts texts) {
        return parts.stream().map(part -> line(part, texts)).toList();
    }

    private static String line(Part part, Texts texts) {
        String place = part.where().isEmpty() ? "" : texts.of("problem.where", part.where());
        String more = part.count() > 1 ? texts.of("problem.more", part.count() - 1) : "";
        return texts.of("problem.line", part.what(texts), place + more, part.todo(texts));
    }

    /// In English, for the log; faces call [#render(Texts)].
    @Override
    public String getMessage() {
        return render(Texts.problems(java.util.Locale.ENGLISH)).stream()
                .collect(Collectors.joining("\n"));
    }

    /// Stands for "no other exception": keeps the cause non-null without a stack trace.
    private static final class Unexplained extends Exception {
        private static final long serialVersionUID = 1L;

        Unexplained() {
            super("found by a check of ours", null, false, false);
        }
    }
}
