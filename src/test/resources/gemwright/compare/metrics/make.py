# Makes metrics.json: arrays, and the figures that numpy, scipy and scikit-learn give for them; and the two models.
# python 3.11, numpy 2.4.6, scipy 1.17.1, onnx 1.23.2
# usage: make.py (in this folder)
import json
import numpy as np
from onnx import TensorProto as T, helper as h, numpy_helper as nh, save_model
from scipy.stats import binomtest, norm

random = np.random.default_rng(7)


def difference(a, b):
    a, b = a.astype(np.float64).ravel(), b.astype(np.float64).ravel()
    d = a - b
    return {
        "maxAbs": float(np.abs(d).max()), "meanAbs": float(np.abs(d).mean()), "rmse": float(np.sqrt(np.mean(d * d))),
        "cosine": float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b))),
        "sqnrDb": float(10 * np.log10((a * a).sum() / (d * d).sum())),
    }


def case(name, a, b, **more):
    return {"name": name, "shape": list(a.shape), "a": a.ravel().tolist(), "b": b.ravel().tolist(), "expected": difference(a, b), **more}


z = norm.ppf(0.975)
a = random.normal(size=(300, 5)).astype(np.float32)
b = (a + random.normal(scale=0.3, size=a.shape)).astype(np.float32)
labels = np.where(random.random(300) < 0.8, a.argmax(1), random.integers(0, 5, 300))
right_a, right_b = a.argmax(1) == labels, b.argmax(1) == labels
n, only_a, only_b = len(labels), int((right_a & ~right_b).sum()), int((right_b & ~right_a).sum())
# Agresti and Min 2005, section 3: half a draw more in each cell of the table
m, gain, loss = n + 2, only_b + 0.5, only_a + 0.5
middle, error = (gain - loss) / m, np.sqrt(gain + loss - (gain - loss) ** 2 / m) / m
same = int((a.argmax(1) == b.argmax(1)).sum())
wilson = binomtest(same, n).proportion_ci(0.95, method="wilson")
classes = {
    "labels": labels.tolist(), "a": float(right_a.mean()), "b": float(right_b.mean()), "flipped": n - same,
    "interval": [float(middle - z * error), float(middle + z * error)],
    "agreement": same / n, "agreementInterval": [float(wilson.low), float(wilson.high)],
}

ya = random.normal(size=400)
yb = ya + random.normal(scale=0.2, size=400)
target = ya + random.normal(scale=0.5, size=400)


def r2(y, p):
    return float(1 - ((y - p) ** 2).sum() / ((y - y.mean()) ** 2).sum())


def ratio_error(numerator, y):
    # delta method for a ratio of means, Cochran 1977, eq. 6.9
    v = (y - y.mean()) ** 2
    residual = numerator - numerator.sum() / v.sum() * v
    return float(np.sqrt((residual**2).sum() / (len(y) - 1) / len(y)) / v.mean())


gain_error = ratio_error((target - ya) ** 2 - (target - yb) ** 2, target)
gain = r2(target, yb) - r2(target, ya)
numbers = {
    "target": target.tolist(), "predictedA": ya.tolist(), "predictedB": yb.tolist(), "r2A": r2(target, ya), "r2B": r2(target, yb),
    "interval": [gain - z * gain_error, gain + z * gain_error],
}

rows = [float(x @ y / (np.linalg.norm(x) * np.linalg.norm(y))) for x, y in zip(a.astype(np.float64), b.astype(np.float64))]
spread = np.std(rows, ddof=1) / np.sqrt(len(rows))
direction = {"mean": float(np.mean(rows)), "interval": [float(np.mean(rows) - z * spread), float(np.mean(rows) + z * spread)]}

large = (random.normal(size=(1000, 3)) * 1e6 + 1e9)
json.dump(
    {
        "differences": [case("logits", a, b), case("large", large, large + random.normal(size=large.shape)),
                        case("small", a * np.float32(1e-6), b * np.float32(1e-6))],
        "classes": classes, "numbers": numbers, "direction": direction,
        "percentiles": {"values": (times := random.gamma(2, size=101)).tolist(), "p50": float(np.percentile(times, 50)), "p99": float(np.percentile(times, 99))},
    },
    open("metrics.json", "w"),
)


def model(name, weights, bias):
    nodes = [h.make_node("Gemm", ["x", "w", "c"], ["logits"]), h.make_node("Softmax", ["logits"], ["probabilities"]),
             h.make_node("ArgMax", ["logits"], ["label"], axis=1, keepdims=0)]
    graph = h.make_graph(nodes, name, [h.make_tensor_value_info("x", T.FLOAT, ["N", 4])],
                         [h.make_tensor_value_info("label", T.INT64, ["N"]), h.make_tensor_value_info("probabilities", T.FLOAT, ["N", 3])],
                         [nh.from_array(weights, "w"), nh.from_array(bias, "c")])
    save_model(h.make_model(graph, opset_imports=[h.make_opsetid("", 17)], ir_version=8), name + ".onnx")


weights, bias = random.normal(size=(4, 3)).astype(np.float32), random.normal(size=3).astype(np.float32)
model("a", weights, bias)
model("b", (weights + random.normal(scale=0.3, size=weights.shape)).astype(np.float32), bias)
