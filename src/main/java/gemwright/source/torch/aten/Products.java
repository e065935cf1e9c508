package gemwright.source.torch.aten;

import gemwright.base.Problem;
import gemwright.onnx.Value;
import gemwright.onnx.shape.Size;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Products of matrices.
final class Products {
    static final Map<String, AtenOperator> ALL = new HashMap<>();

    static {
        ALL.put("linear", Products::linear);
        ALL.put("addmm", Products::addmm);
        ALL.put("baddbmm", Products::baddbmm);
        ALL.put("mm", (in, g) -> of(g.op("MatMul", in.tensor("self"), in.tensor("mat2"))));
        ALL.put("bmm", Products::bmm);
        ALL.put("mv", (in, g) -> of(g.op("MatMul", in.tensor("self"), in.tensor("vec"))));
        ALL.put("dot", (in, g) -> of(g.op("MatMul", in.tensor("self"), in.tensor("tensor"))));
        for (String name : List.of("matmul", "linalg_matmul", "inner")) {
            ALL.put(name, Products::matmul);
        }
        ALL.put("outer", Products::outer);
        ALL.put("einsum", Products::einsum);
        ALL.put("cosine_similarity", Products::cosine);
        ALL.put("bilinear", Products::bilinear);
    }

    private Products() {}

    private static AtenValue of(Value value) {
        return AtenValue.of(value);
    }

    private static AtenValue linear(Arguments in, AtenGraph g) throws Problem {
        Value x = in.tensor("input");
        return of(linear(x, in.tensor("weight"), in.optionalTensor("bias"), g));
    }

    /// `x · weightᵀ + bias`.
    static Value linear(Value x, Value weight, Optional<Value> bias, AtenGraph g) throws Problem {
        if (g.rank(x) == 2 && g.rank(weight) == 2) {
            var gemm = g.node("Gemm").inputs(x, weight).attribute("transB", 1L);
            return bias.map(b -> gemm.inputs(b).output()).orElseGet(gemm::output);
        }
        Value product = g.op("MatMul", x, g.rank(weight) == 2 ? g.transposed(weight) : weight);
        return bias.isPresent() ? g.op("Add", product, bias.get()) : product;
    }

    /// `beta · self + alpha · (mat1 · mat2)`; with a beta of 0 nothing of self counts.
    private static AtenValue addmm(Arguments in, AtenGraph g) throws Problem {
        float beta = (float) in.number("beta");
        Value self = in.tensor("self");
        var gemm = g.node("Gemm").inputs(in.tensor("mat1"), in.tensor("mat2"));
        if (beta != 0) {
            gemm.inputs(self).attribute("beta", beta);
        }
        return of(gemm.attribute("alpha", (float) in.number("alpha")).output());
    }

    /// A matrix that is the same for the whole batch is not repeated, as long as the other has the
    /// batch.
    private static AtenValue bmm(Arguments in, AtenGraph g) throws Problem {
        Value a = in.tensor("self");
        Value b = in.tensor("mat2");
        List<Size> left = g.shape(a);
        List<Size> right = g.shape(b);
        boolean whole = g.unrepeated(a).equals(a);
        Value product = g.op("MatMul", a, whole ? g.unrepeated(b) : b);
        return of(g.learnt(product, List.of(left.get(0), left.get(1), right.get(2))));
    }

    private static AtenValue baddbmm(Arguments in, AtenGraph g) throws Problem {
        if (in.knows("out_dtype")) {
            throw in.refused("out_dtype");
        }
        Value product = g.op("MatMul", in.tensor("batch1"), in.tensor("batch2"));
        Value self = in.tensor("self");
        double alpha = in.number("alpha");
        double beta = in.number("beta");
        if (alpha != 1) {
            product = g.op("Mul", product, g.number(alpha, product.type()));
        }
        if (beta == 0) {
            return of(product);
        }
        return of(
                g.op(
                        "Add",
                        beta == 1 ? self : g.op("Mul", self, g.number(beta, self.type())),
                        product));
    }

    private static AtenValue matmul(Arguments in, AtenGraph g) throws Problem {
        Value a = in.tensor("self");
        Value b = in.tensor("other");
        boolean inner = in.operator().equals("inner");
        return of(g.op("MatMul", a, inner && g.rank(b) > 1 ? g.transposed(b) : b));
    }

    private static AtenValue outer(Arguments in, AtenGraph g) throws Problem {
        Value a = g.unsqueeze(in.tensor("self"), 1);
        return of(g.op("Mul", a, g.unsqueeze(in.tensor("vec2"), 0)));
    }

    private static AtenValue einsum(Arguments in, AtenGraph g) throws Problem {
        in.ignore("path");
        String equation = in.text("equation").replace(" ", "");
        if (!equation.contains("->")) {
            throw in.refused("equation");
        }
        return of(
                g.node("Einsum")
                        .inputs(in.tensors("tensors"))
                        .attribute("equation", equation)
                        .output());
    }

    /// `x1 · x2 / (max(|x1|, eps) · max(|x2|, eps))`.
    private static AtenValue cosine(Arguments in, AtenGraph g) throws Problem {
        Value a = in.tensor("x1");
        Value b = in.tensor("x2");
        int rank = Math.max(g.rank(a), g.rank(b));
        int axis = g.axis(in.whole("dim"), rank, in, "dim") - rank;
        double eps = in.number("eps");
        Value product = sum(g.op("Mul", unit(a, axis, eps, g), unit(b, axis, eps, g)), axis, g);
        return of(product);
    }

    private static Value unit(Value x, long axis, double eps, AtenGraph g) {
        Value length =
                g.node("ReduceL2").inputs(x, g.vector(axis)).attribute("keepdims", 1L).output();
        return g.op("Div", x, g.op("Max", length, g.number(eps, x.type())));
    }

    private static Value sum(Value x, long axis, AtenGraph g) {
        return g.node("ReduceSum").inputs(x, g.vector(axis)).attribute("keepdims", 0L).output();
    }

    /// `x1ᵀ · weight[o] · x2 + bias[o]` for each output.
    private static AtenValue bilinear(Arguments in, AtenGraph g) throws Problem {
        Value a = in.tensor("input1");
        Value b = in.tensor("input2");
        List<Size> sizes = g.shape(a);
        List<Size> weight = g.shape(in.tensor("weight"));
        List<Size> flat = new ArrayList<>(sizes.subList(0, sizes.size() - 1));
        flat.add(weight.get(1).times(weight.get(2)));
        Value pairs = g.op("Mul", g.unsqueeze(a, -1), g.unsqueeze(b, -2));
        Value matrix =
                g.reshape(
                        in.tensor("weight"),
                        List.of(weight.get(0), weight.get(1).times(weight.get(2))));
        return of(linear(g.reshape(pairs, flat), matrix, in.optionalTensor("bias"), g));
    }
}
