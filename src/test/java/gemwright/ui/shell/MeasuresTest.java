package gemwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeasuresTest {
    @Test
    void growsWhatTextStandsInAndLeavesLinesThin() {
        assertEquals(
                ".a { -fx-min-height: 64.0; -fx-max-height: 3.0; -fx-icon-size: 24.0px;"
                        + " -fx-padding: 16; }",
                Measures.grown(
                        ".a { -fx-min-height: 32; -fx-max-height: 3; -fx-icon-size: 12px;"
                                + " -fx-padding: 16; }",
                        2));
    }

    @Test
    void leavesASheetAloneForNormalText() {
        assertEquals("file:/window.css", Measures.scaled("file:/window.css", 1));
    }

    @Test
    void knowsItsOwnSheets() {
        String sheet = MeasuresTest.class.getResource("/gemwright/ui/window.css").toString();

        assertTrue(Measures.isScaled(Measures.scaled(sheet, 1.5)));
    }
}
