package gemwright.workbench.alert;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A way by which an alert reaches somebody. Only its name appears in answers and reports, never
/// what it holds.
public sealed interface Channel {
    /// A JSON message `{"text": …}`, as Slack, Mattermost and others take it.
    record Webhook(URI to) implements Channel {}

    /// A mail through an SMTP server.
    ///
    /// @param tls whether the connection is encrypted from its first byte (port 465)
    /// @param login user and password, which need TLS or a server on this machine
    record Mail(
            String host, int port, boolean tls, String from, List<String> to, Optional<Login> login)
            implements Channel {
        public Mail {
            to = List.copyOf(to);
        }
    }

    /// Who may send mail.
    record Login(String user, String password) {
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    /// A program, which reads the alert as JSON on its standard input.
    record Command(List<String> words) implements Channel {
        public Command {
            words = List.copyOf(words);
        }
    }

    /// A line of JSON at the end of a file.
    record LogLine(Path file) implements Channel {}
}
