package gemwright.runtime;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.data.NdArray;

import org.jspecify.annotations.Nullable;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The process that [Proving] starts: loads the model that its first argument names, runs it on the
/// samples on standard input, and says on standard output, as one JSON document, what came out.
///
/// It may crash, hang or run out of memory: that is what it is for.
public final class ProvingChild {
    static final int REFUSED = 3;
    static final int OUT_OF_MEMORY = 5;

    private ProvingChild() {}

    /// Called by [Proving] only.
    ///
    /// @param arguments the model, and the number of threads
    public static void main(String[] arguments) {
        PrintStream out =
                new PrintStream(
                        new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int exit;
        try {
            out.println(Json.write(prove(Path.of(arguments[0]), Integer.parseInt(arguments[1]))));
            exit = 0;
        } catch (Problem refused) {
            out.println(Json.write(Json.object("reason", reason(refused))));
            exit = REFUSED;
        } catch (OutOfMemoryError full) {
            exit = OUT_OF_MEMORY;
        } catch (IOException | RuntimeException defect) {
            out.println(Json.write(Json.object("reason", defect.toString())));
            exit = REFUSED;
        }
        out.flush();
        Runtime.getRuntime().halt(exit);
    }

    private static String reason(Problem refused) {
        Problem.Part part = refused.parts().getFirst();
        return part.arguments().isEmpty()
                ? String.valueOf(refused.getMessage())
                : String.valueOf(part.arguments().getLast());
    }

    private static Map<String, @Nullable Object> prove(Path model, int threads)
            throws Problem, IOException {
        List<Map<String, NdArray>> samples = Samples.decode(System.in);
        long start = System.nanoTime();
        SessionOptions options = SessionOptions.serving().withThreads(threads);
        Map<String, Tally> tallies = new LinkedHashMap<>();
        try (Session session = Session.open(model, options)) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            for (Map<String, NdArray> sample : samples) {
                for (Output output : session.run(sample).outputs()) {
                    tallies.computeIfAbsent(output.name(), name -> new Tally()).add(output);
                }
            }
            List<Object> outputs = new ArrayList<>();
            tallies.forEach((name, tally) -> outputs.add(tally.json(name)));
            return Json.object("loadMillis", millis, "outputs", outputs);
        }
    }

    /// One output, over all samples.
    private static final class Tally {
        private String type = "";
        private long elements;
        private long notFinite;

        void add(Output output) {
            switch (output) {
                case Output.Tensor(String name, NdArray values) -> add(values);
                case Output.Scores(String name, NdArray values, List<String> classes) ->
                        add(values);
                case Output.Sequence(String name, List<NdArray> all) -> all.forEach(this::add);
            }
        }

        private void add(NdArray values) {
            type = values.toString();
            elements += values.size();
            if (values.dtype().real()) {
                for (long i = 0; i < values.size(); i++) {
                    notFinite += Double.isFinite(values.number(i)) ? 0 : 1;
                }
            }
        }

        Map<String, @Nullable Object> json(String name) {
            return Json.object(
                    "name", name, "type", type, "elements", elements, "notFinite", notFinite);
        }
    }
}
