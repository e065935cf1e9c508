"""Frozen graphs of TensorFlow: one for each operator and attribute; SavedModels with variables; and what TensorFlow gives at two batch sizes.

Needs tensorflow==2.21.0. Usage: python make.py   (writes beside itself)
"""
import json
import os
import shutil

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import numpy as np
import tensorflow as tf

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(3)
W = lambda *s: tf.constant(rng.normal(size=s).astype("float32"))
IMG, VEC, SEQ = (7, 6, 4), (5,), (6, 4)
P = tf.nn
R = tf.raw_ops

# name: (shapes of the inputs, function)
CASES = {
    "conv_same_strided": ([IMG], lambda x: P.conv2d(x, W(3, 3, 4, 5), 2, "SAME")),
    "conv_valid_relu": ([IMG], lambda x: P.relu(P.bias_add(P.conv2d(x, W(3, 2, 4, 5), [1, 1, 2, 1], "VALID"), W(5)))),
    "conv_explicit": ([IMG], lambda x: P.conv2d(x, W(3, 3, 4, 2), 2, [[0, 0], [1, 0], [2, 1], [0, 0]])),
    "conv_dilated_attribute": ([IMG], lambda x: R.Conv2D(input=x, filter=W(3, 3, 4, 2), strides=[1, 1, 1, 1], padding="SAME", dilations=[1, 2, 1, 1])),
    "conv_grouped": ([IMG], lambda x: P.conv2d(x, W(3, 3, 2, 6), 1, "SAME")),
    "depthwise_multiplied": ([IMG], lambda x: P.depthwise_conv2d(x, W(3, 3, 4, 2), [1, 2, 2, 1], "VALID")),
    "conv_transposed_same": ([IMG], lambda x: P.conv2d_transpose(x, W(3, 3, 5, 4), [tf.shape(x)[0], 14, 12, 5], 2, "SAME")),
    "conv_transposed_valid": ([IMG], lambda x: P.conv2d_transpose(x, W(3, 2, 5, 4), [tf.shape(x)[0], 16, 12, 5], 2, "VALID")),
    "conv3d": ([(5, 6, 5, 2)], lambda x: P.conv3d(x, W(3, 2, 2, 2, 3), [1, 2, 1, 2, 1], "SAME")),
    "max_pool": ([IMG], lambda x: P.max_pool2d(x, 3, 2, "SAME")),
    "average_pool": ([IMG], lambda x: P.avg_pool2d(x, 3, 2, "SAME")),
    "batch_norm": ([IMG], lambda x: R.FusedBatchNormV3(x=x, scale=W(4), offset=W(4), mean=W(4), variance=tf.abs(W(4)) + 0.5, epsilon=0.01, is_training=False)[0]),
    "dense": ([VEC], lambda x: P.relu(x @ W(5, 3) + W(3))),
    "dense_sequence": ([SEQ], lambda x: tf.tensordot(x, W(4, 3), 1) + W(3)),
    "matmul_turned": ([SEQ, SEQ], lambda a, b: tf.matmul(a, b, transpose_b=True)),
    "matmul_turned_left": ([SEQ, SEQ], lambda a, b: tf.matmul(a, b, transpose_a=True)),
    "einsum": ([SEQ], lambda x: tf.einsum("abc,cd->abd", x, W(4, 3))),
    "softmax": ([SEQ], lambda x: P.softmax(x * 3) + P.log_softmax(x)),
    "unary": ([VEC], lambda x: tf.exp(x) + tf.tanh(x) + tf.sigmoid(x) + tf.sin(x) + tf.math.rsqrt(tf.abs(x) + 1) + tf.square(x) + tf.math.erfc(x) + P.elu(x) + P.selu(x) + P.relu6(3 * x) + tf.round(x)),
    "leaky": ([VEC], lambda x: P.leaky_relu(x, 0.3)),
    "binary": ([VEC, VEC], lambda a, b: tf.maximum(a, b) - tf.minimum(a, b) / (tf.abs(b) + 1) + tf.math.squared_difference(a, b)),
    "select": ([VEC, VEC], lambda a, b: tf.where(tf.logical_and(a > b, a < 1.0), a, b)),
    "reshape": ([SEQ], lambda x: tf.reshape(x, [tf.shape(x)[0], -1, 3])),
    "stack": ([VEC, VEC], lambda a, b: tf.stack([a, b], -1)),
    "unstack": ([SEQ], lambda x: tf.add_n(tf.unstack(x, axis=1))),
    "split": ([SEQ], lambda x: tf.concat([t * (i + 1.0) for i, t in enumerate(tf.split(x, 3, 1))] + tf.split(x, [1, 5], 1), -2)),
    "strided_ellipsis": ([IMG], lambda x: x[..., ::-2, 1:]),
    "strided_new_axis": ([SEQ], lambda x: x[:, tf.newaxis, -3:-1, 2]),
    "strided_mixed": ([IMG], lambda x: x[:, 4:1:-1, ..., tf.newaxis, 0]),
    "slice": ([IMG], lambda x: tf.slice(x, [0, 1, 2, 0], [-1, 3, 2, -1])),
    "reverse": ([SEQ], lambda x: tf.reverse(x, [1, -1])),
    "transpose": ([IMG], lambda x: tf.transpose(x, [0, 3, 1, 2])),
    "tile": ([SEQ], lambda x: tf.tile(x, [1, 2, 3])),
    "pad": ([SEQ], lambda x: tf.pad(x, [[0, 0], [1, 2], [0, 3]], constant_values=1.5)),
    "pad_reflect": ([SEQ], lambda x: tf.pad(x, [[0, 0], [1, 2], [2, 1]], "REFLECT")),
    "gather": ([SEQ], lambda x: tf.gather(x, [3, 0, 1], axis=1)),
    "reductions": ([SEQ], lambda x: tf.reduce_mean(x, 1) + tf.reduce_sum(x, 1) + tf.reduce_max(x, 1) + tf.reduce_min(x, 1) + tf.reduce_prod(x, 1)),
    "reduction_kept": ([IMG], lambda x: x - tf.reduce_mean(x, [1, 2], keepdims=True)),
    "arg_max": ([SEQ], lambda x: tf.cast(tf.argmax(x, 2) + tf.argmin(x, 2), tf.float32)),
    "fill": ([VEC], lambda x: tf.fill([tf.shape(x)[0], 5], 2.5) + x),
    "resize_bilinear": ([IMG], lambda x: tf.compat.v1.image.resize_bilinear(x, [11, 9])),
    "resize_bilinear_corners": ([IMG], lambda x: tf.compat.v1.image.resize_bilinear(x, [11, 9], align_corners=True)),
    "resize_bilinear_half": ([IMG], lambda x: tf.image.resize(x, [4, 9])),
    "resize_nearest": ([IMG], lambda x: tf.compat.v1.image.resize_nearest_neighbor(x, [11, 9])),
    "resize_nearest_half": ([IMG], lambda x: tf.image.resize(x, [11, 4], "nearest")),
}


