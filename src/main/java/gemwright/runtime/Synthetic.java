package gemwright.runtime;

import gemwright.base.Problem;
import gemwright.data.NdArray;
import gemwright.onnx.Dimension;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Made-up inputs, always the same ones: to see whether a model runs where no real rows are given.
public final class Synthetic {
    private static final long SEED = 20_260_101;
    private static final long LENGTH = 8;
    private static final long MOST_ELEMENTS = 1 << 24;

    private Synthetic() {}

    /// Samples that the model runs on; none where it fails on what was made up.
    public static List<Map<String, NdArray>> samples(Session session) {
        try {
            session.requireTensorInputs();
            Map<String, NdArray> sample = sample(session.inputs());
            session.run(sample);
            return List.of(sample);
        } catch (Problem unsuitable) {
            // Made-up numbers that do not suit the model say nothing about it.
            return List.of();
        }
    }

    private static Map<String, NdArray> sample(List<Port> inputs) throws Problem {
        SplittableRandom random = new SplittableRandom(SEED);
        Map<String, Long> named = new HashMap<>();
        Map<String, NdArray> sample = new LinkedHashMap<>();
        for (Port input : inputs) {
            List<Long> shape = new ArrayList<>();
            for (Dimension dimension : input.dimensions()) {
                shape.add(size(dimension, shape.isEmpty(), named));
            }
            long size = shape.stream().reduce(1L, Math::multiplyExact);
            if (size > MOST_ELEMENTS) {
                throw Problem.of("runtime.noRows", input.name());
            }
            sample.put(input.name(), array(input, (int) size, shape, random));
        }
        return sample;
    }

    /// One row, and eight of whatever else is open; equal names are equal sizes.
    private static long size(Dimension dimension, boolean first, Map<String, Long> named) {
        return switch (dimension) {
            case Dimension.Fixed fixed -> fixed.size();
            case Dimension.Named name ->
                    named.computeIfAbsent(name.name(), n -> first ? 1 : LENGTH);
            case Dimension.Free free -> first ? 1 : LENGTH;
        };
    }

    private static NdArray array(Port input, int size, List<Long> shape, SplittableRandom random)
            throws Problem {
        long[] dimensions = shape.stream().mapToLong(Long::longValue).toArray();
        if (input.element().isFloating()) {
            double[] values = random.doubles(size, -1, 1).toArray();
            return Casting.cast(input.name(), NdArray.of(values, dimensions), input.element());
        }
        // Whole numbers are indices, mostly: 0 and 1 exist in nearly every table.
        long[] values = random.longs(size, 0, 2).toArray();
        return switch (input.element()) {
            case STRING -> NdArray.of(Collections.nCopies(size, ""), dimensions);
            case BOOL -> NdArray.of(new boolean[size], dimensions);
            default -> Casting.cast(input.name(), NdArray.of(values, dimensions), input.element());
        };
    }
}
