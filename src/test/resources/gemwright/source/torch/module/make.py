"""Makes the fixtures beside it: modules that torch.save wrote whole, inputs of two batch sizes, and what torch gives.

    python make.py

writes CASE/{model.pt, case.json}; the cases under refused/ have no answers. The committed folders come from Python 3.11 with
torch==2.9.1 numpy==2.4.6; weights are random and ours.
"""
import json, math, os, shutil, sys, types, warnings

import torch
from torch import nn

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))


def floats(*shape):
    return lambda n: torch.randn(n, *shape)


def whole(high, *shape):
    return lambda n: torch.randint(0, high, (n, *shape))


ENCODER = nn.TransformerEncoderLayer(8, 2, 12, activation="gelu", norm_first=True)
CASES = {
    "activations": (
        nn.Sequential(
            nn.Linear(6, 6), nn.ReLU(), nn.LeakyReLU(0.2), nn.ELU(0.5), nn.CELU(0.7), nn.SELU(), nn.GELU(), nn.GELU("tanh"), nn.SiLU(), nn.Mish(),
            nn.Linear(6, 8), nn.Hardswish(), nn.Hardsigmoid(), nn.Hardtanh(-0.3, 0.8), nn.Softplus(2.0), nn.Linear(8, 6, bias=False), nn.Sigmoid(), nn.Tanh(),
            nn.Softshrink(0.1), nn.Linear(6, 6), nn.Hardshrink(0.1), nn.Threshold(0.0, -0.1), nn.LogSigmoid(), nn.Softsign(), nn.Tanhshrink(), nn.PReLU(6),
            nn.Linear(6, 6), nn.GLU(), nn.Softmin(dim=1), nn.LogSoftmax(dim=1), nn.Identity(), nn.Dropout(0.3), nn.ReLU6(), nn.Linear(3, 4), nn.Softmax(),
        ),
        floats(6),
    ),
    "images": (
        nn.Sequential(
            nn.ZeroPad2d(1), nn.Conv2d(3, 4, 3, padding="same"), nn.BatchNorm2d(4), nn.ReLU(inplace=True), nn.MaxPool2d(2), nn.ReflectionPad2d((1, 0, 1, 0)),
            nn.Conv2d(4, 4, 3, padding=1, groups=2, padding_mode="reflect"), nn.GroupNorm(2, 4), nn.Upsample(scale_factor=2, mode="bilinear"),
            nn.ConvTranspose2d(4, 8, 2, stride=2), nn.InstanceNorm2d(8, affine=True), nn.PixelShuffle(2), nn.AvgPool2d(3, 2, 1), nn.ConstantPad2d(1, 0.5),
            nn.Sequential(nn.Conv2d(2, 4, 1, bias=False), nn.Dropout2d()), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(4, 3),
        ),
        floats(3, 6, 6),
    ),
    "signals": (
        nn.Sequential(
            nn.Conv1d(2, 6, 3, stride=2, padding=1), nn.BatchNorm1d(6), nn.ReplicationPad1d(1), nn.MaxPool1d(3, 1), nn.AvgPool1d(2), nn.ConvTranspose1d(6, 4, 3),
            nn.Upsample(scale_factor=2.0), nn.CircularPad1d(1), nn.ChannelShuffle(2), nn.AdaptiveMaxPool1d(1), nn.Flatten(1), nn.Unflatten(1, (2, 2)),
            nn.LayerNorm(2), nn.Flatten(), nn.Linear(4, 2), nn.RMSNorm(2),
        ),
        floats(2, 15),
    ),
    "volumes": (nn.Sequential(nn.Conv3d(1, 2, 2), nn.BatchNorm3d(2), nn.MaxPool3d(2), nn.AvgPool3d(2), nn.AdaptiveAvgPool3d(1), nn.Flatten()), floats(1, 6, 6, 6)),
    "words": (nn.Sequential(nn.Embedding(20, 8, padding_idx=0), nn.LSTM(8, 5, num_layers=2, batch_first=True, bidirectional=True)), whole(20, 7)),
    "gru": (nn.GRU(4, 3, batch_first=True), floats(5, 4)),
    "rnn": (nn.RNN(4, 3, num_layers=2, bias=False), lambda n: torch.randn(5, n, 4)),
    "encoder": (nn.Sequential(nn.TransformerEncoder(ENCODER, 2, nn.LayerNorm(8), enable_nested_tensor=False), nn.Linear(8, 2)), floats(4, 8)),
}


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 4)

    def forward(self, x):
        return self.fc(x)


def flat(values):
    out = []
    for v in values if isinstance(values, (tuple, list)) else [values]:
        out += flat(v) if isinstance(v, (tuple, list)) else [v]
    return out


def numbers(tensor):
    return {
        "dtype": str(tensor.dtype).replace("torch.", ""),
        "shape": list(tensor.shape),
        "values": [float(f"{x:.9g}") if math.isfinite(x) else str(x) for x in tensor.detach().flatten().double().tolist()],
    }


def write(name, module, make, legacy=False):
    folder = os.path.join(HERE, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for part in module.modules():
        if isinstance(part, nn.modules.batchnorm._BatchNorm):
            part.running_mean.normal_()
            part.running_var.uniform_(0.5, 2)
    module.eval()
    torch.save(module, os.path.join(folder, "model.pt"), _use_new_zipfile_serialization=not legacy)
    if make is None:
        return
    sets = [make(n) for n in (3, 2)]
    with torch.no_grad():
        written = [{"inputs": [numbers(s)], "outputs": [numbers(o) for o in flat(module(s))]} for s in sets]
    json.dump({"sets": written}, open(os.path.join(folder, "case.json"), "w"))


torch.manual_seed(5)
for case, (module, make) in CASES.items():
    write(case, module, make)
write("legacy", nn.Sequential(nn.Linear(3, 2), nn.ReLU()), floats(3), legacy=True)

nets = types.ModuleType("nets")
nets.Net = Net
Net.__module__ = "nets"
sys.modules["nets"] = nets
write("refused/custom", nn.Sequential(nn.Linear(4, 4), Net(), nn.Sequential(Net(), nn.ReLU())), None)
write("refused/hooked", nn.Sequential(nn.utils.weight_norm(nn.Linear(4, 4))), None)
write("refused/list", nn.ModuleList([nn.Linear(4, 4)]), None)
