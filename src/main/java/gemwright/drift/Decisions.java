package gemwright.drift;

import gemwright.drift.RuleOutcome.State;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// From verdicts and windows to what to do. The strongest rule wins; a quality fault on a drifted
/// column turns "retrain" into "repair the data first", because a new model would learn the fault.
final class Decisions {
    /// Drifted features before the features rule fires.
    static final int LEAST_FEATURES = 2;

    /// Windows in a row, up to the last, that a rule over time needs.
    static final int WINDOWS_IN_A_ROW = 3;

    private final List<ColumnReport> columns;
    private final Optional<Timeline> timeline;

    Decisions(List<ColumnReport> columns, Optional<Timeline> timeline) {
        this.columns = columns;
        this.timeline = timeline.filter(Timeline::reliable);
    }

    /// Each rule with what came of it.
    List<RuleOutcome> outcomes() {
        return List.of(features(), performance(), confidence(), quality());
    }

    /// The features rule over the whole period: the data set as a whole drifted.
    boolean drifted() {
        return driftedFeatures().size() >= LEAST_FEATURES;
    }

    private List<ColumnReport> driftedFeatures() {
        return columns.stream().filter(c -> c.feature() && c.drifted()).toList();
    }

    private RuleOutcome features() {
        List<String> names = driftedFeatures().stream().map(ColumnReport::name).toList();
        if (timeline.isEmpty()) {
            boolean fires = names.size() >= LEAST_FEATURES;
            return outcome(Rule.FEATURES, fires ? State.WATCH : State.NOT_FIRED, names);
        }
        List<String> now = new ArrayList<>();
        boolean earlier = false;
        for (String name : names) {
            Optional<Series> series = timeline.get().feature(name);
            if (series.isPresent() && series.get().lastRun() >= WINDOWS_IN_A_ROW) {
                now.add(name);
            } else if (series.isPresent() && series.get().firstRun(WINDOWS_IN_A_ROW).isPresent()) {
                earlier = true;
            }
        }
        if (now.size() >= LEAST_FEATURES) {
            return outcome(Rule.FEATURES, State.RETRAIN, now);
        }
        boolean before = earlier && names.size() >= LEAST_FEATURES;
        return outcome(Rule.FEATURES, before ? State.EARLIER : State.NOT_FIRED, names);
    }

    /// Realised where outcomes are known, else estimated.
    private RuleOutcome performance() {
        Optional<Series> series = timeline.flatMap(t -> t.performance().or(t::estimate));
        return overTime(Rule.PERFORMANCE, series, State.RETRAIN);
    }

    private RuleOutcome confidence() {
        return overTime(Rule.CONFIDENCE, timeline.flatMap(Timeline::confidence), State.WATCH);
    }

    private static RuleOutcome overTime(Rule rule, Optional<Series> series, State fired) {
        if (series.isEmpty()) {
            return outcome(rule, State.NOT_JUDGED, List.of());
        }
        if (series.get().lastRun() >= WINDOWS_IN_A_ROW) {
            return outcome(rule, fired, List.of());
        }
        OptionalInt before = series.get().firstRun(WINDOWS_IN_A_ROW);
        return outcome(rule, before.isPresent() ? State.EARLIER : State.NOT_FIRED, List.of());
    }

    private RuleOutcome quality() {
        List<String> faulty =
                columns.stream().filter(ColumnReport::faulty).map(ColumnReport::name).toList();
        return outcome(Rule.QUALITY, faulty.isEmpty() ? State.NOT_FIRED : State.WATCH, faulty);
    }

    private static RuleOutcome outcome(Rule rule, State state, List<String> names) {
        return new RuleOutcome(rule, state, names);
    }

    /// What to do, from the rules and from single signs.
    Decision decision(List<RuleOutcome> outcomes) {
        if (outcomes.stream().anyMatch(o -> o.state() == State.RETRAIN)) {
            return spoiled(outcomes) ? Decision.WATCH : Decision.RETRAIN;
        }
        boolean sign =
                outcomes.stream().anyMatch(o -> o.fired() || o.state() == State.EARLIER)
                        || columns.stream()
                                .anyMatch(
                                        c ->
                                                c.verdict() == Verdict.DRIFTED
                                                        || c.verdict() == Verdict.WATCH);
        return sign ? Decision.WATCH : Decision.NONE;
    }

    /// Whether a faulty column is among those for which a retraining was due.
    private static boolean spoiled(List<RuleOutcome> outcomes) {
        List<String> faulty =
                outcomes.stream()
                        .filter(o -> o.rule() == Rule.QUALITY)
                        .flatMap(o -> o.columns().stream())
                        .toList();
        boolean performance =
                outcomes.stream()
                        .anyMatch(o -> o.rule() == Rule.PERFORMANCE && o.state() == State.RETRAIN);
        return !performance
                && outcomes.stream()
                        .filter(o -> o.state() == State.RETRAIN)
                        .flatMap(o -> o.columns().stream())
                        .anyMatch(faulty::contains);
    }
}
