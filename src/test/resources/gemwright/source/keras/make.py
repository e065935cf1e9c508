"""Keras fixtures: a model for each layer and setting, saved as .keras or .h5, and what Keras answers at two batch sizes.

Needs tensorflow==2.21.0, keras==3.15.0. Usage: python make.py   (writes beside itself)
"""
import json
import os
import shutil

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
import keras
import numpy as np
from keras import layers as L

here = os.path.dirname(os.path.abspath(__file__))
rng = np.random.default_rng(4)
IMG, VEC, SEQ, VOL = (8, 6, 4), (5,), (6, 4), (5, 4, 6, 2)


def seq(shape, *stack):
    return lambda: keras.Sequential([keras.Input(shape, name="x"), *[s() if callable(s) and not isinstance(s, L.Layer) else s for s in stack]])


def shared():
    x = keras.Input(VEC, name="x")
    d = L.Dense(5, activation="tanh")
    return keras.Model(x, d(d(x)))


def nested():
    inner = keras.Sequential([keras.Input(VEC), L.Dense(4), L.BatchNormalization()], name="inner")
    a = keras.Input(VEC, name="a")
    b = keras.Input(VEC, name="b")
    return keras.Model([a, b], [L.Concatenate(name="both")([inner(a), inner(b)]), L.Dense(2, name="end")(inner(a))])


def merging():
    a = keras.Input(VEC, name="a")
    b = keras.Input(VEC, name="b")
    return keras.Model([a, b], L.Concatenate()([L.Add()([a, b]), L.Subtract()([a, b]), L.Multiply()([a, b]), L.Average()([a, b]), L.Maximum()([a, b]), L.Minimum()([a, b]), L.Dot(axes=1)([a, b])]))


def dot3():
    a = keras.Input(SEQ, name="a")
    b = keras.Input(SEQ, name="b")
    return keras.Model([a, b], L.Dot(axes=(2, 2))([a, b]))


def cross():
    q = keras.Input((3, 4), name="q")
    v = keras.Input(SEQ, name="v")
    return keras.Model([q, v], L.MultiHeadAttention(2, 3, value_dim=5)(q, v))


def causal():
    x = keras.Input(SEQ, name="x")
    return keras.Model(x, L.MultiHeadAttention(2, 3)(x, value=x, use_causal_mask=True))


def luong():
    q = keras.Input((3, 4), name="q")
    v = keras.Input(SEQ, name="v")
    return keras.Model([q, v], L.Attention()([q, v]))


def states():
    x = keras.Input(SEQ, name="x")
    y, h, c = L.LSTM(3, return_sequences=True, return_state=True)(x)
    z = L.LSTM(3)(y, initial_state=[h, c])
    return keras.Model(x, [z, h])


def pair():
    x = keras.Input(SEQ, name="x")
    return keras.Model(x, L.Bidirectional(L.GRU(3, return_sequences=True), merge_mode=None)(x))


def whole():
    x = keras.Input(VEC, dtype="int32", name="x")
    y = keras.Input(VEC, dtype="int32", name="y")
    return keras.Model([x, y], [x / (x * x + y), keras.ops.mean(x, axis=1)])


def rearranged():
    x = keras.Input(SEQ, name="x")
    return keras.Model(x, keras.ops.transpose(keras.ops.reshape(x, (-1, 2, 12)), (0, 2, 1)))


def operations():
    x = keras.Input(VEC, name="x")
    y = keras.Input(VEC, name="y")
    return keras.Model([x, y], (x + y) * 2.0 - x / (keras.ops.abs(y) + 1.0) + keras.ops.mean(x, axis=1, keepdims=True))


