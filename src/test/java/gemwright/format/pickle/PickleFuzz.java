package gemwright.format.pickle;

import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.scan.Scan;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// Reads mutations of real pickles until the time is over: only problems may come, soon, and no
/// growth of the heap. Run by hand:
///
/// `java -Xmx256m -cp CLASSES gemwright.format.pickle.PickleFuzz FOLDER MINUTES FINDINGS`
final class PickleFuzz {
    private static final int LARGEST = 200_000;
    private static final long SLOW = Duration.ofSeconds(2).toNanos();
    private static final String OPCODES =
            "(0124dhjgqrpcQbRsuat]}l)\u0081\u0085\u0086\u0087\u0093\u0094";

    private final List<byte[]> corpus;
    private final Path findings;
    private final Random random;
    private final PrintStream out;
    private final AtomicLong begun = new AtomicLong(Long.MAX_VALUE);

    private volatile byte[] current = {};

    private PickleFuzz(List<byte[]> corpus, Path findings, long seed, PrintStream out) {
        this.corpus = corpus;
        this.findings = findings;
        this.random = new Random(seed);
        this.out = out;
    }

    /// Runs it.
    ///
    /// @param arguments folder with real files, minutes, folder for what was found
    public static void main(String[] arguments) throws Exception {
        List<byte[]> corpus;
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]))) {
            corpus =
                    files.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".csv"))
                            .sorted()
                            .map(PickleFuzz::bytes)
                            .filter(bytes -> bytes.length > 0 && bytes.length <= LARGEST)
                            .toList();
        }
        Path findings = Files.createDirectories(Path.of(arguments[2]));
        new PickleFuzz(corpus, findings, System.nanoTime(), System.out)
                .run(Duration.ofMinutes(Long.parseLong(arguments[1])));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.size(file) > LARGEST ? new byte[0] : Files.readAllBytes(file);
        } catch (IOException unreadable) {
            return new byte[0];
        }
    }

    private void run(Duration time) throws IOException {
        Thread.ofPlatform().daemon().start(this::watch);
        long end = System.nanoTime() + time.toNanos();
        long nextReport = 0;
        long inputs = 0;
        long refused = 0;
        long found = 0;
        while (System.nanoTime() < end) {
            byte[] input = mutated();
            current = input;
            begun.set(System.nanoTime());
            try {
                refused += read(input) ? 0 : 1;
            } catch (RuntimeException | Error defect) {
                found++;
                Files.write(findings.resolve("defect-" + found + ".pkl"), input);
                out.println(defect);
                defect.printStackTrace(out);
            }
            begun.set(Long.MAX_VALUE);
            inputs++;
            if (System.nanoTime() > nextReport) {
                nextReport = System.nanoTime() + Duration.ofMinutes(1).toNanos();
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                long heap = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
                out.printf(
                        "%,d inputs, %,d refused, %d defects, %d MB of heap in use%n",
                        inputs, refused, found, heap);
            }
        }
        out.printf("%,d inputs, %,d refused, %d defects%n", inputs, refused, found);
    }

    /// As a model is opened, and as it is scanned.
    private static boolean read(byte[] input) {
        boolean good = true;
        MemorySegment bytes = MemorySegment.ofArray(input);
        try (PickleFile pickle = PickleFile.of(bytes, "fuzz", Progress.none())) {
            good &= pickle.root().elements() != null;
        } catch (Problem refused) {
            good = false;
        }
        Scan.pickle(bytes, Progress.none());
        return good;
    }

    private byte[] mutated() {
        byte[] input = corpus.get(random.nextInt(corpus.size())).clone();
        int times = 1 + random.nextInt(6);
        for (int i = 0; i < times && input.length > 0; i++) {
            int at = random.nextInt(input.length);
            switch (random.nextInt(7)) {
                case 0 -> input[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> input[at] = (byte) OPCODES.charAt(random.nextInt(OPCODES.length()));
                case 2 -> input[at] = (byte) random.nextInt(256);
                case 3 -> Arrays.fill(input, at, Math.min(at + 4, input.length), (byte) 0xff);
                case 4 -> input = Arrays.copyOf(input, at);
                case 5 -> input = spliced(input, at, input, random.nextInt(input.length));
                default -> {
                    byte[] other = corpus.get(random.nextInt(corpus.size()));
                    input = spliced(input, at, other, random.nextInt(other.length));
                }
            }
        }
        return input;
    }

    /// The first up to a place, then the second from a place on.
    private static byte[] spliced(byte[] first, int to, byte[] second, int from) {
        byte[] both = Arrays.copyOf(first, Math.min(to + second.length - from, 2 * LARGEST));
        System.arraycopy(second, from, both, to, Math.min(second.length - from, both.length - to));
        return both;
    }

    private void watch() {
        while (true) {
            long since = begun.get();
            if (since != Long.MAX_VALUE && System.nanoTime() - since > SLOW) {
                begun.compareAndSet(since, Long.MAX_VALUE);
                try {
                    Files.write(findings.resolve("slow-" + since + ".pkl"), current);
                } catch (IOException full) {
                    out.println(full);
                }
                out.println("more than 2 s");
            }
            LockSupport.parkNanos(50_000_000);
        }
    }
}
