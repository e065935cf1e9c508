# Makes the models in this folder; what each is for stands in its function.
#
#   python -m venv v && v/bin/pip install onnx==1.23.2 numpy==2.4.6 ml_dtypes==0.6.0 && v/bin/python make.py
#
# The folder `converted` has models that converters wrote; their origin stands in its README.md.
import os

import numpy as np
import onnx
from onnx import AttributeProto, TensorProto, helper, numpy_helper

assert onnx.__version__ == "1.23.2", onnx.__version__
here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(7)


def info(name, shape, kind=TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def model(graph, opset=18, domains=(), **more):
    imports = [helper.make_opsetid("", opset)] + [helper.make_opsetid(d, v) for d, v in domains]
    made = helper.make_model(graph, opset_imports=imports, producer_name="make.py", **more)
    made.ir_version = 10
    return made


def save(name, made, check=True):
    if check:
        onnx.checker.check_model(made)
    with open(os.path.join(here, name + ".onnx"), "wb") as out:
        out.write(made.SerializeToString())


def tiny():
    """Ends with its operator set, so that every cut of it is a damaged file."""
    w = numpy_helper.from_array(rng.standard_normal((4, 3)).astype(np.float32), "w")
    g = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["h"], name="mm"),
         helper.make_node("Relu", ["h"], ["y"], name="act")],
        "tiny", [info("x", ["N", 4])], [info("y", ["N", 3])], [w])
    return model(g)


def subgraphs():
    """If in Loop; the branches use values of the graphs around them."""
    then = helper.make_graph([helper.make_node("Add", ["acc_in", "one"], ["t"])], "then", [], [info("t", [1])])
    other = helper.make_graph([helper.make_node("Mul", ["acc_in", "x"], ["e"])], "else", [], [info("e", [1])])
    body = helper.make_graph(
        [helper.make_node("Identity", ["cond_in"], ["cond_out"]),
         helper.make_node("Greater", ["acc_in", "x"], ["bigger"]),
         helper.make_node("Squeeze", ["bigger"], ["scalar"]),
         helper.make_node("If", ["scalar"], ["acc_out"], then_branch=then, else_branch=other)],
        "body",
        [info("i", [], TensorProto.INT64), info("cond_in", [], TensorProto.BOOL), info("acc_in", [1])],
        [info("cond_out", [], TensorProto.BOOL), info("acc_out", [1])])
    g = helper.make_graph(
        [helper.make_node("Loop", ["count", "", "x"], ["y"], body=body, name="loop")],
        "outer", [info("x", [1])], [info("y", [1])],
        [helper.make_tensor("count", TensorProto.INT64, [], [3]),
         helper.make_tensor("one", TensorProto.FLOAT, [1], [1.0])])
    return model(g)


def functions():
    """A function with an attribute that the caller gives, one with a default, and metadata."""
    f = helper.make_function(
        "local", "ScaledRelu", ["X"], ["Y"],
        [helper.make_node("Constant", [], ["c"]),
         helper.make_node("Mul", ["X", "c"], ["m"]),
         helper.make_node("LeakyRelu", ["m"], ["Y"])],
        [helper.make_opsetid("", 18)], ["factor"],
        [helper.make_attribute("slope", 0.25)])
    for node, name, parameter in ((0, "value_float", "factor"), (2, "alpha", "slope")):
        a = f.node[node].attribute.add()
        a.name, a.ref_attr_name, a.type = name, parameter, AttributeProto.FLOAT
    f.doc_string = "scales, then leaks"
    g = helper.make_graph(
        [helper.make_node("ScaledRelu", ["x"], ["y"], domain="local", factor=2.0)],
        "caller", [info("x", ["N"])], [info("y", ["N"])])
    made = model(g, domains=[("local", 1)], functions=[f])
    helper.set_model_props(made, {"author": "someone", "课题": "测试"})
    entry = made.graph.node[0].metadata_props.add()
    entry.key, entry.value = "namespace", "block.0"
    entry = made.graph.metadata_props.add()
    entry.key, entry.value = "graph", "caller"
    return made


def types():
    """Sequence, optional and map types, a value without a type, a dimension of every kind."""
    seq = helper.make_tensor_sequence_value_info("s", TensorProto.FLOAT, ["N", None])
    maybe = helper.make_value_info("o", helper.make_optional_type_proto(
        helper.make_tensor_type_proto(TensorProto.INT64, [2])))
    zipped = helper.make_value_info("z", helper.make_sequence_type_proto(
        helper.make_map_type_proto(TensorProto.INT64, helper.make_tensor_type_proto(TensorProto.FLOAT, []))))
    g = helper.make_graph(
        [helper.make_node("SequenceConstruct", ["x"], ["s"]),
         helper.make_node("Optional", ["n"], ["o"]),
         helper.make_node("ZipMap", ["x"], ["z"], domain="ai.onnx.ml", classlabels_int64s=[0, 1, 2])],
        "types", [info("x", ["N", 3]), info("n", [2], TensorProto.INT64)], [seq, maybe, zipped])
    return model(g, domains=[("ai.onnx.ml", 3)])


