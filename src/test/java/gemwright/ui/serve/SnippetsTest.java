package gemwright.ui.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.List;
import java.util.Map;

/// Snippets send what the form holds, whatever stands in it.
class SnippetsTest {
    private static final URI PREDICT = URI.create("http://127.0.0.1:8000/predict");
    private static final Map<String, @Nullable Object> BODY =
            Json.object(
                    "age",
                    48L,
                    "city",
                    "Côte d'Or \"\"\" \\n 北京",
                    "member",
                    true,
                    "income",
                    null,
                    "a feature with a name that fills the line",
                    1.5);

    @Test
    void bashSendsTheFormsJson() throws Problem {
        String snippet = Snippets.of(Snippets.Kind.BASH, PREDICT, BODY);

        String quoted = snippet.substring(snippet.indexOf("-d ") + 3);
        assertEquals(BODY, Json.parse(unquoted(quoted), "bash"));
        assertTrue(snippet.startsWith("curl http://127.0.0.1:8000/predict "));
    }

    @Test
    void powerShellSendsTheFormsJson() throws Problem {
        String snippet = Snippets.of(Snippets.Kind.POWERSHELL, PREDICT, BODY);

        String body = snippet.substring(snippet.indexOf("@'\n") + 3, snippet.indexOf("\n'@"));
        assertEquals(BODY, Json.parse(body, "PowerShell"));
    }

    @Test
    void javaSendsTheFormsJson() throws Problem {
        String snippet = Snippets.of(Snippets.Kind.JAVA, PREDICT, BODY);

        String block =
                snippet.substring(snippet.indexOf("\"\"\"\n") + 4, snippet.lastIndexOf("\"\"\""));
        String text = block.stripIndent().translateEscapes();
        assertEquals(BODY, Json.parse(text, "Java"));
    }

    @Test
    void pythonWritesItsOwnLiterals() {
        String snippet =
                Snippets.of(
                        Snippets.Kind.PYTHON,
                        PREDICT,
                        Json.object("member", true, "income", null, "x", List.of(1L, false)));

        assertTrue(
                snippet.contains("\"member\":True,\"income\":None,\n    \"x\":[1, False],"),
                snippet);
    }

    /// What a POSIX shell makes of a word in single quotes with `'\''` between.
    private static String unquoted(String word) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '\'') {
                inside = !inside;
            } else if (c == '\\' && !inside) {
                text.append(word.charAt(++i));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }
}
