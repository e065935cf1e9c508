package gemwright.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/// The log file that takes stack traces, so that the terminal need not.
public final class LogFile {
    private static final Logger ROOT = Logger.getLogger("");

    private LogFile() {}

    /// Where it lies: `logs/gemwright.0.log` in the user's data folder; `gemwright.1.log` beside it
    /// is what came before.
    public static Path path() {
        return newest(folder());
    }

    static Path newest(Path folder) {
        return folder.resolve("gemwright.0.log");
    }

    private static Path folder() {
        return Home.data().resolve("logs");
    }

    /// The file in the language of [FileHandler], which takes a percent sign for one of its own.
    private static String pattern(Path folder) {
        return folder.toString().replace("%", "%%") + "/gemwright.%g.log";
    }

    /// Keeps library chatter off the terminal. The file itself is made when the first line is
    /// written.
    public static void open() {
        LogManager.getLogManager().reset();
        ROOT.addHandler(
                new Handler() {
                    @Override
                    public void publish(java.util.logging.LogRecord line) {
                        if (isLoggable(line)
                                && line.getLevel().intValue() >= Level.WARNING.intValue()) {
                            file(folder())
                                    .ifPresent(
                                            file -> {
                                                file.publish(line);
                                                file.close();
                                            });
                        }
                    }

                    @Override
                    public void flush() {}

                    @Override
                    public void close() {}
                });
    }

    /// Everything at level FINE and above of our own packages goes to the file too.
    public static void verbose() {
        Logger.getLogger("gemwright").setLevel(Level.FINE);
        file(folder()).ifPresent(ROOT::addHandler);
    }

    static java.util.Optional<FileHandler> file(Path folder) {
        try {
            Files.createDirectories(folder);
            FileHandler file = new FileHandler(pattern(folder), 1 << 20, 2, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.ALL);
            return java.util.Optional.of(file);
        } catch (IOException unwritable) {
            // Without a log file the program still works; there is nowhere left to say so.
            return java.util.Optional.empty();
        }
    }
}
