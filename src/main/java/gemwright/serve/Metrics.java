package gemwright.serve;

import gemwright.serve.model.Agreement;
import gemwright.serve.model.Contest;
import gemwright.serve.model.Journal;
import gemwright.serve.model.Models;
import gemwright.serve.model.Served;
import gemwright.serve.model.Statistics;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/// `/metrics` in Prometheus's text format 0.0.4.
///
/// Labels are bounded: names of loaded models, route patterns and status codes that this server
/// gives; nothing that a client makes up becomes a label.
final class Metrics {
    private static final double[] BOUNDS = {
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
    };

    private final long startMillis = System.currentTimeMillis();
    private final Map<Answered, LongAdder> answered = new ConcurrentHashMap<>();
    private final Map<String, Latency> latencies = new ConcurrentHashMap<>();

    private record Answered(String route, int status) {}

    /// Requests of one model by how long they took.
    private static final class Latency {
        private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
        private final LongAdder nanos = new LongAdder();

        Latency() {
            Arrays.setAll(buckets, i -> new LongAdder());
        }

        void add(long took) {
            int bucket = Arrays.binarySearch(BOUNDS, took / 1e9);
            buckets[bucket < 0 ? -bucket - 1 : bucket].increment();
            nanos.add(took);
        }
    }

    /// A request was answered.
    ///
    /// @param route its pattern, not its path
    void responded(String route, int status) {
        answered.computeIfAbsent(new Answered(route, status), key -> new LongAdder()).increment();
    }

    /// A prediction of that model took so long from the first byte to the answer.
    void answered(String model, long nanos) {
        latencies.computeIfAbsent(model, name -> new Latency()).add(nanos);
    }

    /// What the counters of others say at this moment.
    ///
    /// @param open requests that arrived and are not answered yet
    record Now(Models models, Gate gate, Journal.Counts log, int open) {}

    String text(Now now) {
        Page page = new Page();
        page.family("gemwright_requests_total", "counter", "Answers by route and status.");
        answered.entrySet().stream()
                .sorted(
                        java.util.Comparator.comparing(
                                entry -> entry.getKey().route() + entry.getKey().status()))
                .forEach(
                        entry ->
                                page.value(
                                        "gemwright_requests_total",
                                        List.of(
                                                "route",
                                                entry.getKey().route(),
                                                "status",
                                                "" + entry.getKey().status()),
                                        entry.getValue().sum()));
        latencies(page);
        models(page, now.models());
        page.family("gemwright_requests_open", "gauge", "Requests being answered.");
        page.value("gemwright_requests_open", List.of(), now.open());
        page.family("gemwright_requests_shed_total", "counter", "Requests turned away with 503.");
        page.value("gemwright_requests_shed_total", List.of(), now.gate().turnedAway());
        page.family("gemwright_log_written_total", "counter", "Lines for the prediction log.");
        page.value("gemwright_log_written_total", List.of(), now.log().written());
        page.family("gemwright_log_dropped_total", "counter", "Lines that the log could not take.");
        page.value("gemwright_log_dropped_total", List.of(), now.log().dropped());
        page.family("gemwright_log_failing", "gauge", "1 while the log cannot be written.");
        page.value("gemwright_log_failing", List.of(), now.log().failure().isPresent() ? 1 : 0);
        contests(page, now.models());
        process(page);
        return page.text.toString();
    }

    private void latencies(Page page) {
        String name = "gemwright_prediction_seconds";
        page.family(name, "histogram", "Predictions from the first byte to the answer.");
        latencies.forEach(
                (model, latency) -> {
                    long below = 0;
                    for (int i = 0; i <= BOUNDS.length; i++) {
                        below += latency.buckets[i].sum();
                        String bound = i < BOUNDS.length ? Page.number(BOUNDS[i]) : "+Inf";
                        page.value(name + "_bucket", List.of("model", model, "le", bound), below);
                    }
                    page.value(name + "_sum", List.of("model", model), latency.nanos.sum() / 1e9);
                    page.value(name + "_count", List.of("model", model), below);
                });
    }

