package gemwright.source.sklearn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Json;
import gemwright.base.Problem;
import gemwright.base.Progress;
import gemwright.data.Column;
import gemwright.data.ColumnKind;
import gemwright.data.DType;
import gemwright.data.Data;
import gemwright.data.NdArray;
import gemwright.data.ReadOptions;
import gemwright.data.Table;
import gemwright.onnx.Checker;
import gemwright.onnx.Model;
import gemwright.onnx.OnnxFile;
import gemwright.runtime.Answer;
import gemwright.runtime.Output;
import gemwright.runtime.Port;
import gemwright.runtime.Session;
import gemwright.runtime.SessionOptions;
import gemwright.source.ConvertOptions;
import gemwright.source.ConvertOptions.Precision;
import gemwright.source.SourceModel;
import gemwright.source.Sources;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Every fixture becomes a model that says what scikit-learn said: see `make.py` beside them.
class ParityTest {
    /// float32 sums over some dozen terms, relative to the largest number of the output.
    private static final double FLOAT = 1e-5;

    /// Both compute in double, in another order.
    private static final double DOUBLE = 1e-9;

    @TestFactory
    Stream<DynamicTest> inFloat() throws IOException {
        return cases().map(
                        c -> DynamicTest.dynamicTest(c.toString(), () -> c.check(Precision.FLOAT)));
    }

    @TestFactory
    Stream<DynamicTest> inDouble() throws IOException {
        return cases().map(
                        c ->
                                DynamicTest.dynamicTest(
                                        c.toString(), () -> c.check(Precision.DOUBLE)));
    }

    /// Libraries whose models become ONNX the way scikit-learn's do; each has a folder of fixtures.
    private static final List<String> LIBRARIES =
            List.of("sklearn", "catboost", "lightgbm", "xgboost");

    /// All fixtures, `RELEASE/CASE` or `LIBRARY/CASE`.
    static Stream<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String library : LIBRARIES) {
            try (Stream<Path> files = Files.walk(root(library), 3)) {
                List<Path> found = files.filter(file -> file.endsWith("case.json")).toList();
                assertFalse(found.isEmpty(), library);
                found.stream().sorted().forEach(file -> cases.add(new Case(parent(file))));
            }
        }
        return cases.stream();
    }

    static Path root() {
        return root("sklearn");
    }

    private static Path root(String library) {
        try {
            URL script = ParityTest.class.getResource("/gemwright/source/" + library + "/make.py");
            return parent(Path.of(Objects.requireNonNull(script).toURI()));
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    /// A folder with a model, its rows and its answers.
    record Case(Path folder) {
        Path model() throws Problem {
            return folder.resolve((String) member("model"));
        }

        private Object member(String name) throws Problem {
            Map<?, ?> json =
                    (Map<?, ?>) Objects.requireNonNull(Json.read(folder.resolve("case.json")));
            return Objects.requireNonNull(json.get(name));
        }

        private Object member(String name, String usual) throws Problem {
            Map<?, ?> json =
                    (Map<?, ?>) Objects.requireNonNull(Json.read(folder.resolve("case.json")));
            return json.containsKey(name) ? Objects.requireNonNull(json.get(name)) : usual;
        }

        /// XGBoost itself computes in float, so that double cannot come closer to it.
        double tolerance(Precision precision) throws Problem {
            boolean wide = member("library").toString().startsWith("scikit-learn");
            return precision == Precision.DOUBLE && wide ? DOUBLE : FLOAT;
        }

        void check(Precision precision) throws Problem {
            double tolerance = tolerance(precision);
            Model model = convert(precision);
            assertEquals(List.of(), Checker.check(model));
            byte[] bytes = OnnxFile.encode(model);
            try (Session session = Session.open(toString(), bytes, SessionOptions.serving())) {
                List<?> columns = (List<?>) member("columns");
                List<String> names = session.inputs().stream().map(Port::name).toList();
                // up to 0.24 only column transformers remember names
                if (columns.isEmpty() || names.equals(List.of("X"))) {
                    assertEquals(List.of("X"), names);
                } else {
                    // in the order of the data frame; what nothing reads has no input
                    assertEquals(columns.stream().filter(names::contains).toList(), names);
                }
                Answer answer = session.run(rows(session), Progress.none());
                List<?> outputs = (List<?>) member("outputs");
                assertEquals(outputs, answer.outputs().stream().map(Output::name).toList());
                for (Output output : answer.outputs()) {
                    compare(output.name(), answer.array(output.name()), tolerance);
                }
            }
        }

        private Model convert(Precision precision) throws Problem {
            ConvertOptions options =
                    new ConvertOptions(
                            OptionalInt.empty(), precision, List.of(), List.of(), Optional.empty());
            try (SourceModel source = Sources.open(model(), Progress.none())) {
                assertEquals(member("format", "sklearn"), source.format());
                return source.toOnnx(options, Progress.none()).model();
            }
        }

        private Table rows(Session session) throws Problem {
            ReadOptions options = ReadOptions.inferred();
            for (Map.Entry<String, ColumnKind> kind : session.columnKinds().entrySet()) {
                options = options.withKind(kind.getKey(), kind.getValue());
            }
            Table rows = Data.open(folder.resolve("inputs.csv"), options).read(Progress.none());
            List<String> features = session.features().orElse(List.of());
            List<Column> named = new ArrayList<>();
            for (int i = 0; i < rows.columns().size(); i++) {
                Column column = rows.columns().get(i);
                named.add(session.inputs().size() == 1 ? column.named(features.get(i)) : column);
            }
            return Table.of(named);
        }

        private void compare(String output, NdArray got, double tolerance) throws Problem {
            ReadOptions options = ReadOptions.inferred();
            if (got.dtype() == DType.STRING) {
                for (int i = 0; i < got.size() / got.rows(); i++) {
                    options = options.withKind("c" + i, ColumnKind.TEXT);
                }
            }
            Table wanted =
                    Data.open(folder.resolve(output + ".csv"), options).read(Progress.none());
            int width = wanted.columns().size();
            assertEquals((long) wanted.rows() * width, got.size(), output + " " + got.shape());
            double scale = 1;
            List<String> differences = new ArrayList<>();
            for (Column column : wanted.columns()) {
                for (int row = 0; got.dtype() != DType.STRING && row < wanted.rows(); row++) {
                    double size = Math.abs(column.number(row));
                    scale = Double.isFinite(size) ? Math.max(scale, size) : scale;
                }
            }
            for (int row = 0; row < wanted.rows(); row++) {
                for (int i = 0; i < width; i++) {
                    Column column = wanted.columns().get(i);
                    long at = (long) row * width + i;
                    if (got.dtype() == DType.STRING) {
                        assertEquals(column.text(row), got.text(at), output);
                    } else if (!close(column.number(row), got.number(at), tolerance * scale)) {
                        differences.add(row + ": " + column.number(row) + " but " + got.number(at));
                    }
                }
            }
            assertTrue(differences.isEmpty(), () -> output + " " + differences);
        }

        private static boolean close(double wanted, double got, double bound) {
            return Double.compare(wanted, got) == 0 || Math.abs(wanted - got) <= bound;
        }

        @Override
        public String toString() {
            return parent(folder).getFileName() + "/" + folder.getFileName();
        }
    }
}
