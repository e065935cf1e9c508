package gemwright.loadtest;

import java.net.URI;
import java.time.Duration;
import java.util.OptionalDouble;

/// What a load test does.
///
/// @param target where the requests are posted to, `http` or `https`
/// @param connections kept open at the same time, 1 to 4,096
/// @param rate requests a second by timetable (open loop); without it each connection sends its
///   next request as soon as it has its answer (closed loop)
/// @param duration of the measurement, at most an hour
/// @param warmUp before it, with the same load, counted apart
/// @param timeout after which a request counts as lost
public record LoadPlan(
        URI target,
        int connections,
        OptionalDouble rate,
        Duration duration,
        Duration warmUp,
        Duration timeout) {
    private static final Duration LONGEST = Duration.ofHours(1);

    public LoadPlan {
        boolean timesFit =
                duration.isPositive()
                        && duration.compareTo(LONGEST) <= 0
                        && !warmUp.isNegative()
                        && warmUp.compareTo(LONGEST) <= 0
                        && timeout.isPositive();
        boolean rateFits = rate.isEmpty() || (rate.getAsDouble() > 0 && rate.getAsDouble() <= 1e6);
        if (connections < 1 || connections > 4_096 || !timesFit || !rateFits) {
            throw new IllegalArgumentException(
                    connections + ", " + rate + ", " + duration + ", " + warmUp + ", " + timeout);
        }
    }

    /// 64 connections in a closed loop for ten seconds after two of warm-up; lost after ten.
    public static LoadPlan standard(URI target) {
        return new LoadPlan(
                target,
                64,
                OptionalDouble.empty(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(2),
                Duration.ofSeconds(10));
    }

    /// The same with that many connections.
    public LoadPlan withConnections(int number) {
        return new LoadPlan(target, number, rate, duration, warmUp, timeout);
    }

    /// The same with that many requests a second by timetable.
    public LoadPlan withRate(double requestsPerSecond) {
        return new LoadPlan(
                target,
                connections,
                OptionalDouble.of(requestsPerSecond),
                duration,
                warmUp,
                timeout);
    }

    /// The same, measured for that long after that warm-up.
    public LoadPlan lasting(Duration measured, Duration warmingUp) {
        return new LoadPlan(target, connections, rate, measured, warmingUp, timeout);
    }
}
