"""Makes the models that the serving tests use, and what ONNX Runtime's Python side answers.

python 3.11; pip install scikit-learn==1.9.1 skl2onnx==1.20.0 onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6

clf       StandardScaler + LogisticRegression on the first ten features of scikit-learn's breast cancer data; [N, 10], unnamed
opposite  the same with the classes exchanged, to tell two versions apart
zipmap    the same, answering with a list of maps
credit    [N, 2], features age and income by name; a missing age is imputed, a missing income is not
people    one input a feature: float, string, int64, bool
masked    two whole arrays, [batch, n]
turns     counts to the number asked, one turn of a loop each: 1e12 takes for ever
"""
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime
from onnx import TensorProto, helper, save
from skl2onnx import to_onnx
from sklearn.datasets import load_breast_cancer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

HERE = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
OPSETS = [helper.make_opsetid("", 17), helper.make_opsetid("ai.onnx.ml", 3)]


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def write(name, nodes, inputs, outputs, initializers=(), **metadata):
    graph = helper.make_graph(nodes, name, inputs, outputs, list(initializers))
    model = helper.make_model(graph, opset_imports=OPSETS, ir_version=8, producer_name="make.py")
    helper.set_model_props(model, metadata)
    save(model, HERE / f"{name}.onnx")


X, y = load_breast_cancer(return_X_y=True)
X = X[:, :10].astype(np.float32)
for name, target, zipmap in (("clf", y, False), ("opposite", 1 - y, False), ("zipmap", y, True)):
    fitted = make_pipeline(StandardScaler(), LogisticRegression(max_iter=1000)).fit(X, target)
    onnx = to_onnx(fitted, X[:1], options={id(fitted): {"zipmap": zipmap}}, target_opset=17)
    (HERE / f"{name}.onnx").write_bytes(onnx.SerializeToString())

write(
    "credit",
    [
        helper.make_node("ArrayFeatureExtractor", ["X", "first"], ["age"], domain="ai.onnx.ml"),
        helper.make_node("ArrayFeatureExtractor", ["X", "second"], ["income"], domain="ai.onnx.ml"),
        helper.make_node("Imputer", ["age"], ["filled"], domain="ai.onnx.ml",
                         imputed_value_floats=[40.0], replaced_value_float=float("nan")),
        helper.make_node("Concat", ["filled", "income"], ["both"], axis=1),
        helper.make_node("LinearRegressor", ["both"], ["variable"], domain="ai.onnx.ml",
                         coefficients=[0.5, 0.001], intercepts=[1.0], targets=1),
    ],
    [value("X", TensorProto.FLOAT, ["N", 2])],
    [value("variable", TensorProto.FLOAT, ["N", 1])],
    [helper.make_tensor("first", TensorProto.INT64, [1], [0]),
     helper.make_tensor("second", TensorProto.INT64, [1], [1])],
    **{"gemwright.features": json.dumps(["age", "income"])},
)
write(
    "people",
    [
        helper.make_node("Cast", ["visits"], ["visits_float"], to=TensorProto.FLOAT),
        helper.make_node("Cast", ["member"], ["member_float"], to=TensorProto.FLOAT),
        helper.make_node("Sum", ["age", "visits_float", "member_float"], ["score"]),
        helper.make_node("Reshape", ["city", "flat"], ["label"]),
    ],
    [value("age", TensorProto.FLOAT, ["N", 1]), value("city", TensorProto.STRING, ["N", 1]),
     value("visits", TensorProto.INT64, ["N", 1]), value("member", TensorProto.BOOL, ["N", 1])],
    [value("label", TensorProto.STRING, ["N"]), value("score", TensorProto.FLOAT, ["N", 1])],
    [helper.make_tensor("flat", TensorProto.INT64, [1], [-1])],
)
write(
    "masked",
    [
        helper.make_node("Cast", ["mask"], ["mask_float"], to=TensorProto.FLOAT),
        helper.make_node("Mul", ["x", "mask_float"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "axis"], ["total"], keepdims=0),
    ],
    [value("x", TensorProto.FLOAT, ["batch", "n"]), value("mask", TensorProto.INT64, ["batch", "n"])],
    [value("total", TensorProto.FLOAT, ["batch"]), value("kept", TensorProto.FLOAT, ["batch", "n"])],
    [helper.make_tensor("axis", TensorProto.INT64, [1], [1])],
)


def answer(name, **inputs):
    session = onnxruntime.InferenceSession(HERE / f"{name}.onnx")
    return {o.name: v.tolist() for o, v in zip(session.get_outputs(), session.run(None, inputs))}


rows = X[:2]
(HERE / "expected.json").write_text(json.dumps({
    "rows": [[float(str(v)) for v in row] for row in rows],
    "clf": answer("clf", X=rows),
    "opposite": answer("opposite", X=rows),
    "credit": answer("credit", X=np.array([[30, 1000], [np.nan, 2000]], np.float32)),
    "people": answer("people", age=np.array([[37.5]], np.float32), city=np.array([["Köln"]]),
                     visits=np.array([[3]]), member=np.array([[True]])),
    "masked": answer("masked", x=np.array([[1, 2.5], [3, 4]], np.float32),
                     mask=np.array([[1, 0], [1, 1]])),
}, indent=1))

write(
    "turns",
    [
        helper.make_node("Cast", ["x"], ["whole"], to=TensorProto.INT64),
        helper.make_node("ReduceMax", ["whole"], ["trips"], keepdims=0),
        helper.make_node(
            "Loop", ["trips", "", "none"], ["counted"],
            body=helper.make_graph(
                [helper.make_node("Identity", ["go"], ["goes"]),
                 helper.make_node("Add", ["before", "one"], ["after"])],
                "turn",
                [value("turn", TensorProto.INT64, []), value("go", TensorProto.BOOL, []),
                 value("before", TensorProto.FLOAT, [])],
                [value("goes", TensorProto.BOOL, []), value("after", TensorProto.FLOAT, [])],
                [helper.make_tensor("one", TensorProto.FLOAT, [], [1])])),
        helper.make_node("Mul", ["x", "zero"], ["zeros"]),
        helper.make_node("Add", ["zeros", "counted"], ["y"]),
    ],
    [value("x", TensorProto.FLOAT, ["N", 1])],
    [value("y", TensorProto.FLOAT, ["N", 1])],
    [helper.make_tensor("none", TensorProto.FLOAT, [], [0]),
     helper.make_tensor("zero", TensorProto.FLOAT, [], [0])],
)
