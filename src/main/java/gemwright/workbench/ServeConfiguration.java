package gemwright.workbench;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.log.LogOptions;
import gemwright.serve.http.Limits;
import gemwright.serve.http.Tls;
import gemwright.serve.model.Breaking;
import gemwright.serve.model.Challenge;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What `serve --config FILE.json` holds beyond the flags; `help serve-config` shows all of it with
/// its defaults. Paths in the file are relative to its folder.
///
/// @param tls certificate and key; empty for plain HTTP
/// @param origins web pages that browsers may let ask
/// @param limits what the server lets through
/// @param breaking when a model that fails is left alone
/// @param challenges second versions beside models, by the models' names
/// @param log what goes into the prediction log
public record ServeConfiguration(
        Optional<Tls> tls,
        List<String> origins,
        Limits limits,
        Breaking breaking,
        Map<String, Challenge> challenges,
        LogOptions log) {
    private static final long MEGABYTE = 1L << 20;
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int MANY = 1_000_000;

    public ServeConfiguration {
        origins = List.copyOf(origins);
        challenges = Map.copyOf(challenges);
    }

    /// What holds without a file.
    public static ServeConfiguration standard() {
        return new ServeConfiguration(
                Optional.empty(),
                List.of(),
                Limits.standard(),
                Breaking.standard(),
                Map.of(),
                LogOptions.usual());
    }

    /// Reads a file.
    ///
    /// @throws Problem naming each member that is unknown, of another type or out of range
    public static ServeConfiguration read(Path file) throws Problem {
        if (!(Json.read(file) instanceof Map<?, ?> object)) {
            throw Problem.of("configuration.value", file, "an object");
        }
        return of(file, object);
    }

    /// What an object of such a file says.
    ///
    /// @param file that it stands in, for messages and relative paths
    static ServeConfiguration of(Path file, Map<?, ?> object) throws Problem {
        ConfigurationReader all = ConfigurationReader.of(file, object);
        ServeConfiguration found =
                new ServeConfiguration(
                        tls(all.object("tls"), file),
                        origins(all),
                        limits(all.object("limits"), all.object("timeouts")),
                        breaking(all.object("breaker")),
                        challenges(all.object("challengers"), file),
                        log(all.object("log")));
        all.end();
        all.requireSound();
        return found;
    }

    private static Optional<Tls> tls(ConfigurationReader in, Path file) {
        boolean given = !in.names().isEmpty();
        Optional<String> certificate = in.text("certificate");
        Optional<String> key = in.text("key");
        in.end();
        if (given && certificate.isEmpty()) {
            in.refuse("certificate", "the file of the certificate chain");
        }
        if (given && key.isEmpty()) {
            in.refuse("key", "the file of the private key");
        }
        return certificate.isPresent() && key.isPresent()
                ? Optional.of(new Tls(beside(file, certificate.get()), beside(file, key.get())))
                : Optional.empty();
    }

    private static Path beside(Path file, String name) {
        return file.resolveSibling(name);
    }

    private static List<String> origins(ConfigurationReader in) {
        List<String> origins = in.texts("cors");
        if (!origins.stream().allMatch(origin -> origin.matches("https?://[^/*\\s]+"))) {
            in.refuse("cors", "origins such as https://example.org, without a path");
        }
        return origins;
    }

    private static Limits limits(ConfigurationReader in, ConfigurationReader times) {
        Limits standard = Limits.standard();
        Limits.Waits waits = standard.waits();
        Limits found =
                standard.withBodyBytes(MEGABYTE * in.whole("bodyMegabytes", 16, 1, 2_000))
                        .withInFlight((int) in.whole("requestsInFlight", 1_024, 1, MANY))
                        .withConnections((int) in.whole("connections", 10_000, 1, MANY))
                        .withWaits(
                                new Limits.Waits(
                                        seconds(times, "requestSeconds", waits.request()),
                                        seconds(times, "answerSeconds", waits.answer()),
                                        seconds(times, "runSeconds", waits.run()),
                                        seconds(times, "drainSeconds", waits.drain())));
        in.end();
        times.end();
        return found;
    }

    private static Duration seconds(ConfigurationReader in, String name, Duration standard) {
        return Duration.ofSeconds(in.whole(name, standard.toSeconds(), 1, DAY));
    }

    private static Breaking breaking(ConfigurationReader in) {
        Breaking standard = Breaking.standard();
        Breaking found =
                new Breaking(
                        (int) in.whole("failures", standard.failures(), 1, MANY),
                        seconds(in, "pauseSeconds", standard.pause()));
        in.end();
        return found;
    }

    private static Map<String, Challenge> challenges(ConfigurationReader in, Path file) {
        Map<String, Challenge> found = new LinkedHashMap<>();
        for (String model : in.names()) {
            ConfigurationReader one = in.object(model);
            Optional<String> second = one.text("file");
            Optional<Challenge.Mode> mode =
                    Challenge.Mode.of(one.text("mode").orElse(Challenge.Mode.SHADOW.word()));
            double share = one.share("share", 1);
            one.end();
            if (second.isEmpty()) {
                one.refuse("file", "the file of the second version");
            } else if (mode.isEmpty()) {
                one.refuse("mode", "shadow or split");
            } else {
                found.put(model, new Challenge(beside(file, second.get()), mode.get(), share));
            }
        }
        return found;
    }

    private static LogOptions log(ConfigurationReader in) {
        LogOptions usual = LogOptions.usual();
        Optional<Long> keepMegabytes = in.whole("keepMegabytes", 1, 1L << 40);
        Optional<Long> keepDays = in.whole("keepDays", 1, 36_500);
        LogOptions found =
                usual.withSample(in.share("sample", usual.sample()))
                        .withPrivacy(
                                new LinkedHashSet<>(in.texts("leaveOut")),
                                new LinkedHashSet<>(in.texts("hash")))
                        .withSegments(
                                MEGABYTE * in.whole("segmentMegabytes", 64, 1, 1 << 20),
                                Duration.ofMinutes(in.whole("segmentMinutes", 60, 1, 525_600)))
                        .withParquet(in.flag("parquet", usual.parquet()))
                        .keeping(
                                keepMegabytes.isPresent()
                                        ? OptionalLong.of(MEGABYTE * keepMegabytes.get())
                                        : OptionalLong.empty(),
                                keepDays.map(Duration::ofDays));
        in.end();
        return found;
    }
}
