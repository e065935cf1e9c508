package gemwright.cli;

import gemwright.base.Signals;

import java.util.List;

/// Ends a long-running command in order when the system asks for it (Ctrl-C, SIGTERM).
final class Ending {
    private static final List<String> SIGNALS = List.of("TERM", "INT", "HUP");

    private Ending() {}

    /// Runs the ending once when the first signal arrives, then leaves with exit code 0. Where
    /// signals cannot be had, the ending is a shutdown hook after all.
    static void with(Runnable ending) {
        Thread end =
                new Thread(
                        () -> {
                            ending.run();
                            System.exit(Cli.DONE);
                        },
                        "end-in-order");
        boolean any = false;
        for (String signal : SIGNALS) {
            any |= Signals.handle(signal, () -> startOnce(end));
        }
        if (!any) {
            Runtime.getRuntime().addShutdownHook(new Thread(ending, "end-in-order"));
        }
    }

    private static synchronized void startOnce(Thread end) {
        if (end.getState() == Thread.State.NEW) {
            end.start();
        }
    }
}
