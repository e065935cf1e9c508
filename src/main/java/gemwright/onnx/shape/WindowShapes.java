package gemwright.onnx.shape;

import gemwright.onnx.Floats;
import gemwright.onnx.Longs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Operators that slide a window over the axes behind the first two: convolution and pooling; and
/// those that pad or resize.
final class WindowShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    static {
        RULES.put("Conv", WindowShapes::conv);
        RULES.put("ConvTranspose", WindowShapes::convTranspose);
        RULES.put("MaxPool", WindowShapes::pool);
        RULES.put("AveragePool", WindowShapes::pool);
        RULES.put("LpPool", WindowShapes::pool);
        RULES.put("Pad", WindowShapes::pad);
        RULES.put("Resize", WindowShapes::resize);
        RULES.put("GridSample", WindowShapes::gridSample);
    }

    private WindowShapes() {}

    private static void conv(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        Optional<List<Size>> w = node.shape(1);
        if (x.isEmpty() || w.isEmpty()) {
            return;
        }
        Size channels = x.get().size() > 1 ? x.get().get(1) : Size.ZERO;
        Size taken =
                w.get().size() > 1
                        ? w.get().get(1).times(Size.of(node.node().integer("group", 1)))
                        : Size.ZERO;
        if (x.get().size() != w.get().size()) {
            node.conflict(x.get() + " with the kernel " + w.get());
            return;
        }
        node.same(channels, taken);
        List<Size> sizes = new ArrayList<>(List.of(x.get().get(0), w.get().get(0)));
        sizes.addAll(windows(node, x.get(), w.get().subList(2, w.get().size()), false));
        node.out(0, sizes);
    }

    private static void pool(NodeShapes node) {
        node.shape(0)
                .ifPresent(
                        x -> {
                            Longs kernel = node.node().integers("kernel_shape");
                            if (x.size() != kernel.size() + 2) {
                                node.conflict(x + " with the kernel " + kernel);
                                return;
                            }
                            List<Size> sizes = new ArrayList<>(x.subList(0, 2));
                            List<Size> window = kernel.stream().map(Size::of).toList();
                            boolean ceil = node.node().integer("ceil_mode", 0) != 0;
                            sizes.addAll(windows(node, x, window, ceil));
                            node.out(0, sizes);
                            node.out(1, sizes);
                        });
    }

    /// `floor((x + pads − dilation·(kernel − 1) − 1) / stride) + 1`.
    private static List<Size> windows(
            NodeShapes node, List<Size> x, List<Size> kernel, boolean ceil) {
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < kernel.size(); i++) {
            long stride = at(node.node().integers("strides"), i, 1);
            Size size = x.get(i + 2);
            if (node.node().text("auto_pad", "NOTSET").startsWith("SAME")) {
                Size rounded = size.plus(Size.of(stride - 1));
                sizes.add(rounded.floorQuotient(Size.of(stride)));
                continue;
            }
            long dilation = at(node.node().integers("dilations"), i, 1);
            Size reach = kernel.get(i).minus(Size.ONE).times(Size.of(dilation)).plus(Size.ONE);
            Size room = size.plus(pads(node, i, kernel.size())).minus(reach);
            if (room.isKnown() && room.number().orElse(0) < 0) {
                node.conflict("a window of " + reach + " in " + size);
            }
            Size steps = ceil ? room.plus(Size.of(stride - 1)) : room;
            Size count = steps.floorQuotient(Size.of(stride)).plus(Size.ONE);
            sizes.add(ceil ? startingInside(count, size, stride, node, i) : count);
        }
        return sizes;
    }

    /// A window that would start behind the data and its front padding is left out.
    private static Size startingInside(Size count, Size x, long stride, NodeShapes node, int axis) {
        if (!count.isKnown() || !x.isKnown()) {
            return count;
        }
        long n = count.number().orElse(0);
        long front = at(node.node().integers("pads"), axis, 0);
        return (n - 1) * stride >= x.number().orElse(0) + front ? Size.of(n - 1) : count;
    }

    private static Size pads(NodeShapes node, int axis, int rank) {
        Longs pads = node.node().integers("pads");
        return Size.of(at(pads, axis, 0) + at(pads, axis + rank, 0));
    }

    private static long at(Longs numbers, int index, long otherwise) {
        return index < numbers.size() ? numbers.at(index) : otherwise;
    }

    /// `stride·(x − 1) + output_padding + dilation·(kernel − 1) + 1 − pads`.
    private static void convTranspose(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        Optional<List<Size>> w = node.shape(1);
        if (x.isEmpty() || w.isEmpty()) {
            return;
        }
        if (x.get().size() != w.get().size() || x.get().size() < 3) {
            node.conflict(x.get() + " with the kernel " + w.get());
            return;
        }
        node.same(x.get().get(1), w.get().get(0));
        Size group = Size.of(node.node().integer("group", 1));
        List<Size> sizes = new ArrayList<>(List.of(x.get().get(0), w.get().get(1).times(group)));
        int rank = x.get().size() - 2;
        for (int i = 0; i < rank; i++) {
            Size stride = Size.of(at(node.node().integers("strides"), i, 1));
            Size more = Size.of(at(node.node().integers("output_padding"), i, 0));
            Size dilation = Size.of(at(node.node().integers("dilations"), i, 1));
            Size reach = w.get().get(i + 2).minus(Size.ONE).times(dilation).plus(Size.ONE);
            Size whole = x.get().get(i + 2).minus(Size.ONE).times(stride).plus(reach).plus(more);
            sizes.add(whole.minus(pads(node, i, rank)));
        }
        node.out(0, sizes);
    }

    private static void pad(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        Optional<List<Size>> pads = node.content(1);
        if (x.isEmpty()) {
            return;
        }
        int rank = x.get().size();
        List<Size> sizes = new ArrayList<>(x.get());
        Optional<List<Integer>> axes = node.has(3) ? node.axes(3, rank) : Optional.empty();
        boolean all = !node.has(3) && pads.filter(p -> p.size() == 2 * rank).isPresent();
        if (pads.isEmpty() || (!all && axes.isEmpty())) {
            sizes.replaceAll(s -> node.fresh(0, 0));
        } else {
            int count = pads.get().size() / 2;
            for (int i = 0; i < count; i++) {
                int axis = all ? i : axes.orElseThrow().get(i);
                Size more = pads.get().get(i).plus(pads.get().get(i + count));
                sizes.set(axis, sizes.get(axis).plus(more));
            }
        }
        node.out(0, sizes);
    }

    private static void resize(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        if (x.isEmpty()) {
            return;
        }
        Optional<List<Size>> target = node.content(3);
        Optional<Floats> scales = node.scales(2);
        int rank = x.get().size();
        List<Integer> axes = resized(node, rank);
        List<Size> sizes = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            int place = axes.indexOf(i);
            if (place < 0) {
                sizes.add(x.get().get(i));
            } else if (target.isPresent() && target.get().size() == axes.size()) {
                sizes.add(target.get().get(place));
            } else if (scales.isPresent() && scales.get().size() == axes.size()) {
                sizes.add(scaled(x.get().get(i), scales.get().at(place), node.fresh(0, i)));
            } else {
                sizes.add(node.fresh(0, i));
            }
        }
        node.out(0, sizes);
    }

    /// The axes that sizes or scales are given for: all where the node does not say.
    private static List<Integer> resized(NodeShapes node, int rank) {
        List<Integer> axes = new ArrayList<>();
        for (long axis : node.node().integers("axes")) {
            axes.add((int) (axis < 0 ? axis + rank : axis));
        }
        for (int i = 0; i < rank && node.node().integers("axes").isEmpty(); i++) {
            axes.add(i);
        }
        return axes;
    }

    /// `floor(size · scale)`.
    private static Size scaled(Size size, float scale, Size otherwise) {
        if (size.isKnown()) {
            return Size.of((long) Math.floor(size.number().orElse(0) * (double) scale));
        }
        return scale == (long) scale ? size.times(Size.of((long) scale)) : otherwise;
    }

    private static void gridSample(NodeShapes node) {
        Optional<List<Size>> x = node.shape(0);
        Optional<List<Size>> grid = node.shape(1);
        if (x.isPresent() && grid.isPresent() && x.get().size() == grid.get().size()) {
            List<Size> sizes = new ArrayList<>(x.get().subList(0, 2));
            sizes.addAll(grid.get().subList(1, grid.get().size() - 1));
            node.out(0, sizes);
        }
    }
}
