package gemwright.source;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.NdArray;
import gemwright.onnx.Checker;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Answer;
import gemwright.runtime.Port;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;

import org.junit.jupiter.api.DynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// A folder with a network's file (or folder) `model…`, and in `case.json` what its own library
/// answered at two batch sizes.
public final class NetworkCase {
    private NetworkCase() {}

    /// A test for each folder with a case.
    ///
    /// @param tolerance largest difference, relative to the largest number of the output
    public static Stream<DynamicTest> all(Path fixtures, double tolerance) throws IOException {
        try (Stream<Path> files = Files.walk(fixtures, 2)) {
            List<Path> found = files.filter(f -> f.endsWith("case.json")).sorted().toList();
            assertFalse(found.isEmpty(), fixtures.toString());
            return found.stream()
                    .map(file -> Objects.requireNonNull(file.getParent()))
                    .map(
                            folder ->
                                    DynamicTest.dynamicTest(
                                            folder.toString(), () -> check(folder, tolerance)));
        }
    }

    private static Path model(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith("model"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void check(Path folder, double tolerance) throws Problem, IOException {
        Map<?, ?> expected =
                (Map<?, ?>) Objects.requireNonNull(Json.read(folder.resolve("case.json")));
        try (SourceModel source = Sources.open(model(folder), Progress.none())) {
            Model model = source.toOnnx(ConvertOptions.usual(), Progress.none()).model();
            assertEquals(List.of(), Checker.check(model));
            byte[] bytes = OnnxFile.encode(model);
            try (Session session =
                    Session.open(folder.toString(), bytes, SessionOptions.serving())) {
                for (Object set : list(expected, "sets")) {
                    check(session, (Map<?, ?>) set, tolerance);
                }
            }
        }
    }

    private static void check(Session session, Map<?, ?> set, double tolerance) throws Problem {
        Map<String, NdArray> inputs = new LinkedHashMap<>();
        List<?> given = list(set, "inputs");
        for (int i = 0; i < given.size(); i++) {
            inputs.put(session.inputs().get(i).name(), array((Map<?, ?>) given.get(i)));
        }
        Answer answer = session.run(inputs);
        List<String> names = session.outputs().stream().map(Port::name).toList();
        List<?> wanted = list(set, "outputs");
        assertEquals(wanted.size(), names.size());
        for (int i = 0; i < names.size(); i++) {
            check(names.get(i), (Map<?, ?>) wanted.get(i), answer.array(names.get(i)), tolerance);
        }
    }

    private static void check(String name, Map<?, ?> wanted, NdArray found, double tolerance) {
        assertEquals(list(wanted, "shape"), found.shape(), name);
        double[] numbers = numbers(wanted);
        double largest = 1;
        for (double number : numbers) {
            largest = Double.isFinite(number) ? Math.max(largest, Math.abs(number)) : largest;
        }
        double[] actual = new double[numbers.length];
        for (int i = 0; i < actual.length; i++) {
            actual[i] = found.number(i);
        }
        assertArrayEquals(numbers, actual, tolerance * largest, name);
    }

    private static List<?> list(Map<?, ?> map, String key) {
        return (List<?>) Objects.requireNonNull(map.get(key));
    }

    private static double[] numbers(Map<?, ?> tensor) {
        return list(tensor, "values").stream()
                .mapToDouble(
                        v ->
                                v instanceof Number n
                                        ? n.doubleValue()
                                        : Double.parseDouble(
                                                v.toString()
                                                        .replace("inf", "Infinity")
                                                        .replace("nan", "NaN")))
                .toArray();
    }

    private static NdArray array(Map<?, ?> tensor) {
        long[] shape = list(tensor, "shape").stream().mapToLong(v -> (Long) v).toArray();
        double[] numbers = numbers(tensor);
        if ("int32".equals(tensor.get("dtype"))) {
            int[] whole = new int[numbers.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (int) numbers[i];
            }
            return NdArray.of(whole, shape);
        }
        if ("bool".equals(tensor.get("dtype"))) {
            boolean[] truths = new boolean[numbers.length];
            for (int i = 0; i < truths.length; i++) {
                truths[i] = numbers[i] != 0;
            }
            return NdArray.of(truths, shape);
        }
        if ("int64".equals(tensor.get("dtype"))) {
            long[] whole = new long[numbers.length];
            for (int i = 0; i < whole.length; i++) {
                whole[i] = (long) numbers[i];
            }
            return NdArray.of(whole, shape);
        }
        float[] floats = new float[numbers.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) numbers[i];
        }
        return NdArray.of(floats, shape);
    }
}
