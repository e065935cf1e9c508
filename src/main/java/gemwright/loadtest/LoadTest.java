package gemwright.loadtest;

import gemwright.base.Cancelled;
import gemwright.base.Progress;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Runs a [LoadPlan].
///
/// Starts one virtual thread a connection; all of them have ended when [#run] returns or throws.
public final class LoadTest {
    private static final long TICK_MILLIS = 100;
    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final LoadPlan plan;
    private final Bodies bodies;
    private final Consumer<Slice> live;
    private final List<Slice> slices = new ArrayList<>();

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
        try {
            watch(progress, threads, phases, start, end);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            senders.forEach(Sender::stop);
        }
        long finished = Math.max(System.nanoTime(), end);
        phases.warmUp().interval();
        phases.measured().interval();
        return new LoadResult(
                plan,
                part(phases.warmUp(), plan.warmUp()),
                part(phases.measured(), Duration.ofNanos(finished - measuredFrom)),
                timetable.unsent(measuredFrom, phases.measured().requests()),
                cpu().minus(cpuBefore).toNanos() / (double) Math.max(1, finished - start),
                slices,
                Distribution.of(phases.measured().latency()));
    }

    private void watch(Progress progress, List<Thread> threads, Phases phases, long start, long end)
            throws InterruptedException {
        long total = (end - start) / 1_000_000;
        long nextSlice = start + SECOND_NANOS;
        long requests = 0;
        long errors = 0;
        for (Thread thread : threads) {
            while (!thread.join(Duration.ofMillis(TICK_MILLIS))) {
                long now = System.nanoTime();
                long done = Math.clamp((now - start) / 1_000_000, 0, total);
                progress.step("loading", done, total);
                while (now - nextSlice >= 0) {
                    long allRequests = phases.warmUp().requests() + phases.measured().requests();
                    long allErrors = phases.warmUp().errors() + phases.measured().errors();
                    slice(
                            phases,
                            nextSlice,
                            (int) ((nextSlice - start) / SECOND_NANOS) - 1,
                            allRequests - requests,
                            allErrors - errors);
                    requests = allRequests;
                    errors = allErrors;
                    nextSlice += SECOND_NANOS;
                }
            }
        }
    }

    private void slice(Phases phases, long at, int second, long requests, long errors) {
        Histogram both = phases.warmUp().interval();
        both.add(phases.measured().interval());
        Slice slice =
                new Slice(
                        second,
                        at - phases.measuredFrom() <= 0,
                        requests,
                        errors,
                        requests,
                        Latencies.of(both));
        slices.add(slice);
        live.accept(slice);
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

    /// When a test that begins now will be over at the latest, its last answer included.
    public static Instant latestEnd(LoadPlan plan) {
        return Instant.now().plus(plan.warmUp()).plus(plan.duration()).plus(plan.timeout());
    }
}
