package gemwright.cli;

import gemwright.base.Json;
import gemwright.base.Progress;
import gemwright.base.Texts;

import org.jspecify.annotations.Nullable;

import java.io.PrintStream;
import java.util.List;

/// Where a subcommand prints: results on standard output, progress and problems on standard error.
final class Console {
    private static final int BAR_WIDTH = 24;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintStream out;
    private final PrintStream error;
    private final boolean json;
    private final boolean live;
    private final Texts texts;
    private final Texts phases;
    private long lastDraw;
    private int drawn;

    Console(PrintStream out, PrintStream error, boolean json, boolean quiet, Texts texts) {
        this.out = out;
        this.error = error;
        this.json = json;
        this.live = !quiet && onTerminal();
        this.texts = texts;
        this.phases = Texts.problems(texts.locale());
    }

    // A runtime image without jdk.internal.le has no console at all, whatever the JDK's version.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean onTerminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Whether the result is to be one JSON document.
    boolean json() {
        return json;
    }

    /// The texts of the command line, in the language asked for.
    Texts texts() {
        return texts;
    }

    /// A line of the answer; not to be mixed with [#json(Object)].
    void line(String text) {
        clearProgress();
        out.println(printable(text));
    }

    /// Rows of an answer, columns aligned, two spaces between; the last column is not padded.
    void table(List<List<String>> rows) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] width = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                width[i] = Math.max(width[i], columnsOf(row.get(i)));
            }
        }
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                line.append(row.get(i));
                if (i < row.size() - 1) {
                    line.repeat(' ', width[i] - columnsOf(row.get(i)) + 2);
                }
            }
            line(line.toString());
        }
    }

    /// The one JSON document of the answer.
    void json(@Nullable Object document) {
        clearProgress();
        out.println(Json.write(document));
        out.flush();
    }

    /// A remark that is not part of the answer, on standard error.
    void note(String text) {
        clearProgress();
        error.println(printable(text));
    }

    /// A name from a file must not steer the terminal: control characters show as `?`.
    static String printable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\n\t]]", "?");
    }

    /// A live bar on a terminal, nothing elsewhere. Ctrl-C ends the process, so this never cancels.
    Progress progress() {
        return live ? this::draw : Progress.none();
    }

    void clearProgress() {
        if (drawn > 0) {
            error.print("\r" + " ".repeat(drawn) + "\r");
            error.flush();
            drawn = 0;
        }
    }

    private synchronized void draw(String phase, long done, long total) {
        long now = System.nanoTime();
        if (now - lastDraw < REDRAW_NANOS) {
            return;
        }
        lastDraw = now;
        String name = phases.of("progress." + phase);
        String line = total > 0 ? name + " " + bar(done, total) : name + " " + done;
        clearProgress();
        error.print(line);
        error.flush();
        drawn = columnsOf(line);
    }

    private static String bar(long done, long total) {
        int full = (int) Math.min(BAR_WIDTH, done * BAR_WIDTH / total);
        return "["
                + "#".repeat(full)
                + " ".repeat(BAR_WIDTH - full)
                + "] "
                + Math.min(100, done * 100 / total)
                + " %";
    }

    /// Columns on a terminal: a Chinese character takes two.
    private static int columnsOf(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 && c <= 0xFF60 ? 2 : 1).sum();
    }
}
