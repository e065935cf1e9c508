"""Writes the messages beside it with the message classes of NVIDIA's own client.

    python make.py

The committed files come from Python 3.11 with tritonclient==2.73.0 protobuf==6.33.6. `MODEL` is `clf` of ../models:
one input X, FP32 [-1, 10].
"""
import os

import numpy as np
import tritonclient.grpc.service_pb2 as pb
from google.protobuf import text_format

HERE = os.path.dirname(os.path.abspath(__file__))
ROW = np.array([17.99, 10.38, 122.8, 1001.0, 0.1184, 0.2776, 0.3001, 0.1471, 0.2419, 0.07871], np.float32)


def write(name, message):
    with open(os.path.join(HERE, name + ".bin"), "wb") as out:
        out.write(message.SerializeToString(deterministic=True))


def request(**more):
    message = pb.ModelInferRequest(model_name="clf", id="r-1", **more)
    tensor = message.inputs.add(name="X", datatype="FP32", shape=[1, 10])
    return message, tensor


message, _ = request()
message.raw_input_contents.append(ROW.tobytes())
write("infer-raw", message)
with open(os.path.join(HERE, "infer-cut.bin"), "wb") as out:
    out.write(message.SerializeToString(deterministic=True)[:30])
message.inputs[0].datatype = "FP64"
write("infer-wrong-type", message)
message, tensor = request()
tensor.contents.fp32_contents.extend(ROW.tolist())
message.outputs.add(name="label")
write("infer-contents", message)
message, tensor = request()
tensor.contents.int_contents.extend([1] * 10)
write("infer-wrong-contents", message)
message, _ = request()
message.inputs[0].shape[:] = [2, 10]
message.raw_input_contents.append(ROW.tobytes())
write("infer-short", message)
write("infer-unknown-model", pb.ModelInferRequest(model_name="nope"))
write("model-clf", pb.ModelMetadataRequest(name="clf"))
write("load-clf", pb.RepositoryModelLoadRequest(model_name="clf"))
metadata = pb.ModelMetadataResponse(name="clf", versions=["1"], platform="onnxruntime_onnx")
metadata.inputs.add(name="X", datatype="FP32", shape=[-1, 10])
metadata.outputs.add(name="label", datatype="INT64", shape=[-1])
metadata.outputs.add(name="probabilities", datatype="FP32", shape=[-1, 2])
write("metadata-answer", metadata)
answer = pb.ModelInferResponse(model_name="clf", model_version="1", id="r-1")
answer.outputs.add(name="label", datatype="INT64", shape=[1])
answer.raw_output_contents.append(np.array([0], np.int64).tobytes())
write("infer-contents-answer", answer)
