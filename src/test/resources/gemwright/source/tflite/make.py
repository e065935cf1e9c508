"""TensorFlow Lite fixtures: a file for each operator and option, and what the interpreter gives at two batch sizes.

Needs tensorflow==2.21.0 (keras 3.15.0). Usage: python make.py   (writes beside itself)
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

# name: (shapes of the inputs, function)
CASES = {
    "conv_same_strided": ([IMG], lambda x: P.conv2d(x, W(3, 3, 4, 5), 2, "SAME")),
    "conv_valid_relu": ([IMG], lambda x: P.relu(P.bias_add(P.conv2d(x, W(3, 2, 4, 5), [1, 1, 2, 1], "VALID"), W(5)))),
    "conv_dilated": ([IMG], lambda x: P.conv2d(x, W(3, 3, 4, 2), 1, "SAME", dilations=2)),
    "conv_grouped": ([IMG], lambda x: P.conv2d(x, W(3, 3, 2, 6), 1, "SAME")),
    "depthwise": ([IMG], lambda x: P.relu6(P.depthwise_conv2d(x, W(3, 3, 4, 1), [1, 1, 1, 1], "SAME"))),
    "depthwise_multiplied": ([IMG], lambda x: P.depthwise_conv2d(x, W(3, 3, 4, 2), [1, 2, 2, 1], "VALID")),
    "depthwise_dilated": ([IMG], lambda x: P.depthwise_conv2d(x, W(3, 3, 4, 1), [1, 1, 1, 1], "SAME", dilations=[2, 2])),
    "conv_transposed_same": ([IMG], lambda x: P.conv2d_transpose(x, W(3, 3, 5, 4), [tf.shape(x)[0], 14, 12, 5], 2, "SAME")),
    "conv_transposed_valid": ([IMG], lambda x: P.conv2d_transpose(x, W(3, 2, 5, 4), [tf.shape(x)[0], 16, 12, 5], 2, "VALID")),
    "conv3d": ([(5, 6, 5, 2)], lambda x: P.conv3d(x, W(3, 2, 2, 2, 3), [1, 2, 1, 2, 1], "SAME")),
    "max_pool": ([IMG], lambda x: P.max_pool2d(x, 3, 2, "SAME")),
    "average_pool": ([IMG], lambda x: P.avg_pool2d(x, 3, 2, "SAME")),
    "average_pool_valid": ([IMG], lambda x: P.avg_pool2d(x, (2, 3), (2, 1), "VALID")),
    "dense": ([VEC], lambda x: P.relu(x @ W(5, 3) + W(3))),
    "dense_sequence": ([SEQ], lambda x: tf.tensordot(x, W(4, 3), 1) + W(3)),
    "matmul_turned": ([SEQ, SEQ], lambda a, b: tf.matmul(a, b, transpose_b=True)),
    "matmul_turned_left": ([SEQ, SEQ], lambda a, b: tf.matmul(a, b, transpose_a=True)),
    "einsum": ([SEQ], lambda x: tf.einsum("abc,cd->abd", x, W(4, 3))),
    "softmax": ([VEC], lambda x: P.softmax(x * 3)),
    "log_softmax": ([VEC], P.log_softmax),
    "gelu": ([VEC], P.gelu),
    "gelu_tanh": ([VEC], lambda x: P.gelu(x, approximate=True)),
    "leaky_relu": ([VEC], lambda x: P.leaky_relu(x, 0.3)),
    "elu": ([VEC], P.elu),
    "hard_swish": ([VEC], lambda x: x * P.relu6(x + 3) / 6),
    "relu_n1": ([VEC], lambda x: tf.clip_by_value(x, -1, 1)),
    "prelu": ([IMG], lambda x: P.relu(x) - tf.constant([.1, .2, .3, .4]) * P.relu(-x)),
    "l2_normalize": ([VEC], lambda x: tf.math.l2_normalize(x, -1)),
    "lrn": ([IMG], lambda x: P.local_response_normalization(x, 2, 1.5, 0.3, 0.6)),
    "unary": ([VEC], lambda x: tf.abs(tf.sin(x)) + tf.cos(x) + tf.exp(-x) + tf.floor(x) + tf.math.ceil(x) + tf.round(x * 4) + tf.sign(x) - tf.square(x)),
    "roots": ([VEC], lambda x: tf.sqrt(tf.abs(x) + 1) + tf.math.rsqrt(tf.abs(x) + 2) + tf.math.log(tf.abs(x) + 1)),
    "binary": ([VEC, VEC], lambda a, b: tf.maximum(a, b) * 2 - tf.minimum(a, b) / (tf.abs(b) + 1) + tf.math.squared_difference(a, b) + tf.pow(tf.abs(a), b)),
    "floor_mod": ([VEC, VEC], lambda a, b: tf.math.floormod(a, b + 3) + tf.math.floordiv(a, b + 3)),
    "compare": ([VEC, VEC], lambda a, b: tf.cast(tf.logical_or(tf.logical_and(a > b, a >= 0.0), tf.logical_not(tf.logical_or(a <= b, tf.equal(a, b)))), tf.float32) + tf.cast(tf.not_equal(a, b), tf.float32)),
    "select": ([VEC, VEC], lambda a, b: tf.where(a < b, a, b * 2)),
    "atan2": ([VEC, VEC], tf.math.atan2),
    "integers": ([VEC], lambda x: tf.cast(tf.math.floordiv(tf.cast(x * 10, tf.int32), 3) + tf.math.floormod(tf.cast(x * 10, tf.int32), 3), tf.float32)),
    "reshape": ([SEQ], lambda x: tf.reshape(x, [-1, 8, 3])),
    "reshape_by_batch": ([SEQ], lambda x: tf.reshape(x, [tf.shape(x)[0], 2, 12])),
    "expand_squeeze": ([SEQ], lambda x: tf.squeeze(tf.expand_dims(x, 2), [2]) + tf.squeeze(tf.expand_dims(x, -1))),
    "transpose": ([SEQ], lambda x: tf.transpose(x, [0, 2, 1])),
    "concat": ([SEQ, SEQ], lambda a, b: tf.concat([a, b, a * 2], 2)),
    "stack": ([SEQ, SEQ], lambda a, b: tf.stack([a, b], 1)),
    "unstack": ([SEQ], lambda x: tf.add_n(tf.unstack(x, axis=2))),
    "split": ([SEQ], lambda x: tf.concat(tf.split(x, 2, 2)[::-1], 2)),
    "split_sizes": ([SEQ], lambda x: tf.concat(tf.split(x, [1, 2, 3], 1)[::-1], 1)),
    "slice": ([SEQ], lambda x: tf.slice(x, [0, 1, 1], [-1, 3, -1])),
    "strided": ([SEQ], lambda x: x[:, 1:-1:2, ::-1]),
    "strided_shrunk": ([SEQ], lambda x: x[:, -1, 1:]),
    "tile": ([SEQ], lambda x: tf.tile(x, [1, 2, 1])),
    "broadcast": ([VEC], lambda x: tf.broadcast_to(tf.expand_dims(x, 1), [tf.shape(x)[0], 3, 5]) + 0),
    "reverse": ([SEQ], lambda x: tf.reverse(x, [1, 2])),
    "pad": ([SEQ], lambda x: tf.pad(x, [[0, 0], [1, 2], [0, 3]])),
    "pad_value": ([SEQ], lambda x: tf.pad(x, [[0, 0], [1, 2], [0, 3]], constant_values=1.5)),
    "pad_reflect": ([SEQ], lambda x: tf.pad(x, [[0, 0], [1, 2], [2, 1]], "REFLECT")),
    "gather": ([SEQ], lambda x: tf.gather(x, [3, 0, 1], axis=1)),
    "gather_batched": ([SEQ], lambda x: tf.gather(x, tf.cast(tf.abs(x[:, :2, 0]) * 2, tf.int32), batch_dims=1, axis=1)),
    "gather_nd": ([SEQ], lambda x: tf.gather_nd(tf.transpose(x, [1, 2, 0]), [[0, 1], [5, 3]])),
    "one_hot": ([VEC], lambda x: tf.one_hot(tf.cast(tf.abs(x) * 2, tf.int32), 5, 2.0, -1.0)),
    "top_k": ([VEC], lambda x: tf.math.top_k(x, 3)[0]),
    "arg_max": ([SEQ], lambda x: tf.cast(tf.argmax(x, 2) + tf.argmin(x, 2), tf.float32)),
    "reductions": ([SEQ], lambda x: tf.reduce_mean(x, 1) + tf.reduce_sum(x, 1) + tf.reduce_max(x, 1) + tf.reduce_min(x, 1) + tf.reduce_prod(x, 1)),
    "reduction_kept": ([IMG], lambda x: x - tf.reduce_mean(x, [1, 2], keepdims=True)),
    "any_all": ([SEQ], lambda x: tf.cast(tf.reduce_any(x > 1, 1), tf.float32) + tf.cast(tf.reduce_all(x > -1, 1), tf.float32)),
    "cumsum": ([SEQ], lambda x: tf.cumsum(x, 1, exclusive=True, reverse=True)),
    "fill": ([VEC], lambda x: tf.fill([tf.shape(x)[0], 5], 2.5) + x),
    "range": ([VEC], lambda x: x + tf.range(5, dtype=tf.float32) + tf.zeros_like(x)),
    "resize_bilinear": ([IMG], lambda x: tf.compat.v1.image.resize_bilinear(x, [11, 9])),
    "resize_bilinear_corners": ([IMG], lambda x: tf.compat.v1.image.resize_bilinear(x, [11, 9], align_corners=True)),
    "resize_bilinear_half": ([IMG], lambda x: tf.image.resize(x, [4, 9])),
    "resize_nearest": ([IMG], lambda x: tf.compat.v1.image.resize_nearest_neighbor(x, [11, 9])),
    "resize_nearest_half": ([IMG], lambda x: tf.image.resize(x, [11, 4], "nearest")),
    "depth_to_space": ([IMG], lambda x: P.depth_to_space(x, 2)),
    "space_to_depth": ([(6, 4, 3)], lambda x: P.space_to_depth(x, 2)),
    "space_to_batch": ([(6, 4, 3)], lambda x: tf.batch_to_space(tf.space_to_batch(x, [2, 2], [[1, 1], [0, 0]]) * 2, [2, 2], [[1, 1], [0, 0]])),
    "reverse_sequence": ([SEQ], lambda x: tf.reverse_sequence(x, tf.cast(tf.abs(x[:, 0, 0]) + 1, tf.int32), 1, 0)),
}


def values(a):
    a = np.asarray(a)
    return {"shape": list(a.shape), "dtype": str(a.dtype), "values": [float(f"{v:.9g}") for v in a.ravel()]}


def save(name, content, inputs):
    folder = os.path.join(here, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    open(os.path.join(folder, "model.tflite"), "wb").write(content)
    sets = []
    for batch in (3, 2):
        it = tf.lite.Interpreter(model_content=content, experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES)
        given = [rng.normal(size=(batch, *s)).astype("float32") for s in inputs]
        for d, v in zip(it.get_input_details(), given):
            it.resize_tensor_input(d["index"], v.shape)
        it.allocate_tensors()
        for d, v in zip(it.get_input_details(), given):
            it.set_tensor(d["index"], v)
        it.invoke()
        sets.append({"inputs": [values(v) for v in given], "outputs": [values(it.get_tensor(d["index"])) for d in it.get_output_details()]})
    json.dump({"sets": sets}, open(os.path.join(folder, "case.json"), "w"))


failed = []
for name, (shapes, f) in CASES.items():
    try:
        spec = [tf.TensorSpec([None, *s], tf.float32, f"x{i}") for i, s in enumerate(shapes)]
        concrete = tf.function(f).get_concrete_function(*spec)
        converter = tf.lite.TFLiteConverter.from_concrete_functions([concrete])
        converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS]
        save(name, converter.convert(), shapes)
    except Exception as e:
        failed.append((name, str(e)[:300]))
for f in failed:
    print("NOT MADE", *f)
