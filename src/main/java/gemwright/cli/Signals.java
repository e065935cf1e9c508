package gemwright.cli;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;
import java.util.List;

/// Ends a long-running command in order when the system asks for it (Ctrl-C, SIGTERM).
///
/// A shutdown hook would not do: hooks run side by side, and ONNX Runtime's own takes the runtime
/// away while requests are still being answered. `sun.misc.Signal` runs before all hooks; it is
/// named by text, since the compiler warns of any use of it and the warning cannot be suppressed.
final class Signals {
    private static final List<String> ENDING = List.of("TERM", "INT", "HUP");

    private Signals() {}

    /// Runs the ending once when the first signal arrives, then leaves with exit code 0. Where
    /// signals cannot be had, the ending is a shutdown hook after all.
    static void endWith(Runnable ending) {
        Thread end =
                new Thread(
                        () -> {
                            ending.run();
                            System.exit(Cli.DONE);
                        },
                        "end-in-order");
        boolean any = false;
        for (String signal : ENDING) {
            any |= handle(signal, end);
        }
        if (!any) {
            Runtime.getRuntime().addShutdownHook(new Thread(ending, "end-in-order"));
        }
    }

    private static boolean handle(String name, Thread end) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> signal = lookup.findClass("sun.misc.Signal");
            Class<?> handler = lookup.findClass("sun.misc.SignalHandler");
            Object starting =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("handle")) {
                                    startOnce(end);
                                }
                                return null;
                            });
            MethodHandle constructor =
                    lookup.findConstructor(signal, MethodType.methodType(void.class, String.class));
            MethodHandle register =
                    lookup.findStatic(
                            signal, "handle", MethodType.methodType(handler, signal, handler));
            register.invoke(constructor.invoke(name), starting);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            return false; // this system or virtual machine keeps that signal for itself
        } catch (Throwable impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }

    private static synchronized void startOnce(Thread end) {
        if (end.getState() == Thread.State.NEW) {
            end.start();
        }
    }
}
