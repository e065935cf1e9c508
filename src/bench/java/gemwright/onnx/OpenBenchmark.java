package gemwright.onnx;

import java.nio.file.Files;
import java.nio.file.Path;

/// How long the first opening of a model takes in a fresh process, and how much heap it needs; then
/// how long writing it back takes. Run with `-Xmx64m`, for instance over a model of 500 MB:
///
/// ```
/// java -Xmx64m -cp target/classes src/bench/java/gemwright/onnx/OpenBenchmark.java dense.onnx
/// ```
public final class OpenBenchmark {
    private OpenBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path path = Path.of(arguments[0]);
        long start = System.nanoTime();
        try (OnnxFile file = OnnxFile.open(path)) {
            long opened = System.nanoTime();
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            System.out.printf(
                    "%,d bytes, %d nodes: opened in %.1f ms, %.1f MB of heap in use%n",
                    file.bytes(),
                    file.model().graph().nodes().size(),
                    (opened - start) / 1e6,
                    (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
            Path copy = Files.createTempFile("copy", ".onnx");
            long before = System.nanoTime();
            OnnxFile.write(file.model(), copy);
            System.out.printf("written in %.1f ms%n", (System.nanoTime() - before) / 1e6);
            System.out.println("same bytes: " + (Files.mismatch(path, copy) == -1));
            Files.delete(copy);
        }
    }
}
