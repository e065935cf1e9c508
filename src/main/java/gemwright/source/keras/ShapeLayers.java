package gemwright.source.keras;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;
import gemwright.source.sized.ChannelsLast;
import gemwright.source.sized.SizedGraph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The same elements in another shape.
final class ShapeLayers {
    static final Map<String, Layer> ALL = new HashMap<>();

    static {
        ALL.put("Flatten", ShapeLayers::flatten);
        ALL.put("Reshape", ShapeLayers::reshape);
        ALL.put("Permute", ShapeLayers::permute);
        ALL.put("RepeatVector", ShapeLayers::repeat);
    }

    private ShapeLayers() {}

    private static List<Value> flatten(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        if (!in.channelsLast() && g.rank(x) > 2) {
            x = ChannelsLast.last(x, g);
        }
        return List.of(g.rank(x) == 1 ? g.unsqueeze(x, 1) : g.op("Flatten", x));
    }

    private static List<Value> reshape(LayerCall in, SizedGraph g) throws Problem {
        Value x = in.input();
        long[] target = in.settings().wholes("target_shape");
        List<Size> sizes = new ArrayList<>(List.of(g.shape(x).getFirst()));
        Size elements = Size.ONE;
        for (Size size : g.shape(x).subList(1, g.rank(x))) {
            elements = elements.times(size);
        }
        Size known = Size.ONE;
        for (long size : target) {
            known = size == -1 ? known : known.times(Size.of(size));
        }
        for (long size : target) {
            sizes.add(size == -1 ? elements.floorQuotient(known) : Size.of(size));
        }
        return List.of(g.reshape(x, sizes));
    }

    private static List<Value> permute(LayerCall in, SizedGraph g) throws Problem {
        long[] axes = in.settings().wholes("dims");
        long[] order = new long[axes.length + 1];
        System.arraycopy(axes, 0, order, 1, axes.length);
        if (order.length != g.rank(in.input())) {
            throw in.settings().refused("dims");
        }
        return List.of(g.transpose(in.input(), order));
    }

    private static List<Value> repeat(LayerCall in, SizedGraph g) throws Problem {
        Value x = g.unsqueeze(in.input(), 1);
        return List.of(g.op("Tile", x, g.vector(1, in.settings().whole("n", 1), 1)));
    }
}
