package gemwright.source.sized;

import gemwright.onnx.Longs;
import gemwright.onnx.NodeBuilder;
import gemwright.onnx.shape.Size;

import java.util.List;
import java.util.stream.LongStream;

/// How a window walks over the axes of a picture: the same for convolutions and pools.
///
/// @param kernel sizes of the window
/// @param strides steps from one place to the next
/// @param dilations distances between the window's elements
/// @param padding what is put around the picture
public record Window(Longs kernel, Longs strides, Longs dilations, Padding padding) {
    /// What is put around a picture before a window walks over it.
    public sealed interface Padding {
        /// As much as gives `ceil(size / stride)` places, the odd one at the back: TensorFlow's
        /// `SAME`.
        record Same() implements Padding {}

        /// Nothing: TensorFlow's `VALID`.
        record Valid() implements Padding {}

        /// So much in front of and behind each axis.
        ///
        /// @param pads front of all axes, then back of all axes
        record Explicit(Longs pads) implements Padding {}
    }

    /// A window without holes.
    public static Window of(long[] kernel, long[] strides, Padding padding) {
        long[] ones = LongStream.generate(() -> 1).limit(kernel.length).toArray();
        return new Window(Longs.of(kernel), Longs.of(strides), Longs.of(ones), padding);
    }

    /// Number of axes that it walks over.
    public int axes() {
        return kernel.size();
    }

    /// This window with distances between its elements.
    public Window dilated(long... distances) {
        return new Window(kernel, strides, Longs.of(distances), padding);
    }

    /// How far it reaches along an axis.
    public long reach(int axis) {
        return dilations.at(axis) * (kernel.at(axis) - 1) + 1;
    }

    /// Tells a node of this window: strides, dilations where there are some, and padding.
    ///
    /// @param picture sizes of the axes that it walks over
    public NodeBuilder on(NodeBuilder node, List<Size> picture) {
        node.attribute("kernel_shape", kernel.toLongs()).attribute("strides", strides.toLongs());
        if (dilations.stream().anyMatch(d -> d != 1)) {
            node.attribute("dilations", dilations.toLongs());
        }
        return switch (padding) {
            case Padding.Valid() -> node;
            case Padding.Explicit(Longs pads) -> node.attribute("pads", pads.toLongs());
            case Padding.Same() -> same(node, picture);
        };
    }

    private NodeBuilder same(NodeBuilder node, List<Size> picture) {
        long[] pads = new long[2 * axes()];
        for (int axis = 0; axis < axes(); axis++) {
            long step = strides.at(axis);
            Size size = picture.get(axis);
            if (step > 1 && !size.isKnown()) {
                return node.attribute("auto_pad", "SAME_UPPER");
            }
            long all =
                    step == 1
                            ? reach(axis) - 1
                            : missing(size.number().orElseThrow(), step, reach(axis));
            pads[axis] = all / 2;
            pads[axis + axes()] = all - all / 2;
        }
        return LongStream.of(pads).anyMatch(p -> p != 0) ? node.attribute("pads", pads) : node;
    }

    private static long missing(long size, long step, long reach) {
        return Math.max(0, (Math.ceilDiv(size, step) - 1) * step + reach - size);
    }
}
