package gemwright.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

class JsonTest {
    @Test
    void numbersThatAreNotFiniteAreStrings() {
        assertEquals(
                "[\"NaN\",\"Infinity\",\"-Infinity\",\"NaN\"]",
                Json.write(
                        List.of(
                                Double.NaN,
                                Double.POSITIVE_INFINITY,
                                Double.NEGATIVE_INFINITY,
                                Float.NaN)));
    }

    @Test
    void whatIsAbsentIsLeftOutOfAnObjectAndNullInAList() {
        assertEquals(
                "{\"a\":1,\"c\":null,\"d\":[null]}",
                Json.write(
                        Json.object(
                                "a",
                                1,
                                "b",
                                Optional.empty(),
                                "c",
                                null,
                                "d",
                                List.of(Optional.empty()))));
    }

    @Test
    void readsBackWhatItWrote() throws Exception {
        Object value =
                Json.object(
                        "text",
                        "琢玉 \"quoted\" \\ \n \u2028",
                        "whole",
                        9007199254740993L,
                        "big",
                        new BigInteger("123456789012345678901234567890"),
                        "real",
                        1.0E-300,
                        "flags",
                        Arrays.asList(true, false, null),
                        "nested",
                        Json.object("empty", List.of()));

        assertEquals(value, Json.parse(Json.write(value), "here"));
    }

    @Test
    void aPathIsAString() {
        assertEquals("\"a/b\"", Json.write(java.nio.file.Path.of("a", "b")));
    }

    @Test
    void namesLineAndColumnOfDamage() {
        Problem problem =
                assertThrows(
                        Problem.class, () -> Json.parse("{\"a\": 1,\n  \"b\" 2}", "rules.json"));

        assertEquals("json.damaged", problem.key());
        assertEquals("rules.json, line 2, column 7", problem.parts().getFirst().where());
    }

    @Test
    void refusesDuplicateKeysTrailingTextAndDeepNesting() {
        for (String text :
                List.of(
                        "{\"a\":1,\"a\":2}",
                        "{} {}",
                        "[".repeat(200) + "]".repeat(200),
                        "",
                        "[1,")) {
            Problem problem = assertThrows(Problem.class, () -> Json.parse(text, "x"), text);

            assertEquals("json.damaged", problem.key());
        }
    }

    @Test
    void theMessageIsAWholeSentenceInBothLanguages() {
        Problem problem = Problem.of("file.missing", "a.csv");

        assertEquals(
                List.of("no such file (a.csv): check the spelling of the path"),
                problem.render(Texts.problems(Locale.ENGLISH)));
        assertEquals(
                List.of("找不到文件（a.csv）：请检查路径的拼写"), problem.render(Texts.problems(Locale.CHINA)));
    }
}