def values(a):
    a = np.asarray(a)
    return {"shape": list(a.shape), "dtype": str(a.dtype), "values": [float(f"{v:.9g}") for v in a.ravel()]}


for name, (shapes, f) in CASES.items():
    spec = [tf.TensorSpec([None, *s], tf.float32, f"x{i}") for i, s in enumerate(shapes)]
    concrete = tf.function(f).get_concrete_function(*spec)
    folder = os.path.join(here, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    open(os.path.join(folder, "model.pb"), "wb").write(concrete.graph.as_graph_def().SerializeToString(deterministic=True))
    sets = []
    for batch in (3, 2):
        given = [rng.normal(size=(batch, *s)).astype("float32") for s in shapes]
        sets.append({"inputs": [values(v) for v in given], "outputs": [values(concrete(*map(tf.constant, given)))]})
    json.dump({"sets": sets}, open(os.path.join(folder, "case.json"), "w"))


class Net(tf.Module):
    """Variables that are shared, a function within a function, a captured constant, two outputs."""

    def __init__(self):
        super().__init__()
        self.kernel = tf.Variable(W(3, 3, 4, 5))
        self.dense = tf.Variable(W(5, 3))
        self.bias = tf.Variable(W(3))
        self.table = tf.Variable(W(7, 3))
        self.shift = W(3)

    @tf.function
    def head(self, x):
        return P.relu(x @ self.dense + self.bias)

    @tf.function(input_signature=[tf.TensorSpec([None, *IMG], tf.float32, "image"), tf.TensorSpec([None], tf.int32, "row")])
    def __call__(self, image, row):
        x = tf.reduce_mean(P.conv2d(image, self.kernel, 1, "SAME"), [1, 2])
        return {"score": P.softmax(self.head(x) + self.shift), "row": self.head(x * 0.5) + tf.gather(self.table, row)}


net = Net()
folder = os.path.join(here, "saved_model")
shutil.rmtree(folder, ignore_errors=True)
tf.saved_model.save(net, os.path.join(folder, "model"), signatures=net.__call__)
sets = []
for batch in (3, 2):
    given = [rng.normal(size=(batch, *IMG)).astype("float32"), rng.integers(0, 7, batch).astype("int32")]
    out = net(*map(tf.constant, given))
    sets.append({"inputs": [values(v) for v in given], "outputs": [values(out[k]) for k in sorted(out)]})
json.dump({"sets": sets}, open(os.path.join(folder, "case.json"), "w"))
