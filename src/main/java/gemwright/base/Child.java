package gemwright.base;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The one door to other processes: the proving child, and what the user names himself.
///
/// A child never outlives the call, not even when the caller is cancelled or this process ends.
public final class Child {
    /// The last lines kept of what a child says.
    private static final int KEPT_LINES = 2_000;

    private Child() {}

    /// How a child ended.
    ///
    /// @param exit its exit code; 128 + n where signal n killed it, -1 where the time limit did
    /// @param out what it wrote on standard output, the last 2,000 lines
    /// @param error what it wrote on standard error, the last 2,000 lines
    public record Ended(int exit, String out, String error) {
        /// Whether the time limit ended it.
        public boolean timedOut() {
            return exit == -1;
        }
    }

    /// The command that starts this very program once more with another main class.
    ///
    /// @param jvmOptions options for the virtual machine, such as `-Xmx1g`
    public static List<String> java(
            List<String> jvmOptions, String mainClass, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        for (String inherited :
                List.of("onnxruntime.native.path", "gemwright.home", "gemwright.threads")) {
            String value = System.getProperty(inherited);
            if (value != null) {
                command.add("-D" + inherited + "=" + value);
            }
        }
        command.addAll(jvmOptions);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    /// Runs a command to its end.
    ///
    /// @param input what it reads on standard input
    /// @param limit after that long it is ended
    /// @throws Problem where it cannot be started
    /// @throws Cancelled where the progress says so; the child is ended first
    public static Ended run(List<String> command, byte[] input, Duration limit, Progress progress)
            throws Problem {
        Process process = start(command);
        Runnable ending = process::destroyForcibly;
        Leaving.first(ending);
        try {
            Reading out = new Reading(process.inputReader(StandardCharsets.UTF_8));
            Reading error =
                    new Reading(
                            new BufferedReader(
                                    new InputStreamReader(
                                            process.getErrorStream(), StandardCharsets.UTF_8)));
            Thread feeding = Thread.ofVirtual().start(() -> feed(process, input));
            int exit = await(process, limit, progress);
            feeding.join();
            return new Ended(exit, out.text(), error.text());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Cancelled();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Leaving.forget(ending);
        }
    }

    private static Process start(List<String> command) throws Problem {
        try {
            return new ProcessBuilder(command).start();
        } catch (IOException failed) {
            throw Problem.of(
                            "child.cannotStart",
                            command.getFirst(),
                            String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    private static int await(Process process, Duration limit, Progress progress)
            throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            progress.step("child", 0, 0);
            if (System.nanoTime() - end > 0) {
                process.destroyForcibly();
                process.waitFor();
                return -1;
            }
        }
        return process.exitValue();
    }

    private static void feed(Process process, byte[] input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException ignored) {
            // The child ended without reading all of it: its exit code says more.
        }
    }

    /// Drains one stream on a thread of its own, so that a talkative child never blocks.
    private static final class Reading {
        private final List<String> lines = new ArrayList<>();
        private final Thread thread;

        Reading(BufferedReader reader) {
            thread = Thread.ofVirtual().start(() -> drain(reader));
        }

        private void drain(BufferedReader reader) {
            try (reader) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (lines) {
                        if (lines.size() == KEPT_LINES) {
                            lines.removeFirst();
                        }
                        lines.add(line);
                    }
                }
            } catch (IOException ended) {
                // The child was ended; what it said so far is kept.
            }
        }

        String text() throws InterruptedException {
            thread.join(2_000);
            synchronized (lines) {
                return String.join("\n", lines);
            }
        }
    }
}