CASES = {
    "conv1d_causal": seq(SEQ, L.Conv1D(3, 2, padding="causal", dilation_rate=2)),
    "conv1d_strided": seq(SEQ, L.Conv1D(3, 3, strides=2, padding="same", activation="relu")),
    "conv2d_grouped": seq(IMG, L.Conv2D(6, (3, 2), groups=2, padding="same", activation="selu")),
    "conv2d_dilated": seq(IMG, L.Conv2D(3, 3, dilation_rate=2, use_bias=False)),
    "conv2d_chain": seq(IMG, L.Conv2D(3, 3, strides=2, padding="same"), L.BatchNormalization(), L.ReLU(), L.Conv2D(2, 1), L.Flatten(), L.Dense(2)),
    "conv3d": seq(VOL, L.Conv3D(3, 2, strides=(1, 2, 1), padding="same")),
    "conv1d_transposed": seq(SEQ, L.Conv1DTranspose(3, 3, strides=2, padding="same")),
    "conv2d_transposed_valid": seq(IMG, L.Conv2DTranspose(3, (3, 2), strides=2)),
    "conv2d_transposed_wide": seq(IMG, L.Conv2DTranspose(3, 2, strides=3, padding="valid")),
    "conv2d_transposed_same": seq(IMG, L.Conv2DTranspose(3, 5, strides=2, padding="same")),
    "conv3d_transposed": seq(VOL, L.Conv3DTranspose(3, 3, strides=2, padding="same")),
    "depthwise1d": seq(SEQ, L.DepthwiseConv1D(3, padding="same")),
    "depthwise2d": seq(IMG, L.DepthwiseConv2D(3, strides=2, depth_multiplier=2, padding="same")),
    "separable1d": seq(SEQ, L.SeparableConv1D(5, 3, padding="same")),
    "separable2d": seq(IMG, L.SeparableConv2D(5, 3, strides=2, depth_multiplier=2, activation="swish")),
    "max1d": seq(SEQ, L.MaxPooling1D(3, 2, "same")),
    "max2d": seq(IMG, L.MaxPooling2D((3, 2), 2, "same")),
    "max3d": seq(VOL, L.MaxPooling3D(2)),
    "average1d": seq(SEQ, L.AveragePooling1D(2)),
    "average2d": seq(IMG, L.AveragePooling2D(3, 2, "same")),
    "average3d": seq(VOL, L.AveragePooling3D(2, padding="same")),
    "global_max1d": seq(SEQ, L.GlobalMaxPooling1D()),
    "global_average1d": seq(SEQ, L.GlobalAveragePooling1D()),
    "global_average2d_kept": seq(IMG, L.GlobalAveragePooling2D(keepdims=True)),
    "global_max3d": seq(VOL, L.GlobalMaxPooling3D()),
    "dense_sequence": seq(SEQ, L.Dense(3, activation="gelu")),
    "reshape": seq(SEQ, L.Reshape((3, -1)), L.Permute((2, 1)), L.Flatten()),
    "repeat": seq(VEC, L.RepeatVector(3)),
    "padding1d": seq(SEQ, L.ZeroPadding1D((1, 2)), L.Cropping1D(1)),
    "padding2d": seq(IMG, L.ZeroPadding2D(((1, 2), (0, 3))), L.Cropping2D(((1, 1), (2, 0)))),
    "padding3d": seq(VOL, L.ZeroPadding3D(1), L.Cropping3D((1, 0, 1))),
    "upsampling1d": seq(SEQ, L.UpSampling1D(3)),
    "upsampling2d": seq(IMG, L.UpSampling2D((2, 3))),
    "upsampling2d_bilinear": seq(IMG, L.UpSampling2D(2, interpolation="bilinear")),
    "upsampling3d": seq(VOL, L.UpSampling3D(2)),
    "resizing": seq(IMG, L.Resizing(5, 9)),
    "batch_norm": seq(IMG, L.BatchNormalization(scale=False)),
    "batch_norm_axis": seq(IMG, L.BatchNormalization(axis=1, epsilon=1e-2)),
    "layer_norm": seq(SEQ, L.LayerNormalization(epsilon=1e-5)),
    "layer_norm_axes": seq(SEQ, L.LayerNormalization(axis=[1, 2], scale=False)),
    "group_norm": seq(IMG, L.GroupNormalization(2)),
    "rms_norm": seq(SEQ, L.RMSNormalization()),
    "unit_norm": seq(VEC, L.UnitNormalization()),
    "normalization": seq(VEC, L.Normalization(mean=[.1, .2, .3, .4, .5], variance=[1., 2., 3., 4., 5.])),
    "rescaling": seq(IMG, L.Rescaling(1 / 127.5, offset=-1)),
    "activations": seq(VEC, *[L.Activation(a) for a in ("elu", "softsign", "mish", "hard_sigmoid", "silu", "softplus", "tanh", "relu6", "log_softmax")]),
    "activations_more": seq(VEC, *[L.Activation(a) for a in ("leaky_relu", "hard_silu", "log_sigmoid", "exponential", "celu", "softmax")]),
    "relus": seq(VEC, L.LeakyReLU(0.2), L.ELU(0.5), L.ReLU(max_value=2, negative_slope=0.1, threshold=0.2), L.Softmax()),
    "prelu": seq(IMG, L.PReLU(alpha_initializer="ones", shared_axes=[1, 2])),
    "embedding": lambda: keras.Sequential([keras.Input((4,), dtype="int32", name="ids"), L.Embedding(9, 3), L.GlobalAveragePooling1D()]),
    "lstm": seq(SEQ, L.LSTM(5, return_sequences=True), L.LSTM(3)),
    "lstm_backwards": seq(SEQ, L.LSTM(3, go_backwards=True, return_sequences=True, use_bias=False)),
    "lstm_hard": seq(SEQ, L.LSTM(3, activation="relu", recurrent_activation="hard_sigmoid")),
    "gru": seq(SEQ, L.GRU(5, return_sequences=True), L.GRU(3, reset_after=False)),
    "simple_rnn": seq(SEQ, L.SimpleRNN(3, return_sequences=True, activation="relu")),
    "bidirectional_sequences": seq(SEQ, L.Bidirectional(L.LSTM(3, return_sequences=True))),
    "bidirectional_named": seq(SEQ, L.Bidirectional(L.LSTM(3, name="there"), backward_layer=L.LSTM(3, go_backwards=True, name="back"))),
    "bidirectional_sum": seq(SEQ, L.Bidirectional(L.GRU(3), merge_mode="sum")),
    "bidirectional_rnn": seq(SEQ, L.Bidirectional(L.SimpleRNN(3), merge_mode="ave")),
    "time_distributed": seq((3, 8, 6, 4), L.TimeDistributed(L.Conv2D(2, 3)), L.TimeDistributed(L.Flatten())),
    "states": states,
    "self_attention": lambda: (lambda x: keras.Model(x, L.MultiHeadAttention(2, 3)(x, x)))(keras.Input(SEQ, name="x")),
    "causal_attention": causal,
    "cross_attention": cross,
    "luong_attention": luong,
    "shared": shared,
    "nested": nested,
    "merging": merging,
    "dot": dot3,
    "operations": operations,
    "normalization_axis": seq((5, 5), L.Normalization(axis=1, mean=[.1, .2, .3, .4, .5], variance=[1., 2., 3., 4., 5.])),
    "normalization_axes": seq((3, 2, 4), L.Normalization(axis=(1, 2), mean=[[.1, .2], [.3, .4], [.5, .6]], variance=[[1., 2.], [3., 4.], [5., 6.]])),
    "normalization_single": seq(SEQ, L.Normalization(axis=None, mean=1., variance=2., invert=True)),
    "relu_at_threshold": seq(VEC, L.Rescaling(0., offset=1.), L.ReLU(threshold=1.)),
    "bidirectional_pair": pair,
    "whole_numbers": whole,
    "rearranged": rearranged,
}