    private static void models(Page page, Models models) {
        List<Served> served = models.all().stream().flatMap(m -> m.served().stream()).toList();
        page.family("gemwright_model_requests_total", "counter", "Predictions by outcome.");
        for (Served model : served) {
            Statistics seen = model.statistics();
            for (String outcome : List.of("success", "failure")) {
                page.value(
                        "gemwright_model_requests_total",
                        List.of(
                                "model", model.name(),
                                "version", model.version(),
                                "outcome", outcome),
                        outcome.equals("success") ? seen.succeeded() : seen.failed());
            }
        }
        page.family("gemwright_model_rows_total", "counter", "Rows answered.");
        for (Served model : served) {
            page.value("gemwright_model_rows_total", of(model), model.statistics().rows());
        }
        page.family("gemwright_model_broken", "gauge", "1 while a failing model is left alone.");
        for (Served model : served) {
            page.value("gemwright_model_broken", of(model), model.isBroken() ? 1 : 0);
        }
        page.family("gemwright_model_run_seconds", "summary", "Runs of the model alone.");
        for (Served model : served) {
            Statistics seen = model.statistics();
            page.value("gemwright_model_run_seconds_sum", of(model), seen.runNanos() / 1e9);
            page.value("gemwright_model_run_seconds_count", of(model), seen.runs());
        }
    }

    /// Second versions beside those in service.
    private static void contests(Page page, Models models) {
        List<Contest> contests =
                models.all().stream().flatMap(model -> model.contest().stream()).toList();
        count(page, contests, "rows", "Rows that both versions answered.", Agreement::rows);
        count(page, contests, "agreed", "Rows on which both agreed.", Agreement::agreed);
        count(page, contests, "skipped", "Requests not compared: too many.", Agreement::skipped);
        count(page, contests, "failed", "Requests that one could not answer.", Agreement::failed);
        String largest = "gemwright_challenger_largest_difference";
        page.family(largest, "gauge", "Largest difference of two real numbers.");
        for (Contest contest : contests) {
            page.value(largest, of(contest.challenger()), contest.agreement().largest());
        }
    }

    private static void count(
            Page page,
            List<Contest> contests,
            String what,
            String help,
            ToLongFunction<Agreement> figure) {
        String name = "gemwright_challenger_" + what + "_total";
        page.family(name, "counter", help);
        for (Contest contest : contests) {
            page.value(name, of(contest.challenger()), figure.applyAsLong(contest.agreement()));
        }
    }

    private static List<String> of(Served model) {
        return List.of("model", model.name(), "version", model.version());
    }

    private void process(Page page) {
        page.family("process_start_time_seconds", "gauge", "When the server started, since 1970.");
        page.value("process_start_time_seconds", List.of(), startMillis / 1e3);
        page.family("process_cpu_seconds_total", "counter", "Processor time.");
        Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
        page.value("process_cpu_seconds_total", List.of(), cpu.toNanos() / 1e9);
        Runtime runtime = Runtime.getRuntime();
        page.family("jvm_memory_used_bytes", "gauge", "Heap in use.");
        page.value(
                "jvm_memory_used_bytes", List.of(), runtime.totalMemory() - runtime.freeMemory());
    }

    /// The text as it grows.
    private static final class Page {
        private final StringBuilder text = new StringBuilder(4_096);

        void family(String name, String type, String help) {
            text.append("# HELP ").append(name).append(' ').append(help).append('\n');
            text.append("# TYPE ").append(name).append(' ').append(type).append('\n');
        }

        void value(String name, List<String> labels, long value) {
            value(name, labels, (double) value);
        }

        /// @param labels names and values in turn
        void value(String name, List<String> labels, double value) {
            text.append(name);
            for (int i = 0; i < labels.size(); i += 2) {
                text.append(i == 0 ? '{' : ',').append(labels.get(i)).append("=\"");
                text.append(escaped(labels.get(i + 1))).append('"');
            }
            text.append(labels.isEmpty() ? " " : "} ").append(number(value)).append('\n');
        }

        static String number(double value) {
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Long.toString((long) value)
                    : String.format(Locale.ROOT, "%s", value);
        }

        private static String escaped(String label) {
            return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        }
    }
}
