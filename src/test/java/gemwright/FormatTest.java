package gemwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class FormatTest {
    @Test
    void everySourceFileIsInOurStyle() throws Exception {
        assertEquals(
                List.of(),
                Formatting.unformatted(),
                "mvn test-compile exec:exec@format puts them in order");
    }
}
