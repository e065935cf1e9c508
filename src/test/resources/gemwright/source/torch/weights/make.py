"""Makes the fixtures beside it: tensors that torch.save and safetensors wrote, and what torch says of them.

    python make.py

writes CASE/{model files, expected.json}: name -> dtype (numpy's spelling), shape, sum in double precision. The committed
folders come from Python 3.11 with torch==2.9.1 safetensors==0.8.0 numpy==2.4.6. All data are random and ours.
"""
import json, os, shutil

import torch
from safetensors.torch import save_file
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))
torch.manual_seed(3)


def write(name, files, tensors):
    folder = os.path.join(HERE, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for file, save in files.items():
        save(os.path.join(folder, file))
    expected = {
        k: {"dtype": str(v.dtype).replace("torch.", ""), "shape": list(v.shape), "sum": float(v.detach().double().sum())}
        for k, v in tensors.items()
    }
    json.dump(expected, open(os.path.join(folder, "expected.json"), "w"), indent=1)


def kinds():
    base = torch.randn(6, 4)
    return {
        "float": base,
        "transposed": base.t(),
        "window": base[1:4, 2],
        "every_second": base[::2, ::2],
        "expanded": torch.randn(3, 1).expand(3, 5),
        "scalar": torch.tensor(2.5),
        "empty": torch.zeros(0, 7),
        "half": torch.randn(5).half(),
        "bfloat": torch.randn(5).bfloat16(),
        "double": torch.randn(2, 2, dtype=torch.float64),
        "int": torch.arange(-3, 4, dtype=torch.int32),
        "short": torch.arange(-3, 4, dtype=torch.int16),
        "long": torch.tensor([2**40, -7]),
        "byte": torch.tensor([0, 200, 255], dtype=torch.uint8),
        "char": torch.tensor([-128, 127], dtype=torch.int8),
        "bool": torch.tensor([True, False, True]),
        "unsigned": torch.tensor([1, 65535], dtype=torch.uint16),
        "eight_bits": torch.randn(6).to(torch.float8_e4m3fn),
    }


def trained():
    model = nn.Sequential(nn.Linear(4, 3), nn.BatchNorm1d(3), nn.LSTM(3, 2))
    optimizer = torch.optim.Adam(model[0].parameters())
    model[0](torch.randn(2, 4)).sum().backward()
    optimizer.step()
    return model, optimizer


every = kinds()
write("kinds", {"model.pt": lambda f: torch.save(every, f)}, every)
old = {k: v for k, v in every.items() if k not in ("unsigned", "eight_bits")}
write("kinds-legacy", {"model.pth": lambda f: torch.save(old, f, _use_new_zipfile_serialization=False)}, old)

model, optimizer = trained()
state = {"optimizer." + f"state.{i}.{k}": v for i, s in optimizer.state_dict()["state"].items() for k, v in s.items()}
checkpoint = {"epoch": 4, "net": model.state_dict(), "optimizer": optimizer.state_dict(), "note": "best so far"}
write("checkpoint", {"last.ckpt": lambda f: torch.save(checkpoint, f)}, model.state_dict() | state)

two = {"generator": nn.Linear(2, 3).state_dict(), "discriminator": nn.Linear(3, 1).state_dict()}
names = {f"{part}.{k}": v for part, s in two.items() for k, v in s.items()}
write("two-networks", {"gan.pt": lambda f: torch.save(two, f)}, names)

parameters = {"weight": nn.Parameter(torch.randn(2, 3)), "inner": {"bias": nn.Parameter(torch.randn(3))}}
write("parameters", {"model.pt": lambda f: torch.save(parameters, f)}, {"weight": parameters["weight"], "inner.bias": parameters["inner"]["bias"]})

safe = {k: v.contiguous().clone() for k, v in every.items()}
write("safetensors", {"model.safetensors": lambda f: save_file(safe, f, metadata={"format": "pt"})}, safe)

first = {"encoder.layer.0.attention.self.query.weight": torch.randn(4, 4), "embeddings.word.weight": torch.randn(9, 4)}
second = {"encoder.layer.1.attention.self.query.weight": torch.randn(4, 4)}
index = {
    "metadata": {"total_size": 272},
    "weight_map": {k: "model-00001-of-00002.safetensors" for k in first} | {k: "model-00002-of-00002.safetensors" for k in second},
}
write(
    "shards",
    {
        "model.safetensors.index.json": lambda f: json.dump(index, open(f, "w"), indent=1),
        "model-00001-of-00002.safetensors": lambda f: save_file(first, f),
        "model-00002-of-00002.safetensors": lambda f: save_file(second, f),
    },
    first | second,
)
