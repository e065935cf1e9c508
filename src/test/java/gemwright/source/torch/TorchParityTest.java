package gemwright.source.torch;

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
import gemwright.source.ConvertOptions;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Every fixture becomes a model that says what PyTorch said of it, at two batch sizes: see
/// `make.py` beside them.
class TorchParityTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/source/torch");

    /// float32 sums over some dozen terms, relative to the largest number of the output.
    private static final double TOLERANCE = 5e-6;

    @TestFactory
    Stream<DynamicTest> everyOperatorGivesWhatTorchGives() throws IOException {
        List<Path> cases = new ArrayList<>();
        for (String kind : List.of("module", "pt2", "script")) {
            try (Stream<Path> files = Files.walk(FIXTURES.resolve(kind), 2)) {
                List<Path> found = files.filter(f -> f.endsWith("case.json")).sorted().toList();
                assertFalse(found.isEmpty(), kind);
                found.forEach(file -> cases.add(Objects.requireNonNull(file.getParent())));
            }
        }
        return cases.stream()
                .map(folder -> DynamicTest.dynamicTest(folder.toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws Problem {
        Map<?, ?> expected =
                (Map<?, ?>) Objects.requireNonNull(Json.read(folder.resolve("case.json")));
        boolean exported = Files.exists(folder.resolve("model.pt2"));
        Path file = folder.resolve(exported ? "model.pt2" : "model.pt");
        try (SourceModel source = Sources.open(file, Progress.none())) {
            Model model = source.toOnnx(ConvertOptions.usual(), Progress.none()).model();
            assertEquals(List.of(), Checker.check(model));
            byte[] bytes = OnnxFile.encode(model);
            try (Session session =
                    Session.open(folder.toString(), bytes, SessionOptions.serving())) {
                for (Object set : list(expected, "sets")) {
                    check(session, (Map<?, ?>) set);
                }
            }
        }
    }

    private static void check(Session session, Map<?, ?> set) throws Problem {
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
            check(names.get(i), (Map<?, ?>) wanted.get(i), answer.array(names.get(i)));
        }
    }

    private static void check(String name, Map<?, ?> wanted, NdArray found) {
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
        assertArrayEquals(numbers, actual, TOLERANCE * largest, name);
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
