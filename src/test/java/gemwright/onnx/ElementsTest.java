package gemwright.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gemwright.base.Problem;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

class ElementsTest {
    private final Graph graph = graph();

    private static Graph graph() {
        try {
            return OnnxFile.read(Fixtures.bytes("tensors.onnx"), "tensors").graph();
        } catch (Problem damaged) {
            throw new IllegalStateException(damaged);
        }
    }

    @Test
    void everyTypeReadsAsNumpyReadsIt() throws IOException {
        for (String line : Files.readAllLines(Fixtures.model("tensors.tsv"))) {
            String[] fields = line.split("\t", -1);
            double[] expected =
                    Arrays.stream(fields)
                            .skip(1)
                            .mapToDouble(f -> Double.parseDouble(f.replace("nan", "NaN")))
                            .toArray();
            Tensor raw = graph.initializer(fields[0]).orElseThrow();
            Optional<Tensor> typed = graph.initializer(fields[0].replace("_raw", ""));

            assertArrayEquals(expected, raw.doubles(), fields[0]);
            typed.ifPresent(t -> assertTrue(t.data().contentEquals(raw.data()), fields[0]));
        }
    }

    @Test
    void complexNumbersHaveTheSameBytesEitherWay() {
        for (String name : List.of("complex64", "complex128")) {
            Tensor raw = graph.initializer(name + "_raw").orElseThrow();
            assertTrue(
                    graph.initializer(name).orElseThrow().data().contentEquals(raw.data()), name);
        }
    }

    @Test
    void stringsAreReadAndBytesThatAreNoTextStay() {
        Tensor strings = graph.initializer("string").orElseThrow();

        assertEquals(List.of("a", "字", "", "\uFFFD\uFFFD"), strings.strings());
        assertEquals(6, strings.data().bytes());
    }

    @Test
    void scalarsAndEmptyTensorsHaveTheirSize() {
        assertEquals(1, graph.initializer("scalar").orElseThrow().size());
        assertArrayEquals(new float[0], graph.initializer("empty").orElseThrow().floats());
    }

    @Test
    void unsignedNumbersKeepTheirSize() {
        Elements elements =
                new Elements(ElementType.UINT64, MemorySegment.ofArray(new long[] {-1}), 1);

        assertEquals(0x1p64, elements.number(0));
        assertEquals(-1, elements.integer(0));
    }

    @Test
    void contentIsComparedBitForBit() {
        assertTrue(TensorData.of(1f, 2f).contentEquals(TensorData.of(1f, 2f)));
        assertFalse(TensorData.of(0f).contentEquals(TensorData.of(-0f)));
        assertTrue(
                TensorData.streamed(2, out -> out.write(new byte[] {1, 2}))
                        .contentEquals(TensorData.of((byte) 1, (byte) 2)));
        assertFalse(TensorData.of(List.of("a")).contentEquals(TensorData.of((byte) 97)));
    }
}