def tensors():
    """Every element type as raw bytes and in its typed field, strings, a scalar, an empty tensor, a
    sparse initializer, quantization annotations."""
    made = []
    floats = np.array([0.0, -1.5, 3.25, 448.0])
    for kind in range(1, TensorProto.DataType.values()[-1] + 1):
        name = TensorProto.DataType.Name(kind).lower()
        if kind == TensorProto.STRING:
            made.append(helper.make_tensor(name, kind, [2, 2], [b"a", "\u5b57".encode(), b"", b"\xff\xfe"]))
            continue
        dtype = helper.tensor_dtype_to_np_dtype(kind)
        values = (np.array([0, 1, 1, 0]) if kind == TensorProto.BOOL else np.abs(floats) if name.startswith("uint") or "e8m0" in name else floats)
        with np.errstate(all="ignore"):
            array = np.clip(values, -1, 1).astype(dtype) if name in ("int2", "uint2", "int4", "uint4") else values.astype(dtype)
        raw = numpy_helper.from_array(array, name + "_raw")
        if kind not in (TensorProto.COMPLEX64, TensorProto.COMPLEX128):
            numbers[raw.name] = [float(v) for v in array]
        made.append(raw)
        try:
            typed = helper.make_tensor(name, kind, [4], array.astype(dtype).tolist() if kind not in (14, 15) else array)
            made.append(typed)
        except Exception as unsupported:  # the helper has no typed form for the newest types
            print(name, "only raw:", unsupported)
    made.append(helper.make_tensor("scalar", TensorProto.DOUBLE, [], [2.5]))
    made.append(helper.make_tensor("empty", TensorProto.FLOAT, [0, 3], []))
    sparse = helper.make_sparse_tensor(
        helper.make_tensor("sparse", TensorProto.FLOAT, [2], [1.0, 2.0]),
        helper.make_tensor("where", TensorProto.INT64, [2], [1, 5]), [2, 3])
    g = helper.make_graph(
        [helper.make_node("Identity", ["float"], ["y"])], "tensors", [], [info("y", [4])], made,
        sparse_initializer=[sparse])
    note = g.quantization_annotation.add()
    note.tensor_name = "float"
    entry = note.quant_parameter_tensor_names.add()
    entry.key, entry.value = "SCALE_TENSOR", "scalar"
    return model(g, opset=26)


def attributes():
    """Every kind of attribute, with documentation, one in the style of the first edition (no kind)
    and one whose string is not UTF-8."""
    t = helper.make_tensor("t", TensorProto.FLOAT, [1], [1.0])
    s = helper.make_sparse_tensor(
        helper.make_tensor("v", TensorProto.FLOAT, [1], [1.0]), helper.make_tensor("i", TensorProto.INT64, [1], [0]), [3])
    sub = helper.make_graph([helper.make_node("Identity", ["x"], ["q"])], "sub", [], [info("q", [1])])
    kind = helper.make_tensor_type_proto(TensorProto.FLOAT, [1])
    n = helper.make_node("Everything", ["x"], ["y"], domain="test.domain", f=0.5, i=-3, s="text", fs=[1.0, 2.0],
                         ints=[1, -2, 3], strings=["a", "b", "a"], t=t, ts=[t, t], g=sub, gs=[sub], sp=s, sps=[s],
                         tp=kind, tps=[kind, kind])
    n.attribute[0].doc_string = "documented"
    old = n.attribute.add()
    old.name, old.i = "old", 5
    odd = n.attribute.add()
    odd.name, odd.s, odd.type = "odd", b"\xff\xfe", AttributeProto.STRING
    n.doc_string = "a node"
    g = helper.make_graph([n], "attributes", [info("x", [1])], [info("y", [1])])
    return model(g, domains=[("test.domain", 1)])


def varint(n):
    out = b""
    while n > 127:
        out, n = out + bytes([n & 127 | 128]), n >> 7
    return out + bytes([n])


def field(number, payload):
    return varint(number << 3 | 2) + varint(len(payload)) + payload


