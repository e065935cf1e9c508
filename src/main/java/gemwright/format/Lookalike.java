package gemwright.format;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// What a file turns out to be when a download of a model went wrong.
public enum Lookalike {
    /// a pointer of Git LFS instead of the file
    LFS_POINTER("source.lfs"),
    /// the web page that offered the file, or said that it is gone
    WEB_PAGE("source.webPage");

    private static final int HEAD = 512;

    private final String problem;

    Lookalike(String problem) {
        this.problem = problem;
    }

    /// The key of the problem that says so.
    public String problem() {
        return problem;
    }

    /// What these bytes are, if they are one.
    public static Optional<Lookalike> of(MemorySegment bytes) {
        byte[] first =
                bytes.asSlice(0, Math.min(HEAD, bytes.byteSize())).toArray(ValueLayout.JAVA_BYTE);
        String head =
                new String(first, StandardCharsets.ISO_8859_1).strip().toLowerCase(Locale.ROOT);
        if (head.startsWith("version https://git-lfs")) {
            return Optional.of(LFS_POINTER);
        }
        boolean page = head.startsWith("<!doctype html") || head.startsWith("<html");
        return page ? Optional.of(WEB_PAGE) : Optional.empty();
    }
}
