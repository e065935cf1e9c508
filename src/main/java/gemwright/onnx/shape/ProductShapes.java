package gemwright.onnx.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Products of matrices and sums over named axes.
final class ProductShapes {
    static final Map<String, ShapeRule> RULES = new HashMap<>();

    static {
        RULES.put("MatMul", ProductShapes::matMul);
        RULES.put("Gemm", ProductShapes::gemm);
        RULES.put("Einsum", ProductShapes::einsum);
    }

    private ProductShapes() {}

    private static void matMul(NodeShapes node) {
        Optional<List<Size>> left = node.shape(0);
        Optional<List<Size>> right = node.shape(1);
        if (left.isEmpty() || right.isEmpty()) {
            return;
        }
        List<Size> a = left.get();
        List<Size> b = right.get();
        if (a.isEmpty() || b.isEmpty()) {
            node.conflict("a number is no matrix");
            return;
        }
        boolean row = a.size() == 1;
        boolean column = b.size() == 1;
        node.same(a.getLast(), b.get(column ? 0 : b.size() - 2));
        Optional<List<Size>> batch =
                ElementwiseShapes.of(
                        a.subList(0, Math.max(0, a.size() - 2)),
                        b.subList(0, Math.max(0, b.size() - 2)),
                        node);
        if (batch.isPresent()) {
            List<Size> sizes = new ArrayList<>(batch.get());
            if (!row) {
                sizes.add(a.get(a.size() - 2));
            }
            if (!column) {
                sizes.add(b.getLast());
            }
            node.out(0, sizes);
        }
    }

    private static void gemm(NodeShapes node) {
        Optional<List<Size>> a = node.shape(0);
        Optional<List<Size>> b = node.shape(1);
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        if (a.get().size() != 2 || b.get().size() != 2) {
            node.conflict(a.get() + " and " + b.get());
            return;
        }
        boolean turnedA = node.node().integer("transA", 0) != 0;
        boolean turnedB = node.node().integer("transB", 0) != 0;
        node.same(a.get().get(turnedA ? 0 : 1), b.get().get(turnedB ? 1 : 0));
        node.out(0, List.of(a.get().get(turnedA ? 1 : 0), b.get().get(turnedB ? 0 : 1)));
    }

    private static void einsum(NodeShapes node) {
        String equation = node.node().text("equation", "").replace(" ", "");
        int arrow = equation.indexOf("->");
        if (arrow < 0 || equation.contains("...")) {
            return;
        }
        String[] terms = equation.substring(0, arrow).split(",", -1);
        Map<Character, Size> sizes = new HashMap<>();
        for (int i = 0; i < terms.length; i++) {
            Optional<List<Size>> shape = node.shape(i);
            if (shape.isEmpty() || shape.get().size() != terms[i].length()) {
                shape.ifPresent(s -> node.conflict(equation + " of " + s));
                return;
            }
            for (int d = 0; d < terms[i].length(); d++) {
                sizes.merge(terms[i].charAt(d), shape.get().get(d), (x, y) -> x.isKnown() ? x : y);
            }
        }
        List<Size> result = new ArrayList<>();
        for (char letter : equation.substring(arrow + 2).toCharArray()) {
            result.add(sizes.getOrDefault(letter, node.fresh(0, result.size())));
        }
        node.out(0, result);
    }
}
