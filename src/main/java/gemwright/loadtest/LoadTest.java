package gemwright.loadtest;

import gemwright.base.Cancelled;
import gemwright.base.Progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Runs a [LoadPlan].
///
/// Starts one virtual thread a connection; all of them have ended when [#run] returns or throws.
public final class LoadTest {
    private static final long TICK_MILLIS = 100;

    private final LoadPlan plan;
    private final Bodies bodies;
    private final Consumer<Slice> live;

    private LoadTest(LoadPlan plan, Bodies bodies, Consumer<Slice> live) {
        this.plan = plan;
        this.bodies = bodies;
        this.live = live;
    }

    /// Sends the bodies round robin and measures.
    ///
    /// @param live told of each second as it ends, on the calling thread
    /// @throws Cancelled within a tenth of a second of the progress saying so
    public static LoadResult run(
            LoadPlan plan, Bodies bodies, Progress progress, Consumer<Slice> live) {
        return new LoadTest(plan, bodies, live).run(progress);
    }

    /// The same, and asks the server before and after where its time went.
    public static LoadResult run(
            Target target, LoadPlan plan, Bodies bodies, Progress progress, Consumer<Slice> live) {
        Optional<ServerTimes.Counted> before = target.counted();
        LoadResult result = run(plan, bodies, progress, live);
        Optional<ServerTimes.Counted> after = target.counted();
        return before.isPresent() && after.isPresent()
                ? result.withServer(ServerTimes.between(before.get(), after.get()))
                : result;
    }

    private LoadResult run(Progress progress) {
        Duration cpuBefore = cpu();
        long start = System.nanoTime() + Duration.ofMillis(20).toNanos();
        long measuredFrom = start + plan.warmUp().toNanos();
        long end = measuredFrom + plan.duration().toNanos();
        Phases phases = new Phases(new Tally(), new Tally(), measuredFrom);
        Timetable timetable = new Timetable(start, end, plan.rate());
        List<Sender> senders = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < plan.connections(); i++) {
            Sender sender = new Sender(plan, bodies, timetable, phases);
            senders.add(sender);
            threads.add(Thread.ofVirtual().name("load-" + i).start(sender));
        }
        Slicing slicing = new Slicing(phases, start, live);
        try {
            watch(progress, threads, slicing, start, end);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            senders.forEach(Sender::stop);
        }
        long finished = Math.max(System.nanoTime(), end);
        List<Slice> slices = slicing.finish(finished);
        phases.warmUp().interval();
        phases.measured().interval();
        return new LoadResult(
                plan,
                part(phases.warmUp(), plan.warmUp()),
                part(phases.measured(), Duration.ofNanos(finished - measuredFrom)),
                timetable.unsent(measuredFrom, phases.measured().requests()),
                cpu().minus(cpuBefore).toNanos() / (double) Math.max(1, finished - start),
                slices,
                Distribution.of(phases.measured().latency()),
                Optional.empty());
    }

    private static void watch(
            Progress progress, List<Thread> threads, Slicing slicing, long start, long end)
            throws InterruptedException {
        long total = (end - start) / 1_000_000;
        for (Thread thread : threads) {
            while (!thread.join(Duration.ofMillis(TICK_MILLIS))) {
                long now = System.nanoTime();
                progress.step("loading", Math.clamp((now - start) / 1_000_000, 0, total), total);
                slicing.report(now);
            }
        }
    }

    private static LoadResult.Part part(Tally tally, Duration elapsed) {
        double seconds = elapsed.toNanos() / 1e9;
        return new LoadResult.Part(
                seconds,
                tally.requests(),
                tally.errors(),
                seconds > 0 ? tally.requests() / seconds : 0,
                Latencies.of(tally.latency()),
                Latencies.of(tally.service()),
                tally.byOutcome());
    }

    private static Duration cpu() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
