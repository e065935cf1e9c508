package gemwright.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;

import gemwright.base.Leaving;
import gemwright.base.Problem;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/// ONNX Runtime's native library: loaded on first use, quiet on standard error, its errors turned
/// into problems.
final class Native {
    private static final Logger LOG = Logger.getLogger(Native.class.getName());

    private Native() {}

    /// The one environment of this process.
    ///
    /// @throws Problem where the native library does not load on this machine
    static OrtEnvironment environment() throws Problem {
        try {
            return Loaded.ENVIRONMENT;
        } catch (ExceptionInInitializerError | NoClassDefFoundError | UnsatisfiedLinkError failed) {
            Throwable cause = failed.getCause() == null ? failed : failed.getCause();
            throw Problem.of(
                            "runtime.native",
                            System.getProperty("onnxruntime.native.path", ""),
                            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                            String.valueOf(cause.getMessage()))
                    .causedBy(cause);
        }
    }

    /// What ONNX Runtime says, without its error code and without the source lines of its own.
    static String reason(OrtException failed) {
        String message = String.valueOf(failed.getMessage());
        return message.replaceFirst("^Error code - \\w+ - message: ", "")
                .replaceAll("/\\S+?/onnxruntime/\\S+?:\\d+ \\S+ ?", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /// Holder: the library is loaded when this class is first touched, not when the program starts.
    private static final class Loaded {
        static final OrtEnvironment ENVIRONMENT = load();

        private static OrtEnvironment load() {
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(
                            OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "gemwright");
            removeFolder();
            Leaving.promptly();
            return environment;
        }

        /// What was unpacked is loaded by now; a system that locks loaded files keeps it until the
        /// process ends.
        private static void removeFolder() {
            Optional<Path> folder = temporaryFolder();
            if (folder.isEmpty()) {
                return;
            }
            try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(folder.get())) {
                for (Path library : unpacked) {
                    Files.delete(library);
                }
                Files.delete(folder.get());
            } catch (IOException kept) {
                LOG.log(Level.FINE, "ONNX Runtime's temporary folder stays", kept);
            }
        }
    }

    /// The folder that ONNX Runtime 1.28 makes, even where the library needs no unpacking, and
    /// leaves behind. Its name is known to a private field only; should a newer version rename
    /// that, the folder stays, nothing worse.
    static Optional<Path> temporaryFolder() {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(OrtEnvironment.class, MethodHandles.lookup());
            Field folder =
                    lookup.findClass("ai.onnxruntime.OnnxRuntime")
                            .getDeclaredField("tempDirectory");
            folder.setAccessible(true);
            return folder.get(null) instanceof Path path ? Optional.of(path) : Optional.empty();
        } catch (ReflectiveOperationException renamed) {
            LOG.log(Level.FINE, "ONNX Runtime has no such field", renamed);
            return Optional.empty();
        }
    }
}
