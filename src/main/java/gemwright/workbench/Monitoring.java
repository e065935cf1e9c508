package gemwright.workbench;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Texts;
import gemwright.data.Table;
import gemwright.drift.Drift;
import gemwright.drift.DriftJson;
import gemwright.drift.DriftOptions;
import gemwright.drift.DriftReport;
import gemwright.drift.ModelFigures;
import gemwright.workbench.alert.Measured;
import gemwright.workbench.alert.Watch;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Watches a prediction log window by window. Each pass reads the log anew and goes on with the
/// windows that are new since the pass before.
public final class Monitoring {
    private final Watching.Plan plan;
    private final DriftOptions.Window window;
    private final Watch watch;
    private int seen;

    /// One window and what came of it.
    ///
    /// @param number of the window, from 1
    /// @param from where it begins, if that is known
    /// @param complete whether no further rows can join it
    public record Seen(
            int number,
            Optional<Instant> from,
            boolean complete,
            Measured measured,
            List<Watch.Result> results) {
        public Seen {
            results = List.copyOf(results);
        }

        /// Whether a rule fired.
        public boolean fired() {
            return results.stream().anyMatch(result -> result.state() == Watch.State.FIRED);
        }

        /// As one document; reasons in that language.
        public Map<String, @Nullable Object> json(Locale language) {
            Map<String, @Nullable Object> document =
                    Json.object("window", number, "from", from, "complete", complete);
            document.putAll(DriftJson.of(measured.report(), language));
            document.put("model", measured.model());
            Texts problems = Texts.problems(language);
            document.put("alerts", results.stream().map(r -> json(r, problems)).toList());
            return document;
        }

        private static Map<String, @Nullable Object> json(Watch.Result result, Texts problems) {
            return Json.object(
                    "rule", result.rule(),
                    "state", result.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "sent", result.sent(),
                    "failed",
                            result.failed().stream()
                                    .flatMap(problem -> problem.render(problems).stream())
                                    .toList());
        }
    }

    /// What is told of each window.
    public interface Telling {
        void window(Seen seen) throws Problem;
    }

    /// @param window its length; a window that has begun only counts with [#pass] of all
    public Monitoring(Watching.Plan plan, DriftOptions.Window window, Watch watch) {
        this.plan = plan;
        this.window = window;
        this.watch = watch;
    }

    /// Reads the log and tells every window that was not told before. At the first pass rules are
    /// held against the newest window alone: what happened long ago is no news.
    ///
    /// @param all whether the last window counts although rows may still join it
    /// @throws Problem where a side cannot be read
    public void pass(boolean all, Progress progress, Telling telling) throws Problem {
        Counterparts sides = Watching.sides(plan, progress);
        List<Windows.Part> parts =
                Windows.of(sides.current(), window).stream()
                        .filter(part -> all || part.complete())
                        .toList();
        boolean first = seen == 0;
        for (; seen < parts.size(); seen++) {
            Windows.Part part = parts.get(seen);
            Measured measured = measured(sides.reference(), part.rows(), progress);
            boolean news = !first || seen == parts.size() - 1;
            List<Watch.Result> results = List.of();
            if (news) {
                results = watch.judge(part.from(), measured, progress);
            } else {
                watch.remember(measured);
            }
            telling.window(new Seen(seen + 1, part.from(), part.complete(), measured, results));
        }
    }

    private Measured measured(Table reference, Table rows, Progress progress) throws Problem {
        DriftReport report = Drift.compare(reference, rows, plan.options(), progress);
        return new Measured(report, ModelFigures.of(reference, rows, plan.options()));
    }
}
