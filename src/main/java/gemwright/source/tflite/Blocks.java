package gemwright.source.tflite;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Blocks of a picture moved to channels or to the batch, and back.
final class Blocks {
    static final Map<String, TfliteOperator> ALL = new HashMap<>();

    static {
        ALL.put("SPACE_TO_DEPTH", (in, g) -> depth(in, "SpaceToDepth", g));
        ALL.put("DEPTH_TO_SPACE", (in, g) -> depth(in, "DepthToSpace", g));
        ALL.put("SPACE_TO_BATCH_ND", Blocks::toBatch);
        ALL.put("BATCH_TO_SPACE_ND", Blocks::fromBatch);
    }

    private Blocks() {}

    private static List<Value> depth(Call in, String operator, SizedGraph g) throws Problem {
        Value y =
                g.node(operator)
                        .inputs(ChannelsLast.second(in.value(0), g))
                        .attribute("blocksize", in.positive(0, 0))
                        .output();
        return List.of(ChannelsLast.last(y, g));
    }

    /// Pads, and puts the elements of a block into as many pictures, the blocks' axes first.
    private static List<Value> toBatch(Call in, SizedGraph g) throws Problem {
        long[] block = in.constants(1, g);
        long[] pairs = in.constants(2, g);
        Value x = in.value(0);
        int rank = g.rank(x);
        requireBlocks(in, block, pairs, rank);
        long[] all = new long[2 * rank];
        System.arraycopy(pairs, 0, all, 2, pairs.length);
        if (java.util.Arrays.stream(all).anyMatch(p -> p != 0)) {
            x = g.op("Pad", x, g.vector(Movements.pads(all)));
        }
        List<Size> sizes = g.shape(x);
        int m = block.length;
        List<Size> split = new ArrayList<>(List.of(sizes.getFirst()));
        List<Size> joined = new ArrayList<>(List.of(sizes.getFirst().times(product(block))));
        for (int i = 0; i < m; i++) {
            Size places = sizes.get(i + 1).floorQuotient(Size.of(block[i]));
            split.add(places);
            split.add(Size.of(block[i]));
            joined.add(places);
        }
        split.addAll(sizes.subList(m + 1, rank));
        joined.addAll(sizes.subList(m + 1, rank));
        long[] order = new long[rank + m];
        for (int i = 0; i < m; i++) {
            order[i] = 2L * i + 2;
            order[m + 1 + i] = 2L * i + 1;
        }
        for (int i = 2 * m + 1; i < order.length; i++) {
            order[i] = i;
        }
        return List.of(g.reshape(g.transpose(g.reshape(x, split), order), joined));
    }

    private static void requireBlocks(Call in, long[] block, long[] pairs, int rank)
            throws Problem {
        boolean fit = pairs.length == 2 * block.length && block.length < rank;
        if (!fit || java.util.Arrays.stream(block).anyMatch(b -> b < 1)) {
            throw in.refused("tflite.axis", in.operator(), block.length, rank);
        }
    }

    private static Size product(long[] block) {
        return Size.of(java.util.Arrays.stream(block).reduce(1, Math::multiplyExact));
    }

    private static List<Value> fromBatch(Call in, SizedGraph g) throws Problem {
        long[] block = in.constants(1, g);
        long[] crops = in.constants(2, g);
        Value x = in.value(0);
        List<Size> sizes = g.shape(x);
        int rank = sizes.size();
        requireBlocks(in, block, crops, rank);
        int m = block.length;
        Size batch = sizes.getFirst().floorQuotient(product(block));
        List<Size> split = new ArrayList<>();
        List<Size> joined = new ArrayList<>(List.of(batch));
        for (int i = 0; i < m; i++) {
            split.add(Size.of(block[i]));
            joined.add(sizes.get(i + 1).times(Size.of(block[i])));
        }
        split.add(batch);
        split.addAll(sizes.subList(1, rank));
        joined.addAll(sizes.subList(m + 1, rank));
        long[] order = new long[rank + m];
        order[0] = m;
        for (int i = 0; i < m; i++) {
            order[2 * i + 1] = m + 1L + i;
            order[2 * i + 2] = i;
        }
        for (int i = 2 * m + 1; i < order.length; i++) {
            order[i] = i;
        }
        Value whole = g.reshape(g.transpose(g.reshape(x, split), order), joined);
        return List.of(cropped(whole, crops, joined, g));
    }

    private static Value cropped(Value x, long[] crops, List<Size> sizes, SizedGraph g) {
        if (java.util.Arrays.stream(crops).allMatch(c -> c == 0)) {
            return x;
        }
        long[] starts = new long[crops.length / 2];
        long[] axes = new long[starts.length];
        List<Size> ends = new ArrayList<>();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = crops[2 * i];
            axes[i] = i + 1L;
            ends.add(sizes.get(i + 1).minus(Size.of(crops[2 * i + 1])));
        }
        return g.op("Slice", x, g.vector(starts), g.vector(ends), g.vector(axes));
    }
}
