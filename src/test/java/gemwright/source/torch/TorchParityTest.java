package gemwright.source.torch;

import gemwright.source.NetworkCase;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every fixture becomes a model that says what PyTorch said of it, at two batch sizes: see
/// `make.py` beside them.
class TorchParityTest {
    private static final Path FIXTURES = Path.of("src/test/resources/gemwright/source/torch");

    /// float32 sums over some dozen terms, relative to the largest number of the output.
    private static final double TOLERANCE = 5e-6;

    @TestFactory
    Stream<DynamicTest> everyOperatorGivesWhatTorchGives() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String kind : List.of("module", "pt2", "script")) {
            NetworkCase.all(FIXTURES.resolve(kind), TOLERANCE).forEach(tests::add);
        }
        return tests.stream();
    }
}