def values(a):
    a = np.asarray(a)
    return {"shape": list(a.shape), "dtype": str(a.dtype), "values": [float(f"{v:.9g}") for v in a.ravel()]}


ONLY = os.environ.get("ONLY", "")
for number, (name, build) in enumerate(CASES.items()):
    if ONLY and name not in ONLY.split(","):
        continue
    keras.backend.clear_session()
    keras.utils.set_random_seed(number)
    model = build()
    for w in model.weights:
        if "moving_variance" in w.path:
            w.assign(rng.uniform(0.5, 2, w.shape))
        elif any(k in w.path for k in ("bias", "gamma", "beta", "moving_mean", "alpha", "scale")):
            w.assign(rng.normal(size=w.shape) * 0.3 + (1 if "gamma" in w.path else 0))
    for kind in ("keras", "h5"):
        if kind == "h5" and number % 3 and name not in ("nested", "states", "self_attention", "bidirectional_sequences", "bidirectional_named", "time_distributed", "depthwise2d", "separable2d", "operations", "rearranged"):
            continue
        folder = os.path.join(here, name + ("" if kind == "keras" else "_h5"))
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        model.save(os.path.join(folder, "model." + kind))
        sets = []
        for batch in (3, 2):
            given = [rng.integers(0, 9, (batch, *i.shape[1:])).astype(i.dtype) if "int" in i.dtype else rng.normal(size=(batch, *i.shape[1:])).astype("float32") for i in model.inputs]
            out = model(given if len(given) > 1 else given[0], training=False)
            out = out if isinstance(out, (list, tuple)) else [out]
            sets.append({"inputs": [values(v) for v in given], "outputs": [values(o) for o in out]})
        json.dump({"sets": sets}, open(os.path.join(folder, "case.json"), "w"))
