package gemwright.ui.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.serve.http.HttpListener;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Response;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

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

    /// Where the machine has the program that a snippet is for, it is run as it stands.
    @ParameterizedTest
    @EnumSource(names = {"BASH", "PYTHON", "JAVA"})
    void runsAsItStandsAndGetsTheAnswer(Snippets.Kind kind, @TempDir Path folder) throws Exception {
        AtomicReference<String> arrived = new AtomicReference<>("");
        try (HttpListener server =
                HttpListener.start(
                        InetAddress.getLoopbackAddress(),
                        0,
                        Limits.standard().withDrain(Duration.ZERO),
                        request -> {
                            arrived.set(new String(request.body(), StandardCharsets.UTF_8));
                            return Response.json(200, Map.of("label", 1));
                        })) {
            URI uri = URI.create("http://127.0.0.1:" + server.address().getPort() + "/predict");
            String snippet = Snippets.of(kind, uri, BODY);
            List<String> command = command(kind, snippet, folder);
            assumeTrue(has(command.getFirst()), command.getFirst() + " is not on this machine");

            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertEquals(0, process.waitFor(), said);
            assertTrue(said.matches("(?s).*[\"']label[\"']: ?1.*"), said);
            assertEquals(BODY, Json.parse(arrived.get(), "what arrived"));
        }
    }

    private static List<String> command(Snippets.Kind kind, String snippet, Path folder)
            throws IOException {
        return switch (kind) {
            case BASH -> List.of("bash", "-c", snippet);
            case PYTHON -> List.of("python3", "-c", snippet);
            case JAVA -> {
                Path file = folder.resolve("Ask.java");
                Files.writeString(
                        file,
                        "import java.net.http.*;\nimport java.net.http.HttpRequest.*;\n"
                                + "import java.net.http.HttpResponse.*;\nimport java.net.URI;\n"
                                + "void main() throws Exception {\n"
                                + snippet
                                + "\n}\n");
                String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
                yield List.of(java, file.toString());
            }
            case POWERSHELL -> List.of("pwsh", "-Command", snippet);
        };
    }

    private static boolean has(String program) throws InterruptedException {
        String wanted = program.equals("bash") ? "curl" : program;
        try {
            Process process =
                    new ProcessBuilder(wanted, "--version").redirectErrorStream(true).start();
            process.getInputStream().close();
            return process.waitFor() == 0 || process.exitValue() > 0;
        } catch (IOException missing) {
            return false;
        }
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
