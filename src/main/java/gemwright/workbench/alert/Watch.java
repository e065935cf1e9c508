package gemwright.workbench.alert;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.drift.DriftTests;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Holds one window after the other against the rules, and tells those who are to be told.
public final class Watch {
    private final Alerts alerts;
    private final Optional<CoolDowns> coolDowns;
    private final boolean dryRun;
    private final Clock clock;
    private final List<Measured> history = new ArrayList<>();

    /// What came of a rule.
    ///
    /// @param sent channels that took the alert; with a dry run those that would be asked
    /// @param failed why a channel did not take it
    public record Result(String rule, State state, List<String> sent, List<Problem> failed) {
        public Result {
            sent = List.copyOf(sent);
            failed = List.copyOf(failed);
        }
    }

    /// How a rule stands at a window.
    public enum State {
        QUIET,
        FIRED,
        /// It holds, and has spoken a short while ago.
        COOLING,
        /// The window lacks the figure.
        NOT_JUDGED
    }

    private Watch(Alerts alerts, Optional<CoolDowns> coolDowns, boolean dryRun, Clock clock) {
        this.alerts = alerts;
        this.coolDowns = coolDowns;
        this.dryRun = dryRun;
        this.clock = clock;
    }

    /// Nothing to watch for.
    public static Watch idle() {
        return new Watch(Alerts.none(), Optional.empty(), true, Clock.systemUTC());
    }

    /// By the rules of that file.
    ///
    /// @param dryRun whether nobody is told and nothing is remembered
    /// @throws Problem where the file is not understood
    public static Watch by(Path file, boolean dryRun, Clock clock) throws Problem {
        return new Watch(Alerts.read(file), Optional.of(CoolDowns.beside(file)), dryRun, clock);
    }

    /// Whether a rule speaks of a statistic by its name, so that all of them are needed.
    public boolean everyMethod() {
        return alerts.rules().stream()
                .flatMap(rule -> rule.any().stream())
                .anyMatch(condition -> DriftTests.find(condition.measure()).isPresent());
    }

    /// Takes a window that is only history: it counts for windows in a row.
    public void remember(Measured window) {
        history.add(window);
        int longest = alerts.rules().stream().mapToInt(Rule::windows).max().orElse(1);
        while (history.size() > longest) {
            history.removeFirst();
        }
    }

    /// Takes the newest window and does as the rules say.
    ///
    /// @throws Problem where what was said cannot be remembered
    public List<Result> judge(Optional<Instant> from, Measured window, Progress progress)
            throws Problem {
        remember(window);
        List<Result> results = new ArrayList<>();
        for (Rule rule : alerts.rules()) {
            Optional<Boolean> holds = rule.holds(history);
            if (holds.isEmpty() || !holds.get()) {
                State state = holds.isEmpty() ? State.NOT_JUDGED : State.QUIET;
                results.add(new Result(rule.name(), state, List.of(), List.of()));
            } else {
                results.add(fire(new Alert(rule, from, window), progress));
            }
        }
        return results;
    }

    private Result fire(Alert alert, Progress progress) throws Problem {
        Rule rule = alert.rule();
        Instant now = clock.instant();
        if (coolDowns.isPresent() && coolDowns.get().cooling(rule.name(), rule.coolDown(), now)) {
            return new Result(rule.name(), State.COOLING, List.of(), List.of());
        }
        if (dryRun) {
            return new Result(rule.name(), State.FIRED, rule.to(), List.of());
        }
        List<String> sent = new ArrayList<>();
        List<Problem> failed = new ArrayList<>();
        for (String name : rule.to()) {
            Channel channel = Objects.requireNonNull(alerts.channels().get(name), name);
            try {
                Sending.send(alert, name, channel, progress);
                sent.add(name);
            } catch (Problem notSent) {
                failed.add(notSent); // the others are still to be told
            }
        }
        // an alert that reached nobody is tried again with the next window
        if (coolDowns.isPresent() && (failed.isEmpty() || !sent.isEmpty())) {
            coolDowns.get().spoke(rule.name(), now);
        }
        return new Result(rule.name(), State.FIRED, sent, failed);
    }
}
