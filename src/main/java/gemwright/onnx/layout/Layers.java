package gemwright.onnx.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Vertices by layer: puts each layer in an order with few crossings, then gives each vertex its
/// place from left to right.
final class Layers {
    private static final int SWEEPS = 6;
    private static final double GAP = 20;

    private final List<List<Vertex>> layers = new ArrayList<>();
    private double width;

    Layers(List<Vertex> vertices) {
        for (Vertex vertex : vertices) {
            while (layers.size() <= vertex.layer) {
                layers.add(new ArrayList<>());
            }
            List<Vertex> layer = layers.get(vertex.layer);
            vertex.position = layer.size();
            layer.add(vertex);
        }
    }

    /// How wide the widest layer is, once placed.
    double width() {
        return width;
    }

    /// Sorts each layer by the mean position of its neighbours, downwards and upwards in turn.
    void order() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep % 2 == 0) {
                layers.forEach(layer -> sort(layer, v -> v.above));
            } else {
                layers.reversed().forEach(layer -> sort(layer, v -> v.below));
            }
        }
    }

    private static void sort(List<Vertex> layer, Function<Vertex, List<Vertex>> neighbours) {
        for (Vertex vertex : layer) {
            vertex.centre =
                    neighbours.apply(vertex).stream()
                            .mapToInt(v -> v.position)
                            .average()
                            .orElse(vertex.position);
        }
        layer.sort(Comparator.comparingDouble(v -> v.centre)); // stable: ties keep their order
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).position = i;
        }
    }

    /// Moves each vertex towards the mean place of its neighbours, as near as the ones beside it
    /// allow.
    void place() {
        for (List<Vertex> layer : layers) {
            double at = 0;
            for (Vertex vertex : layer) {
                vertex.centre = at + vertex.width / 2;
                at += vertex.width + GAP;
            }
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            if (sweep % 2 == 0) {
                layers.forEach(layer -> pull(layer, v -> v.above));
            } else {
                layers.reversed().forEach(layer -> pull(layer, v -> v.below));
            }
        }
        moveToOrigin();
    }

    /// Least squares under "each stays right of the one before": pool adjacent violators. In
    /// coordinates from which the widths before are taken, the order is all that is left to keep.
    private static void pull(List<Vertex> layer, Function<Vertex, List<Vertex>> neighbours) {
        double[] sum = new double[layer.size()];
        int[] count = new int[layer.size()];
        int blocks = 0;
        double shift = 0;
        double[] shifts = new double[layer.size()];
        for (int i = 0; i < layer.size(); i++) {
            Vertex vertex = layer.get(i);
            if (i > 0) {
                shift += (layer.get(i - 1).width + vertex.width) / 2 + GAP;
            }
            shifts[i] = shift;
            sum[blocks] = wish(vertex, neighbours) - shift;
            count[blocks] = 1;
            blocks++;
            while (blocks > 1 && mean(sum, count, blocks - 2) > mean(sum, count, blocks - 1)) {
                blocks--;
                sum[blocks - 1] += sum[blocks];
                count[blocks - 1] += count[blocks];
            }
        }
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int member = 0; member < count[block]; member++, i++) {
                layer.get(i).centre = mean(sum, count, block) + shifts[i];
            }
        }
    }

    private static double mean(double[] sum, int[] count, int block) {
        return sum[block] / count[block];
    }

    private static double wish(Vertex vertex, Function<Vertex, List<Vertex>> neighbours) {
        return neighbours.apply(vertex).stream()
                .mapToDouble(v -> v.centre)
                .average()
                .orElse(vertex.centre);
    }

    private void moveToOrigin() {
        double left = Double.MAX_VALUE;
        double right = 0;
        for (List<Vertex> layer : layers) {
            for (Vertex vertex : layer) {
                left = Math.min(left, vertex.centre - vertex.width / 2);
            }
        }
        for (List<Vertex> layer : layers) {
            for (Vertex vertex : layer) {
                vertex.centre -= left;
                right = Math.max(right, vertex.centre + vertex.width / 2);
            }
        }
        width = right;
    }
}
