package gemwright.ui.text;

import java.nio.file.Path;

/// Words of a command line that the user can paste into a shell.
public final class CommandLine {
    private CommandLine() {}

    /// The path as one word: in quotes where it holds anything a shell would read.
    public static String quoted(Path file) {
        return quoted(file.toString());
    }

    /// The text as one word.
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,:+@%-]+")
                ? word
                : "'" + word.replace("'", "'\\''") + "'";
    }
}
