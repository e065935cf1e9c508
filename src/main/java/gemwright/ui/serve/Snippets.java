package gemwright.ui.serve;

import gemwright.base.Json;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The request of the form as a client would write it, ready to be pasted.
final class Snippets {
    private static final int WIDTH = 36;

    private Snippets() {}

    /// What a snippet is written for.
    enum Kind {
        BASH("bash"),
        POWERSHELL("PowerShell"),
        PYTHON("Python"),
        JAVA("Java");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /// Its name, the same in every language.
        String label() {
            return label;
        }
    }

    /// The snippet that posts this body there.
    static String of(Kind kind, URI uri, Map<String, @Nullable Object> body) {
        return switch (kind) {
            case BASH -> bash(uri, body);
            case POWERSHELL -> powerShell(uri, body);
            case PYTHON -> python(uri, body);
            case JAVA -> java(uri, body);
        };
    }

    // The shell takes all between single quotes as it is; a quote ends them, is given, opens them.
    private static String bash(URI uri, Map<String, @Nullable Object> body) {
        return "curl "
                + uri
                + " \\\n  -H 'Content-Type: application/json' \\\n  -d '"
                + json(body, " ".repeat(7)).replace("'", "'\\''")
                + "'";
    }

    // A here-string takes all lines as they are; none of ours can begin with '@.
    private static String powerShell(URI uri, Map<String, @Nullable Object> body) {
        return "$body = @'\n"
                + json(body, " ")
                + "\n'@\nInvoke-RestMethod "
                + uri
                + " -Method Post `\n  -ContentType 'application/json; charset=utf-8' -Body $body";
    }

    private static String python(URI uri, Map<String, @Nullable Object> body) {
        return "import json\nimport urllib.request\n\nbody = {\n    "
                + lines(members(body, Snippets::pythonLiteral), "    ")
                + ",\n}\nrequest = urllib.request.Request(\n    \""
                + uri
                + "\",\n    json.dumps(body).encode(),\n"
                + "    {\"Content-Type\": \"application/json\"},\n)\n"
                + "with urllib.request.urlopen(request) as answer:\n    print(json.load(answer))";
    }

    private static String java(URI uri, Map<String, @Nullable Object> body) {
        String block =
                json(body, " ".repeat(9)).replace("\\", "\\\\").replace("\"\"\"", "\\\"\"\"");
        return "var request = HttpRequest.newBuilder(URI.create(\n        \""
                + uri
                + "\"))\n    .header(\"Content-Type\", \"application/json\")\n"
                + "    .POST(BodyPublishers.ofString(\"\"\"\n        "
                + block
                + "\"\"\"))\n"
                + "    .build();\n"
                + "var answer = HttpClient.newHttpClient()\n"
                + "    .send(request, BodyHandlers.ofString());\n"
                + "System.out.println(answer.body());";
    }

    /// The body in lines of readable length; still one JSON document.
    static String json(Map<String, @Nullable Object> body, String indent) {
        return "{" + lines(members(body, Json::write), indent) + "}";
    }

    private static List<String> members(Map<String, @Nullable Object> body, Literal literal) {
        return body.entrySet().stream()
                .map(one -> literal.of(one.getKey()) + ":" + literal.of(one.getValue()))
                .toList();
    }

    private static String lines(List<String> members, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String member : members) {
            if (!line.isEmpty() && line.length() + member.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : ",").append(member);
        }
        lines.add(line.toString());
        return String.join(",\n" + indent, lines);
    }

    private static String pythonLiteral(@Nullable Object value) {
        return switch (value) {
            case null -> "None";
            case Boolean truth -> truth ? "True" : "False";
            case List<?> list ->
                    list.stream()
                            .map(Snippets::pythonLiteral)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map ->
                    map.entrySet().stream()
                            .map(
                                    one ->
                                            pythonLiteral(one.getKey())
                                                    + ": "
                                                    + pythonLiteral(one.getValue()))
                            .collect(Collectors.joining(", ", "{", "}"));
            default -> Json.write(value);
        };
    }

    /// How a value is written in a language.
    @FunctionalInterface
    private interface Literal {
        String of(@Nullable Object value);
    }
}
