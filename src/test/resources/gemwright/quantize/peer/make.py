# Makes a small classifier, rows for it, and what onnxruntime.quantization's best setting makes of it.
# python 3.11, numpy 2.4.6, onnx 1.23.2, onnxruntime 1.32.0
# usage: make.py (in this folder)
import os
import numpy as np
import onnxruntime as ort
from onnx import TensorProto as T, helper as h, numpy_helper as nh, save_model
from onnxruntime.quantization import QuantType, quantize_dynamic

random = np.random.default_rng(5)
w1 = random.normal(size=(64, 96)).astype(np.float32) / 8
w1 *= random.lognormal(sigma=0.7, size=96).astype(np.float32)  # channels of different sizes, as trained models have
w2 = random.normal(size=(96, 10)).astype(np.float32) / 10
b1, b2 = random.normal(size=96).astype(np.float32) / 4, random.normal(size=10).astype(np.float32) / 4
nodes = [
    h.make_node("MatMul", ["x", "w1"], ["h1"], "first"), h.make_node("Add", ["h1", "b1"], ["h2"]), h.make_node("Relu", ["h2"], ["h3"]),
    h.make_node("Gemm", ["h3", "w2", "b2"], ["logits"], "second", transB=1),
]
constants = [nh.from_array(w1, "w1"), nh.from_array(b1, "b1"), nh.from_array(w2.T.copy(), "w2"), nh.from_array(b2, "b2")]
graph = h.make_graph(nodes, "classifier", [h.make_tensor_value_info("x", T.FLOAT, ["N", 64])],
                     [h.make_tensor_value_info("logits", T.FLOAT, ["N", 10])], constants)
save_model(h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8), "model.onnx")
rows = random.normal(size=(200, 64)).astype(np.float32)


def run(path):
    return ort.InferenceSession(path, providers=["CPUExecutionProvider"]).run(None, {"x": rows})[0]


quantize_dynamic("model.onnx", "peer.onnx", per_channel=True, weight_type=QuantType.QInt8)
original, peer = run("model.onnx"), run("peer.onnx")
labels = np.where(random.random(200) < 0.9, original.argmax(1), random.integers(0, 10, 200))
a, b = original.astype(np.float64).ravel(), peer.astype(np.float64).ravel()
np.savez("rows.npz", x=rows, label=labels)
np.savez("peer.npz", cosine=np.array([a @ b / (np.linalg.norm(a) * np.linalg.norm(b))]),
         accuracy=np.array([(peer.argmax(1) == labels).mean()]), bytes=np.array([os.path.getsize("peer.onnx")]))
os.remove("peer.onnx")
