package gemwright.runtime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/// Ends a run from another thread: the run fails as soon as the node that it is in has ended.
/// Closed by whoever started the run, after it.
public final class Stop implements AutoCloseable {
    private final OrtSession.RunOptions options;
    private boolean closed;

    /// For one run.
    public Stop() {
        try {
            options = new OrtSession.RunOptions();
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime gives no run options", failed);
        }
    }

    /// Ends the run, where it has not ended by itself.
    public synchronized void now() {
        try {
            if (!closed) {
                options.setTerminate(true);
            }
        } catch (OrtException failed) {
            throw new IllegalStateException("ONNX Runtime does not stop a run", failed);
        }
    }

    OrtSession.RunOptions options() {
        return options;
    }

    @Override
    public synchronized void close() {
        closed = true;
        options.close();
    }
}
