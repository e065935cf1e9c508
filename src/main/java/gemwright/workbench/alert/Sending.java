package gemwright.workbench.alert;

import gemwright.base.Cancelled;
import gemwright.base.Child;
import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Sends one alert by one channel.
final class Sending {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /// A retraining may take its time.
    private static final Duration COMMAND_LIMIT = Duration.ofHours(12);

    private Sending() {}

    /// @param name of the channel, for the problem
    /// @throws Problem where it does not arrive; what the channel holds is not in it
    static void send(Alert alert, String name, Channel channel, Progress progress) throws Problem {
        switch (channel) {
            case Channel.Webhook hook -> post(alert, name, hook);
            case Channel.Mail mail -> Smtp.send(name, mail, alert.words(), text(alert));
            case Channel.Command command -> run(alert, name, command, progress);
            case Channel.LogLine(Path file) -> append(alert, name, file);
        }
    }

    private static String text(Alert alert) {
        return alert.words() + "\n\n" + Json.write(alert.json()) + "\n";
    }

    private static void post(Alert alert, String name, Channel.Webhook hook) throws Problem {
        HttpRequest request =
                HttpRequest.newBuilder(hook.to())
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        Json.write(Json.object("text", alert.words()))))
                        .build();
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build()) {
            int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw Problem.of("alert.send", name, "HTTP " + status);
            }
        } catch (IOException failed) {
            // the message may hold the address, which is a secret
            throw Problem.of("alert.send", name, failed.getClass().getSimpleName())
                    .causedBy(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        }
    }

    private static void run(Alert alert, String name, Channel.Command command, Progress progress)
            throws Problem {
        byte[] input = (Json.write(alert.json()) + "\n").getBytes(StandardCharsets.UTF_8);
        Child.Ended ended = Child.run(command.words(), input, COMMAND_LIMIT, progress);
        if (ended.exit() != 0) {
            throw Problem.of("alert.send", name, "exit " + ended.exit());
        }
    }

    private static void append(Alert alert, String name, Path file) throws Problem {
        ByteBuffer line =
                ByteBuffer.wrap((Json.write(alert.json()) + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel out =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                out.write(line);
            }
        } catch (IOException failed) {
            throw Problem.of("alert.send", name, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }
}
