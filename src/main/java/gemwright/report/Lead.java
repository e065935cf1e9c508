package gemwright.report;

import gemwright.drift.ColumnReport;
import gemwright.drift.Decision;
import gemwright.drift.DriftReport;
import gemwright.drift.Kind;
import gemwright.drift.Rule;
import gemwright.drift.RuleOutcome;
import gemwright.drift.Rules;
import gemwright.drift.Series;
import gemwright.drift.Timeline;
import gemwright.drift.Verdict;

import java.util.List;
import java.util.Optional;

/// The headline and the sentences below it.
final class Lead {
    private static final int NAMED = 2;

    private final DriftReport report;
    private final Phrases phrases;

    Lead(DriftReport report, Phrases phrases) {
        this.report = report;
        this.phrases = phrases;
    }

    String headline() {
        if (report.rules() == Rules.EVIDENTLY) {
            return phrases.of(report.drifted() ? "headline.drifted" : "headline.stable");
        }
        return switch (report.decision()) {
            case RETRAIN -> phrases.of("headline.retrain");
            case WATCH -> phrases.of(faulty() ? "headline.repair" : "headline.watch");
            case NONE -> phrases.of("headline.none");
        };
    }

    private boolean faulty() {
        return report.outcome(Rule.QUALITY).filter(RuleOutcome::fired).isPresent();
    }

    Text text() {
        boolean retrain = report.decision() == Decision.RETRAIN;
        Text text = report.rules() == Rules.EVIDENTLY ? share() : retrain ? Text.NONE : quality();
        List<ColumnReport> features =
                report.with(Verdict.DRIFTED).stream().filter(ColumnReport::feature).toList();
        text = text.and(drifted(features)).and(windows()).and(performance());
        List<ColumnReport> outputs =
                report.with(Verdict.DRIFTED).stream().filter(ColumnReport::output).toList();
        if (!outputs.isEmpty()) {
            text = text.and(phrases.marked("lead.outputs", names(outputs)));
        }
        List<ColumnReport> watched = report.with(Verdict.WATCH);
        if (!watched.isEmpty()) {
            text = text.and(phrases.marked("lead.watch", names(watched)));
        }
        return text.and(retrain ? quality() : Text.NONE).and(calm()).and(bounds());
    }

    private Text share() {
        long drifted = report.with(Verdict.DRIFTED).size();
        return phrases.marked(
                "lead.share",
                Phrases.count(drifted),
                Phrases.count(report.ranked().size()),
                Phrases.percent(report.share()),
                Phrases.percent(0.5));
    }

    private Text quality() {
        Text text = Text.NONE;
        List<ColumnReport> faulty =
                report.columns().stream().filter(ColumnReport::faulty).limit(NAMED).toList();
        for (ColumnReport column : faulty) {
            String what =
                    column.findings().stream()
                            .filter(f -> f.fault())
                            .map(f -> f.reason().in(phrases.language()))
                            .findFirst()
                            .orElseThrow();
            text = text.and(phrases.marked("lead.quality", column.name(), what));
        }
        return faulty.isEmpty() ? text : text.and(phrases.marked("lead.repair"));
    }

    private Text drifted(List<ColumnReport> features) {
        Text text = Text.NONE;
        for (ColumnReport column : features.subList(0, Math.min(NAMED, features.size()))) {
            text = text.and(moved(column));
        }
        if (features.size() > NAMED) {
            List<ColumnReport> others = features.subList(NAMED, features.size());
            text = text.and(phrases.marked("lead.more", names(others)));
        }
        return text;
    }

    private Text moved(ColumnReport column) {
        if (column.kind() != Kind.NUMERIC) {
            return phrases.marked("lead.categories", column.name(), Phrases.moved(column));
        }
        String medians = Phrases.medians(column).orElse("–");
        boolean still = column.shift().isEmpty() || Math.abs(column.shift().getAsDouble()) < 0.02;
        return still
                ? phrases.marked("lead.reshaped", column.name(), medians)
                : phrases.marked(
                        "lead.moved",
                        column.name(),
                        phrases.direction(column).orElseThrow(),
                        medians);
    }

    private Text windows() {
        Optional<RuleOutcome> fired =
                report.outcome(Rule.FEATURES).filter(o -> o.state() == RuleOutcome.State.RETRAIN);
        if (fired.isEmpty() || report.timeline().isEmpty()) {
            return Text.NONE;
        }
        Timeline timeline = report.timeline().get();
        int run = timeline.windows().size();
        for (String name : fired.get().columns()) {
            run = Math.min(run, timeline.feature(name).map(Series::lastRun).orElse(run));
        }
        int first = timeline.windows().size() - run;
        String who =
                phrases.of(
                        fired.get().columns().size() == 1
                                ? "lead.windows.one"
                                : "lead.windows.many");
        return phrases.marked(
                "lead.windows",
                who,
                Phrases.count(run),
                phrases.day(timeline.windows().get(first).from()));
    }

    private Text performance() {
        Optional<Series> known = report.timeline().flatMap(Timeline::performance);
        Optional<Series> series = known.or(() -> report.timeline().flatMap(Timeline::estimate));
        if (series.isEmpty()) {
            return Text.NONE;
        }
        int split = series.get().referenceWindows();
        List<Double> values = series.get().values();
        return phrases.marked(
                known.isPresent() ? "lead.performance" : "lead.estimate",
                Phrases.percentExactly(mean(values.subList(0, split))),
                Phrases.percentExactly(mean(values.subList(split, values.size()))));
    }

    private static double mean(List<Double> values) {
        return values.stream()
                .filter(Double::isFinite)
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(Double.NaN);
    }

    private Text calm() {
        boolean calm = report.decision() == Decision.NONE && report.rules() == Rules.RECOMMENDED;
        if (report.ranked().isEmpty()) {
            return phrases.marked("lead.empty");
        }
        ColumnReport first = report.ranked().getFirst();
        return calm
                ? phrases.marked("lead.calm", first.name(), Phrases.percent(first.effect()))
                : Text.NONE;
    }

    private Text bounds() {
        if (report.rules() == Rules.EVIDENTLY || report.decision() != Decision.WATCH) {
            return Text.NONE;
        }
        if (report.timeline().isEmpty()) {
            return phrases.marked("lead.noTime");
        }
        return report.timeline().get().reliable() ? Text.NONE : phrases.marked("lead.fewWindows");
    }

    private String names(List<ColumnReport> columns) {
        return phrases.names(columns.stream().map(ColumnReport::name).toList(), 4);
    }
}
