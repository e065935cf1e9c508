package gemwright.workbench.alert;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.workbench.Windows;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Reads a file of alert rules. What is not understood is refused, all of it at once: a rule that
/// never fires because of a misspelt word is worse than none.
final class AlertsFile {
    private static final Set<String> CONDITION = Set.of("feature", "measure", "above", "below");

    private final Path file;
    private final UnaryOperator<@Nullable String> environment;
    private final List<Problem.Part> wrong = new ArrayList<>();

    AlertsFile(Path file, UnaryOperator<@Nullable String> environment) {
        this.file = file;
        this.environment = environment;
    }

    Alerts read() throws Problem {
        Fields all = Fields.of(Json.read(file), file.toString(), wrong, environment);
        all.only(Set.of("channels", "rules"));
        Map<String, Channel> channels = new LinkedHashMap<>();
        if (all.has("channels")) {
            Fields named = all.inside("channels", all.all().get("channels"));
            named.all()
                    .forEach(
                            (name, value) ->
                                    channels.put(
                                            String.valueOf(name),
                                            channel(named.inside(String.valueOf(name), value))));
        }
        List<Rule> rules = all.list("rules").stream().map(f -> rule(f, channels.keySet())).toList();
        Set<String> names = new LinkedHashSet<>();
        for (Rule rule : rules) {
            if (!names.add(rule.name())) {
                all.wrong(rule.name(), "name");
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.of(wrong);
        }
        return new Alerts(rules, channels);
    }

    private Rule rule(Fields fields, Set<String> channels) {
        Set<String> known = new LinkedHashSet<>(List.of("name", "windows", "coolDown", "to"));
        known.addAll(fields.has("any") ? Set.of("any") : CONDITION);
        fields.only(known);
        List<String> to = fields.has("to") ? fields.texts("to") : List.of();
        if (!channels.containsAll(to)) {
            fields.wrong("to", String.join(", ", channels));
        }
        List<Condition> any =
                fields.has("any")
                        ? fields.list("any").stream().map(this::alone).toList()
                        : List.of(condition(fields));
        return new Rule(
                fields.text("name"),
                any,
                fields.whole("windows", 1, 1, 1000),
                coolDown(fields),
                to);
    }

    private Condition alone(Fields fields) {
        fields.only(CONDITION);
        return condition(fields);
    }

    private static Condition condition(Fields fields) {
        Optional<String> feature = fields.optional("feature");
        String measure = fields.text("measure");
        Set<String> known = Measured.names(feature.isPresent());
        if (!known.contains(measure)) {
            fields.wrong("measure", String.join(", ", known));
        }
        boolean above = fields.has("above");
        if (above == fields.has("below")) {
            fields.wrong("above", "above, below");
            return new Condition(feature, measure, true, 0);
        }
        return new Condition(feature, measure, above, fields.number(above ? "above" : "below"));
    }

    private static Duration coolDown(Fields fields) {
        Optional<String> text = fields.optional("coolDown");
        Optional<Duration> length = text.flatMap(Windows::span);
        if (fields.has("coolDown") && length.isEmpty()) {
            fields.wrong("coolDown", "30m, 12h, 7d");
        }
        return length.orElse(Duration.ZERO);
    }

    private Channel channel(Fields fields) {
        if (fields.has("webhook")) {
            fields.only(Set.of("webhook"));
            return new Channel.Webhook(address(fields));
        }
        if (fields.has("mail")) {
            fields.only(Set.of("mail"));
            return mail(fields.inside("mail", fields.all().get("mail")));
        }
        if (fields.has("command")) {
            fields.only(Set.of("command"));
            return new Channel.Command(fields.texts("command"));
        }
        fields.only(Set.of("webhook", "mail", "command", "log"));
        Path log = Path.of(fields.text("log"));
        return new Channel.LogLine(file.resolveSibling(log));
    }

    private static URI address(Fields fields) {
        String text = fields.text("webhook");
        if (text.matches("https?://[^\\s\"<>\\\\^`{|}]+")) {
            return URI.create(text);
        }
        if (!text.isEmpty()) {
            fields.wrong("webhook", "https://…");
        }
        return URI.create("http://localhost");
    }

    private static Channel mail(Fields fields) {
        fields.only(Set.of("host", "port", "tls", "from", "to", "user", "password"));
        boolean tls = fields.truth("tls", true);
        String host = fields.text("host");
        Optional<Channel.Login> login =
                fields.has("user") || fields.has("password")
                        ? Optional.of(
                                new Channel.Login(fields.text("user"), fields.text("password")))
                        : Optional.empty();
        if (login.isPresent() && !tls && !local(host)) {
            fields.wrong("tls", "true");
        }
        List<String> to = fields.texts("to");
        String from = fields.text("from");
        if (!to.stream().allMatch(AlertsFile::mailAddress) || !mailAddress(from)) {
            fields.wrong("to", "name@example.org");
        }
        return new Channel.Mail(
                host, fields.whole("port", tls ? 465 : 25, 1, 65_535), tls, from, to, login);
    }

    /// Nothing that could end a line of the protocol or an address in it.
    private static boolean mailAddress(String text) {
        return text.matches("[^\\s<>,;:\\\\\"\\p{Cntrl}]+@[^\\s<>,;:\\\\\"\\p{Cntrl}]+");
    }

    private static boolean local(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
