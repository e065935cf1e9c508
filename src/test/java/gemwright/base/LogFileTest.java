package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;

class LogFileTest {
    @TempDir private Path folder;

    @Test
    void theFileIsWhereMessagesSayItIs() throws Exception {
        Path odd = folder.resolve("100% %h %g");
        FileHandler file = LogFile.file(odd).orElseThrow();
        file.publish(new LogRecord(Level.WARNING, "a line"));
        file.close();

        assertTrue(Files.readString(LogFile.newest(odd)).contains("a line"));
    }
}
