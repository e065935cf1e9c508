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

    /// Where it lies: `logs/gemwright.log` in the user's data folder.
    public static Path path() {
        return Home.data().resolve("logs").resolve("gemwright.log");
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
                            file().ifPresent(
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
        file().ifPresent(ROOT::addHandler);
    }

    private static java.util.Optional<FileHandler> file() {
        try {
            Files.createDirectories(path().getParent());
            FileHandler file = new FileHandler(path().toString(), 1 << 20, 2, true);
            file.setFormatter(new SimpleFormatter());
            file.setLevel(Level.ALL);
            return java.util.Optional.of(file);
        } catch (IOException unwritable) {
            // Without a log file the program still works; there is nowhere left to say so.
            return java.util.Optional.empty();
        }
    }
}