def unknown():
    """By hand, since no library writes it: unknown fields on every level (a group among them),
    fields out of order, sizes packed, numbers spelled longer than needed, training information."""
    size = b"\x08\x84\x00" + b"\xa0\x06\x01"  # 4 spelled in two bytes, unknown field 100
    shape = field(1, size) + field(50, b"shape")
    tensor_type = field(2, shape) + b"\x08\x01" + field(60, b"inner type")
    kind = field(1, tensor_type) + field(6, b"IMAGE") + field(61, b"type")
    x = field(2, kind) + field(1, b"x") + field(62, b"value")
    y = field(1, b"y") + field(2, field(1, b"\x08\x01"))
    w = field(9, np.arange(4, dtype="<f4").tobytes()) + field(8, b"w") + field(1, b"\x04") + b"\x10\x01" + field(70, b"tensor")
    attribute = b"\xa0\x01\x02" + b"\x18\x00" + field(1, b"axis") + field(90, b"attribute")
    node = field(4, b"Gather") + field(2, b"y") + field(1, b"x") + field(1, b"w") + field(5, attribute) \
        + b"\xfb\x01" + b"\x08\x01" + field(2, b"in a group") + b"\xfc\x01"  # group 31
    graph = field(12, y) + field(11, x) + field(5, w) + field(1, node) + field(2, b"shuffled") + field(80, b"graph")
    bytes_ = b"\xc0\x3e\x07" + field(8, field(1, b"") + b"\x10\x12") + field(7, graph) + b"\x08\x0a" \
        + field(20, field(1, field(2, b"training"))) + field(200, b"model")
    with open(os.path.join(here, "unknown.onnx"), "wb") as out:
        out.write(b"\x08\x09" + bytes_)
    parsed = onnx.load_model_from_string(b"\x08\x09" + bytes_)
    assert parsed.graph.node[0].op_type == "Gather" and parsed.graph.initializer[0].dims == [4], parsed


def external():
    """Two tensors in one file beside the model, in a folder of their own."""
    big = numpy_helper.from_array(rng.standard_normal((16, 32)).astype(np.float32), "big")
    more = numpy_helper.from_array(rng.standard_normal((32, 16)).astype(np.float32), "more")
    g = helper.make_graph(
        [helper.make_node("MatMul", ["x", "big"], ["h"]), helper.make_node("MatMul", ["h", "more"], ["y"])],
        "external", [info("x", ["N", 16])], [info("y", ["N", 16])], [big, more])
    folder = os.path.join(here, "external")
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, "model.onnx")
    for stale in ("weights.bin",):
        if os.path.exists(os.path.join(folder, stale)):
            os.remove(os.path.join(folder, stale))
    onnx.save_model(model(g), target, save_as_external_data=True, location="weights.bin", size_threshold=0)


numbers = {}
save("tiny", tiny())
save("subgraphs", subgraphs())
save("functions", functions())
save("types", types())
save("tensors", tensors(), check=False)
save("attributes", attributes(), check=False)
unknown()
external()
def statistics():
    """What numpy says about tensors whose sums are hard: large offsets, many elements, NaN."""
    rows = {
        "offset": (rng.standard_normal(5000) + 1e6).astype(np.float32),
        "mixed": rng.standard_normal(3001).astype(np.float64) * np.logspace(-8, 8, 3001),
        "zeros": np.array([0, 0, -0.0, 3], np.float16),
        "counts": rng.integers(-100, 100, 700).astype(np.int64),
        "nan": np.array([1, np.nan, 0], np.float32),
        "infinite": np.array([1, np.inf, 0], np.float32),
        "flags": np.array([True, False, True]),
    }
    g = helper.make_graph([helper.make_node("Identity", ["zeros"], ["y"])], "statistics", [],
                          [info("y", [4], TensorProto.FLOAT16)], [numpy_helper.from_array(v, k) for k, v in rows.items()])
    save("statistics", model(g))
    with open(os.path.join(here, "statistics.tsv"), "w") as out, np.errstate(all="ignore"):
        for name, row in rows.items():
            wide = row.astype(np.float64)
            print(name, *(repr(float(v)) for v in (wide.min(), wide.max(), wide.mean(), wide.std(), (wide == 0).sum(), wide.sum())), sep="\t", file=out)


def costs():
    """Shapes that are not written down, to be inferred: 8*4*4*(2*9) + 128*5 + 5*7 multiply-adds."""
    g = helper.make_graph(
        [helper.make_node("Conv", ["x", "k"], ["c"], name="conv", strides=[2, 2], pads=[1, 1, 1, 1], group=2),
         helper.make_node("Flatten", ["c"], ["f"]),
         helper.make_node("Gemm", ["f", "w", "b"], ["g"], name="gemm", transB=1),
         helper.make_node("MatMul", ["g", "m"], ["y"], name="product")],
        "costs", [info("x", ["N", 4, 8, 8])], [info("y", ["N", 7])],
        [numpy_helper.from_array(rng.standard_normal(s).astype(np.float32), n)
         for n, s in (("k", (8, 2, 3, 3)), ("w", (5, 128)), ("b", (5,)), ("m", (5, 7)))])
    save("costs", model(g))


statistics()
costs()
with open(os.path.join(here, "tensors.tsv"), "w") as out:
    for name, row in numbers.items():
        print(name, *row, sep="\t", file=out)
