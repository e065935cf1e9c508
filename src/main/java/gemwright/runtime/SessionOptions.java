package gemwright.runtime;

import gemwright.base.Tasks;

/// How a model is loaded and run.
///
/// @param threads threads that work on one run, at least 1
/// @param optimization how far ONNX Runtime rewrites the graph when loading
/// @param spinning whether waiting threads burn processor time to answer a little sooner; only for
///   machines that do nothing else
/// @param foldsQuantization whether weights stored in INT8 or INT4 are turned back into floats when
///   loading: more memory, no work in each run (`session.disable_quant_qdq`)
public record SessionOptions(
        int threads, Optimization optimization, boolean spinning, boolean foldsQuantization) {

    /// Levels of ONNX Runtime's graph optimizer.
    public enum Optimization {
        /// The graph as it stands.
        NONE,
        /// Constants folded, what does nothing removed; the result is still plain ONNX.
        BASIC,
        /// Operators joined into ONNX Runtime's own.
        EXTENDED,
        /// Also layouts for this machine's processor.
        ALL
    }

    public SessionOptions {
        if (threads < 1) {
            throw new IllegalArgumentException("threads " + threads);
        }
    }

    /// For many rows at a time: all threads of this machine's share.
    public static SessionOptions batch() {
        return new SessionOptions(Tasks.threads(), Optimization.ALL, false, false);
    }

    /// For many small requests at a time: each runs on the thread that brings it.
    public static SessionOptions serving() {
        return new SessionOptions(1, Optimization.ALL, false, false);
    }

    /// The same with that many threads for one run.
    public SessionOptions withThreads(int threads) {
        return new SessionOptions(threads, optimization, spinning, foldsQuantization);
    }

    /// The same with another level of optimization.
    public SessionOptions withOptimization(Optimization optimization) {
        return new SessionOptions(threads, optimization, spinning, foldsQuantization);
    }

    /// The same with waiting threads that burn processor time, or not.
    public SessionOptions withSpinning(boolean spinning) {
        return new SessionOptions(threads, optimization, spinning, foldsQuantization);
    }

    /// The same with quantized weights turned back into floats when loading, or not.
    public SessionOptions withFoldsQuantization(boolean foldsQuantization) {
        return new SessionOptions(threads, optimization, spinning, foldsQuantization);
    }
}
