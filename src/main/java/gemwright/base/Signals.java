package gemwright.base;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Proxy;

/// What the operating system asks of this process: Ctrl-C (`INT`), `TERM`, `HUP`.
///
/// A shutdown hook would not do where order matters: hooks run side by side, and ONNX Runtime's own
/// takes the runtime away from those who still use it. `sun.misc.Signal` runs before all hooks; it
/// is named by text, since the compiler warns of any use of it and the warning cannot be
/// suppressed.
public final class Signals {
    private Signals() {}

    /// Runs the action, on a thread of its own, whenever the signal arrives; the virtual machine's
    /// own answer to it, or an earlier action, no longer counts.
    ///
    /// @param name without the prefix: `INT`
    /// @return whether this system and virtual machine let us
    public static boolean handle(String name, Runnable action) {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> signal = lookup.findClass("sun.misc.Signal");
            Class<?> handler = lookup.findClass("sun.misc.SignalHandler");
            Object calling =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            (proxy, method, arguments) -> {
                                if (method.getName().equals("handle")) {
                                    action.run();
                                }
                                return null;
                            });
            MethodHandle constructor =
                    lookup.findConstructor(signal, MethodType.methodType(void.class, String.class));
            MethodHandle register =
                    lookup.findStatic(
                            signal, "handle", MethodType.methodType(handler, signal, handler));
            register.invoke(constructor.invoke(name), calling);
            return true;
        } catch (ReflectiveOperationException | IllegalArgumentException unavailable) {
            return false; // this system or virtual machine keeps that signal for itself
        } catch (Throwable impossible) {
            throw new IllegalStateException(name, impossible);
        }
    }
}
