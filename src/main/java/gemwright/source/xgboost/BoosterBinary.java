package gemwright.source.xgboost;

import gemwright.base.Problem;
import gemwright.source.xgboost.Booster.Tree;
import gemwright.source.xgboost.BoosterTree.Leaves;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a booster from the binary format that `Booster.save_model` wrote by default until 2.0: the
/// structs of `LearnerModelParamLegacy`, `GBTreeModelParam` and `RegTree::Node`, little-endian.
final class BoosterBinary {
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private static final int MAGIC = 4;
    private static final int LEARNER = 136;
    private static final int TREES = 160;
    private static final int TREE = 148;
    private static final int NODE = 20;
    private static final int STATISTICS = 16;

    /// The highest bit of a node's column tells that missing numbers go left.
    private static final int DEFAULT_LEFT = 1 << 31;

    private final MemorySegment bytes;
    private final String where;
    private long at = MAGIC;

    private BoosterBinary(MemorySegment bytes, String where) {
        this.bytes = bytes;
        this.where = where;
    }

    /// Reads a booster; the bytes begin with `binf`.
    ///
    /// @param where the file, for the message
    static Booster read(MemorySegment bytes, String where) throws Problem {
        return new BoosterBinary(bytes, where).booster();
    }

    private Booster booster() throws Problem {
        long head = take(LEARNER);
        int features = integer(head + 4);
        int classes = integer(head + 8);
        boolean hasAttributes = integer(head + 12) != 0;
        String version = integer(head + 20) + "." + integer(head + 24);
        int groups = Math.max(1, Math.max(classes, integer(head + 28)));
        String objective = text();
        String booster = text();
        if (features < 0 || !(booster.equals("gbtree") || booster.equals("dart"))) {
            throw Problem.of("xgboost.binary", where, booster);
        }
        Booster.Trees trees = trees(booster.equals("dart"), groups);
        Map<String, String> attributes = hasAttributes ? attributes() : Map.of();
        return new Booster(
                version,
                objective,
                features,
                List.of(),
                List.of(),
                List.of(),
                groups,
                classes,
                List.of((double) bytes.get(FLOAT, head)),
                attributes,
                trees);
    }

    private Booster.Trees trees(boolean dart, int groups) throws Problem {
        long head = take(TREES);
        int count = integer(head);
        long step = (long) Math.max(1, integer(head + 4)) * groups;
        List<BoosterTree> trees = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            trees.add(tree());
        }
        if (count < 0 || count % step != 0) {
            throw damaged();
        }
        long info = take(4L * count);
        long factors = dart ? factors(count) : 0;
        List<Tree> all = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int group = integer(info + 4L * i);
            if (group < 0 || group >= groups) {
                throw damaged();
            }
            float factor = dart ? bytes.get(FLOAT, factors + 4L * i) : 1;
            all.add(new Tree(trees.get(i), group, factor));
            if ((i + 1) % step == 0) {
                ends.add(i + 1);
            }
        }
        return new Booster.Trees(all, ends);
    }

    private long factors(int count) throws Problem {
        if (length(4) != count) {
            throw damaged();
        }
        return take(4L * count);
    }

    private BoosterTree tree() throws Problem {
        long head = take(TREE);
        int count = integer(head + 4);
        int leafVector = integer(head + 20);
        if (count <= 0) {
            throw damaged();
        }
        long nodes = take((long) NODE * count);
        take((long) STATISTICS * count);
        if (leafVector > 1) {
            throw Problem.of("xgboost.binary", where, "size_leaf_vector = " + leafVector);
        }
        int[] left = new int[count];
        int[] right = new int[count];
        int[] feature = new int[count];
        float[] condition = new float[count];
        boolean[] defaultLeft = new boolean[count];
        for (int i = 0; i < count; i++) {
            long node = nodes + (long) NODE * i;
            left[i] = integer(node + 4);
            right[i] = integer(node + 8);
            int split = integer(node + 12);
            feature[i] = split & ~DEFAULT_LEFT;
            defaultLeft[i] = (split & DEFAULT_LEFT) != 0;
            condition[i] = bytes.get(FLOAT, node + 16);
        }
        Leaves leaves = Leaves.single(condition);
        return new BoosterTree(left, right, feature, condition, defaultLeft, Map.of(), leaves);
    }

    private Map<String, String> attributes() throws Problem {
        Map<String, String> attributes = new HashMap<>();
        for (long left = length(16); left > 0; left--) {
            String name = text();
            attributes.put(name, text());
        }
        return attributes;
    }

    private String text() throws Problem {
        long length = length(1);
        byte[] text = bytes.asSlice(take(length), length).toArray(ValueLayout.JAVA_BYTE);
        return new String(text, StandardCharsets.UTF_8);
    }

    /// A count of things that take at least so many bytes each.
    private long length(int bytesEach) throws Problem {
        long length = bytes.get(LONG, take(8));
        if (length < 0 || length > (bytes.byteSize() - at) / bytesEach) {
            throw damaged();
        }
        return length;
    }

    /// Steps over so many bytes, and tells where they begin.
    private long take(long length) throws Problem {
        if (length < 0 || length > bytes.byteSize() - at) {
            throw damaged();
        }
        long from = at;
        at += length;
        return from;
    }

    private int integer(long from) {
        return bytes.get(INT, from);
    }

    private Problem damaged() {
        return Problem.of("xgboost.cut", where + ", byte " + at);
    }
}
