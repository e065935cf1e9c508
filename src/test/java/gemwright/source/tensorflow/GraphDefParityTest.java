package gemwright.source.tensorflow;

import gemwright.source.NetworkCase;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/// Every fixture becomes a model that says what TensorFlow said, at two batch sizes: see `make.py`
/// beside them.
class GraphDefParityTest {
    /// float32 sums over some dozen terms, relative to the largest number of the output.
    private static final double TOLERANCE = 2e-6;

    @TestFactory
    Stream<DynamicTest> everyOperatorGivesWhatTensorflowGives() throws IOException {
        return NetworkCase.all(
                Path.of("src/test/resources/gemwright/source/tensorflow"), TOLERANCE);
    }
}
