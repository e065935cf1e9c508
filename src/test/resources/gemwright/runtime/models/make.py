# Makes the small models that the session tests load.
# python 3.11, numpy 2.4.6, onnx 1.23.2
# usage: make.py (in this folder)
import pathlib

from onnx import TensorProto as T, checker, helper as h, save_model
import numpy as np
from onnx import numpy_helper as nh


def value(name, element, shape):
    return h.make_tensor_value_info(name, element, shape)


def save(name, nodes, inputs, outputs, constants=(), opset=17, metadata=None, ml=False, **how):
    sets = [h.make_opsetid("", opset)] + ([h.make_opsetid("ai.onnx.ml", 3)] if ml else [])
    graph = h.make_graph(nodes, name, inputs, outputs, list(constants))
    model = h.make_model(graph, opset_imports=sets, ir_version=8, producer_name="make.py")
    if metadata:
        h.set_model_props(model, metadata)
    if how.pop("check", True):
        checker.check_model(model)
    save_model(model, name + ".onnx", **how)


TYPES = {
    "float": T.FLOAT, "double": T.DOUBLE, "int8": T.INT8, "int16": T.INT16, "int32": T.INT32, "int64": T.INT64,
    "uint8": T.UINT8, "uint16": T.UINT16, "uint32": T.UINT32, "uint64": T.UINT64, "bool": T.BOOL, "string": T.STRING,
    "float16": T.FLOAT16, "bfloat16": T.BFLOAT16,
}
save(
    "types",
    [h.make_node("Identity", [name], [name + "_out"]) for name in TYPES],
    [value(name, element, ["N"]) for name, element in TYPES.items()],
    [value(name + "_out", element, ["N"]) for name, element in TYPES.items()],
)

scores = value("scores", T.FLOAT, ["N", 3])
maps = lambda key: h.make_value_info("maps", h.make_sequence_type_proto(h.make_map_type_proto(key, h.make_tensor_type_proto(T.FLOAT, []))))
save("zipmap_text", [h.make_node("ZipMap", ["scores"], ["maps"], domain="ai.onnx.ml", classlabels_strings=["no", "perhaps", "yes"])],
     [scores], [maps(T.STRING)], ml=True, check=False)
save("zipmap_number", [h.make_node("ZipMap", ["scores"], ["maps"], domain="ai.onnx.ml", classlabels_int64s=[2, 10, 30])],
     [scores], [maps(T.INT64)], ml=True, check=False)

pieces = h.make_tensor_sequence_value_info("pieces", T.FLOAT, None)
save("sequence_out", [h.make_node("SplitToSequence", ["x", "sizes"], ["pieces"], axis=0)],
     [value("x", T.FLOAT, ["N", 2])], [pieces], [nh.from_array(np.array([1, 2], np.int64), "sizes")])
save("sequence_in", [h.make_node("ConcatFromSequence", ["pieces"], ["x"], axis=0)],
     [pieces, value("y", T.FLOAT, [1])], [value("x", T.FLOAT, None)], check=False)

x2 = value("x", T.FLOAT, ["N", 2])
two = nh.from_array(np.array(2, np.float32), "two")
save("fixed_batch", [h.make_node("Mul", ["x", "two"], ["y"])],
     [value("x", T.FLOAT, [4, 2])], [value("y", T.FLOAT, [4, 2])], [two])
# says that it takes any number of rows, but was exported from one
save("one_row", [h.make_node("Reshape", ["x", "shape"], ["flat"]), h.make_node("Mul", ["flat", "two"], ["y"])],
     [x2], [value("y", T.FLOAT, ["N", 2])], [two, nh.from_array(np.array([1, 2], np.int64), "shape")])
save("columns", [h.make_node("Identity", ["age"], ["age_out"]), h.make_node("Identity", ["city"], ["city_out"]),
                 h.make_node("Identity", ["rooms"], ["rooms_out"])],
     [value("age", T.FLOAT, ["N", 1]), value("city", T.STRING, ["N", 1]), value("rooms", T.INT64, ["N", 1])],
     [value("age_out", T.FLOAT, ["N", 1]), value("city_out", T.STRING, ["N", 1]), value("rooms_out", T.INT64, ["N", 1])])
save("features", [h.make_node("Identity", ["X"], ["y"])], [value("X", T.FLOAT, ["N", 2])], [value("y", T.FLOAT, ["N", 2])],
     metadata={"gemwright.features": '["b", "a"]'})
save("image", [h.make_node("Identity", ["x"], ["y"])], [value("x", T.FLOAT, ["N", 1, 2, 2])], [value("y", T.FLOAT, ["N", 1, 2, 2])])
save("total", [h.make_node("Identity", ["x"], ["y"]), h.make_node("ReduceMax", ["x"], ["largest"], axes=[0], keepdims=1)],
     [x2], [value("y", T.FLOAT, ["N", 2]), value("largest", T.FLOAT, [1, 2])])
big = nh.from_array(np.arange(512, dtype=np.float32).reshape(2, 256), "w")
save("embedded", [h.make_node("MatMul", ["x", "w"], ["y"])], [x2], [value("y", T.FLOAT, ["N", 256])], [big])
pathlib.Path("external.data").unlink(missing_ok=True)
save("external", [h.make_node("MatMul", ["x", "w"], ["y"])], [x2], [value("y", T.FLOAT, ["N", 256])], [big],
     check=False, save_as_external_data=True, location="external.data", size_threshold=1024)
# an operator that ONNX Runtime has never heard of
save("unknown_operator", [h.make_node("Hocus", ["x"], ["y"])], [x2], [value("y", T.FLOAT, ["N", 2])], check=False)
