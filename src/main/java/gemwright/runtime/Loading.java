package gemwright.runtime;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

import gemwright.base.Problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Loads models into ONNX Runtime with our settings.
final class Loading {
    private Loading() {}

    /// Makes the native session.
    @FunctionalInterface
    interface Source {
        OrtSession open(OrtEnvironment environment, OrtSession.SessionOptions settings)
                throws OrtException, Problem;
    }

    /// Wraps the native session.
    @FunctionalInterface
    interface Wrapping<T> {
        T wrap(String name, OrtEnvironment environment, OrtSession session)
                throws OrtException, Problem;
    }

    static <T> T load(String name, SessionOptions options, Source source, Wrapping<T> wrapping)
            throws Problem {
        OrtEnvironment environment = Native.environment();
        try (OrtSession.SessionOptions settings = settings(options)) {
            OrtSession session = source.open(environment, settings);
            try {
                return wrapping.wrap(name, environment, session);
            } catch (OrtException | Problem | RuntimeException failed) {
                session.close();
                throw failed;
            }
        } catch (OrtException refused) {
            throw Problem.of("runtime.load", name, Native.reason(refused)).causedBy(refused);
        }
    }

    static void requireFile(Path model) throws Problem {
        if (Files.isDirectory(model)) {
            throw Problem.of("file.isFolder", model);
        }
        if (!Files.exists(model)) {
            throw Problem.of("file.missing", model);
        }
        try {
            if (Files.size(model) == 0) {
                throw Problem.of("file.empty", model);
            }
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", model, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    /// The path without links: ONNX Runtime refuses weights that a link leads out of the folder.
    static Path real(Path model) throws Problem {
        try {
            return model.toRealPath();
        } catch (IOException failed) {
            throw Problem.of("file.cannotRead", model, String.valueOf(failed.getMessage()))
                    .causedBy(failed);
        }
    }

    static OrtSession.SessionOptions settings(SessionOptions options) throws OrtException {
        OrtSession.SessionOptions settings = new OrtSession.SessionOptions();
        settings.setIntraOpNumThreads(options.threads());
        settings.setInterOpNumThreads(1);
        settings.setOptimizationLevel(level(options.optimization()));
        String spinning = options.spinning() ? "1" : "0";
        settings.addConfigEntry("session.intra_op.allow_spinning", spinning);
        settings.addConfigEntry("session.inter_op.allow_spinning", spinning);
        if (options.foldsQuantization()) {
            settings.addConfigEntry("session.disable_quant_qdq", "1");
        }
        return settings;
    }

    private static OrtSession.SessionOptions.OptLevel level(SessionOptions.Optimization level) {
        return switch (level) {
            case NONE -> OrtSession.SessionOptions.OptLevel.NO_OPT;
            case BASIC -> OrtSession.SessionOptions.OptLevel.BASIC_OPT;
            case EXTENDED -> OrtSession.SessionOptions.OptLevel.EXTENDED_OPT;
            case ALL -> OrtSession.SessionOptions.OptLevel.ALL_OPT;
        };
    }
}
