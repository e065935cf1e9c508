package gemwright.workbench.alert;

import gemwright.base.Problem;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Sends one mail: SMTP of RFC 5321, encrypted from the first byte (RFC 8314) or plain, with AUTH
/// PLAIN (RFC 4954) where there is a login. Subject and text travel in Base64, so no line of the
/// message can be taken for one of the protocol.
final class Smtp implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int LONGEST_LINE = 2_000;

    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    private Smtp(Socket socket) throws IOException {
        this.socket = socket;
        this.in =
                new BufferedReader(
                        new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII),
                        LONGEST_LINE);
        this.out = socket.getOutputStream();
    }

    /// @throws Problem where the server does not take the mail; it never tells the password
    static void send(String channel, Channel.Mail mail, String subject, String text)
            throws Problem {
        try (Smtp server = new Smtp(connected(mail))) {
            server.deliver(mail, subject, text);
        } catch (IOException failed) {
            throw Problem.of("alert.send", channel, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    private static Socket connected(Channel.Mail mail) throws IOException {
        Socket socket = new Socket();
        int limit = (int) LIMIT.toMillis();
        socket.connect(new InetSocketAddress(mail.host(), mail.port()), limit);
        socket.setSoTimeout(limit);
        if (!mail.tls()) {
            return socket;
        }
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket safe = (SSLSocket) factory.createSocket(socket, mail.host(), mail.port(), true);
        SSLParameters parameters = safe.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS"); // else no name would be checked
        safe.setSSLParameters(parameters);
        return safe;
    }

    private void deliver(Channel.Mail mail, String subject, String text) throws IOException {
        expect(2);
        say("EHLO localhost", 2);
        if (mail.login().isPresent()) {
            Channel.Login login = mail.login().get();
            say("AUTH PLAIN " + base64("\0" + login.user() + "\0" + login.password()), 2);
        }
        say("MAIL FROM:<" + mail.from() + ">", 2);
        for (String to : mail.to()) {
            say("RCPT TO:<" + to + ">", 2);
        }
        say("DATA", 3);
        say(message(mail, subject, text) + "\r\n.", 2);
        say("QUIT", 2);
    }

    private static String message(Channel.Mail mail, String subject, String text) {
        return String.join(
                "\r\n",
                "From: <" + mail.from() + ">",
                "To: <" + String.join(">, <", mail.to()) + ">",
                "Date: "
                        + DateTimeFormatter.RFC_1123_DATE_TIME.format(
                                ZonedDateTime.now(ZoneOffset.UTC)),
                "Subject: =?utf-8?B?" + base64(subject) + "?=",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: base64",
                "",
                Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void say(String line, int answer) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
        expect(answer);
    }

    /// Reads an answer, which may have several lines; its first digit says how it went.
    private void expect(int first) throws IOException {
        String line = line();
        while (line.length() > 3 && line.charAt(3) == '-') {
            line = line();
        }
        if (line.isEmpty() || line.charAt(0) - '0' != first) {
            throw new IOException(line);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0 || line.length() > LONGEST_LINE) {
                throw new IOException("no SMTP answer");
            }
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
