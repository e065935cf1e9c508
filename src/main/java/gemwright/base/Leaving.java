package gemwright.base;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/// The end of this process: what was begun is tidied up first, however the end comes.
public final class Leaving {
    private static final Logger LOG = Logger.getLogger(Leaving.class.getName());

    /// What a shell calls the end by a signal: 128 + its number.
    private static final Map<String, Integer> SIGNALS = Map.of("HUP", 129, "INT", 130, "TERM", 143);

    private static final Set<Runnable> TIDYING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Leaving::tidyUp, "tidying-up"));
    }

    private Leaving() {}

    /// Has something tidied up before this process ends, unless [#forget] comes first.
    public static void first(Runnable tidying) {
        TIDYING.add(tidying);
    }

    /// There is nothing left to tidy up there.
    public static void forget(Runnable tidying) {
        TIDYING.remove(tidying);
    }

    /// From now on a signal ends this process at once, past the farewells of native libraries:
    /// those destroy what their own threads are still working with, and the process would end with
    /// a crash (exit code 134) instead of the signal's code. Called when ONNX Runtime is loaded.
    public static void promptly() {
        SIGNALS.forEach((name, code) -> Signals.handle(name, () -> now(code)));
    }

    private static void now(int code) {
        tidyUp();
        try {
            exit(code);
        } catch (Throwable unavailable) {
            LOG.log(Level.FINE, "no _exit here", unavailable);
        }
        Runtime.getRuntime().halt(code);
    }

    /// C's `_exit`: unlike `exit`, it runs no destructors. `Runtime.halt` calls the latter.
    @SuppressWarnings("restricted")
    private static void exit(int code) throws Throwable {
        Linker linker = Linker.nativeLinker();
        linker.downcallHandle(
                        linker.defaultLookup().find("_exit").orElseThrow(),
                        FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT))
                .invoke(code);
    }

    private static void tidyUp() {
        TIDYING.forEach(Runnable::run);
    }
}
