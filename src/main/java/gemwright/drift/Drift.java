package gemwright.drift;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.base.Tasks;
import gemwright.data.Column;
import gemwright.data.Role;
import gemwright.data.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Compares two tables. Columns are judged in parallel by [Tasks], whose threads end before
/// [#compare] returns.
public final class Drift {
    private Drift() {}

    /// The report of `current` against `reference`. Never fails because of what a column holds.
    public static DriftReport compare(
            Table reference, Table current, DriftOptions options, Progress progress)
            throws Problem {
        List<Supplier<ColumnReport>> work = work(reference, current, options);
        AtomicInteger done = new AtomicInteger();
        List<ColumnReport> computed =
                Tasks.parallel(
                        work,
                        column -> {
                            ColumnReport report = column.get();
                            progress.step("judging", done.incrementAndGet(), work.size());
                            return report;
                        });
        List<ColumnReport> columns = Verdicts.given(computed, options.rules());
        return switch (options.rules()) {
            case RECOMMENDED -> recommended(reference, current, columns, options, progress);
            case EVIDENTLY -> evidently(reference, current, columns, options);
        };
    }

    /// What a column is for: what the user said, else what its source says, else what its name and
    /// its values say.
    public static Role role(Column column, DriftOptions options) {
        return Kinds.role(column, options.choice(column.name()));
    }

    private static List<Supplier<ColumnReport>> work(
            Table reference, Table current, DriftOptions options) {
        ColumnJudge judge = new ColumnJudge(options);
        List<Supplier<ColumnReport>> work = new ArrayList<>();
        for (Column column : reference.columns()) {
            if (ignored(column, options)) {
                continue;
            }
            Optional<Column> other = current.find(column.name());
            work.add(
                    () ->
                            other.isPresent()
                                    ? judge.both(column, other.get())
                                    : judge.alone(column, true, current.rows()));
        }
        for (Column column : current.columns()) {
            if (!ignored(column, options) && reference.find(column.name()).isEmpty()) {
                work.add(() -> judge.alone(column, false, reference.rows()));
            }
        }
        return work;
    }

    private static boolean ignored(Column column, DriftOptions options) {
        return options.choice(column.name()).role().orElse(column.role()) == Role.IGNORE;
    }

    private static DriftReport recommended(
            Table reference,
            Table current,
            List<ColumnReport> columns,
            DriftOptions options,
            Progress progress)
            throws Problem {
        Optional<Timeline> timeline =
                new TimelineMaker(columns, options, progress).make(reference, current);
        Decisions decisions = new Decisions(columns, timeline);
        List<RuleOutcome> outcomes = decisions.outcomes();
        double share = share(columns);
        boolean drifted =
                options.share().isPresent()
                        ? share >= options.share().getAsDouble()
                        : decisions.drifted();
        return new DriftReport(
                options.rules(),
                drifted,
                share,
                reference.rows(),
                current.rows(),
                decisions.decision(outcomes),
                outcomes,
                columns,
                timeline);
    }

    private static DriftReport evidently(
            Table reference, Table current, List<ColumnReport> columns, DriftOptions options) {
        double share = share(columns);
        boolean drifted = share >= options.share().orElse(0.5);
        return new DriftReport(
                options.rules(),
                drifted,
                share,
                reference.rows(),
                current.rows(),
                drifted ? Decision.WATCH : Decision.NONE,
                List.of(),
                columns,
                Optional.empty());
    }

    private static double share(List<ColumnReport> columns) {
        long judged = columns.stream().filter(c -> c.verdict() != Verdict.NOT_JUDGED).count();
        long drifted = columns.stream().filter(ColumnReport::drifted).count();
        return judged == 0 ? 0 : (double) drifted / judged;
    }
}
