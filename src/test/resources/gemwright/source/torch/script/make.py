"""Makes the fixtures beside it: TorchScript of families of operators, inputs of two batch sizes, and what torch gives.

    python make.py [CASE...]

writes CASE/{model.pt, case.json}: kind (trace, frozen or script), sets of inputs and outputs as flat lists. The committed
folders come from Python 3.11 with torch==2.9.1 numpy==2.4.6. All weights are random and ours.
"""
import json, math, os, shutil, sys, warnings

import torch
import torch.nn.functional as F
from torch import nn

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
CASES = {}


def case(kinds, inputs):
    def register(module):
        CASES[module.__name__.lower()] = (module, kinds, inputs)
        return module
    return register


def floats(*shape):
    return lambda n: torch.randn(n, *shape)


def whole(high, *shape):
    return lambda n: torch.randint(0, high, (n, *shape))


@case("trace", [floats(3, 4)])
class Elementwise(nn.Module):
    def forward(self, x):
        p = x.abs() + 0.1
        i = (x * 4).to(torch.int64)
        return (
            x.sign(), x.ceil(), x.floor(), x.round(), x.trunc(), x.frac(), x.neg(), x.exp(), p.log(), p.sqrt(), p.rsqrt(),
            x.sin(), x.cos(), x.tan(), x.atan(), x.tanh(), x.sigmoid(), torch.erf(x), torch.erfc(x), torch.expm1(x),
            torch.log1p(p), torch.log2(p), torch.log10(p), x.reciprocal(), x.square(), torch.add(x, p, alpha=2),
            x - 1, 1 - x, x * p, x / 3, torch.div(x, p, rounding_mode="floor"), torch.div(x, p, rounding_mode="trunc"),
            x // p, x % 0.7, torch.fmod(x, 0.7), i // 3, i % 3, torch.div(i, 2), i + 0.5, x**2, p**0.5, 2**x,
            torch.maximum(x, p), torch.minimum(x, 0.5 * p), torch.atan2(x, p - 1), torch.addcmul(x, p, p, value=0.3),
            torch.addcdiv(x, p, p + 1, value=0.3), torch.lerp(x, p, 0.3), x.clamp(-0.5, 0.5), x.clamp(min=0.0),
            x.clamp_max(0.2), x.double(), x.to(torch.float16).float(), i.float(), torch.exp2(x), x.asinh(),
        )


@case("trace", [floats(6, 4)])
class Activations(nn.Module):
    def __init__(self):
        super().__init__()
        self.prelu = nn.PReLU(6)
        nn.init.uniform_(self.prelu.weight)

    def forward(self, x):
        return (
            F.relu(x), F.relu6(3 * x), F.silu(x), F.mish(x), F.selu(x), F.hardswish(x), F.hardsigmoid(x), F.hardtanh(x, -0.4, 0.6),
            F.leaky_relu(x, 0.2), F.elu(x, 0.7), F.celu(x, 0.7), F.gelu(x), F.gelu(x, approximate="tanh"), F.softplus(x, 2.0, 1.5),
            F.softshrink(x, 0.3), F.hardshrink(x, 0.3), F.threshold(x, 0.1, -2.0), F.logsigmoid(x), self.prelu(x), F.glu(x, 1),
            F.softmax(x, 1), F.log_softmax(x, -1), F.softsign(x), F.tanhshrink(x), F.softmin(x, 2), F.dropout(x, 0.5, False),
        )


@case("trace", [floats(5)])
class Comparisons(nn.Module):
    def forward(self, x):
        y = x.roll(1, 1)
        return (
            x == y, x != y, x < y, x <= 0, x > 0.5, x >= y, (x > 0) & (y > 0), (x > 0) | (y > 0), (x > 0) ^ (y > 0), ~(x > 0),
            torch.logical_and(x, y), torch.logical_not(x > 0), torch.where(x > 0, x, y), torch.where(x > 0, x, 0.0),
            x.masked_fill(x > 0, -1.0), torch.isnan(x), torch.isfinite(x), (x > 0).any(1), (x > 0).all(1), (x > 0).any(),
            torch.eq(x, x).float(), (x > 0).to(torch.int64) & 1,
        )


@case("trace", [floats(4, 6)])
class Movements(nn.Module):
    def forward(self, x):
        n = x.shape[0]
        a, b = torch.meshgrid(x[0, 0], x[0, :, 0], indexing="ij")
        return (
            x.view(n, 24), x.reshape(n, -1, 3), x.flatten(1), x.flatten(), x.unflatten(2, (2, 3)), x.permute(2, 0, 1), x.transpose(1, 2),
            x[0].t(), x.unsqueeze(1), x.unsqueeze(-1).squeeze(-1), x[:, :1].squeeze(1), x[:, :1].expand(-1, 4, -1), x[:, 0].unsqueeze(1).expand_as(x),
            x.repeat(1, 2, 1), x.tile(2, 1), x.repeat_interleave(2, 1), torch.cat([x, x * 2], 1), torch.cat([x, x.double()], 2),
            torch.stack([x, x + 1], 1), x.flip(1), x.flip([0, 2]), x.roll(2, 2), x.roll((1, -1), (1, 2)), F.pixel_shuffle(x.view(n, 4, 2, 3), 2),
            F.pixel_unshuffle(x.view(n, 1, 4, 6), 2), F.channel_shuffle(x.view(n, 4, 2, 3), 2), x.movedim(1, 2), a, b, x.swapaxes(0, 1),
        )


@case("trace", [floats(4, 6), whole(4, 3)])
class Indexing(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(4, 5)
        self.bag = nn.EmbeddingBag(4, 5, mode="sum")
        self.largest = nn.EmbeddingBag(4, 5, mode="max")
        self.register_buffer("picked", torch.tensor([2, 0]))

    def forward(self, x, i):
        a, b = x.split([1, 3], 1)
        c, d, e = x.chunk(3, 2)
        f = x.unbind(1)
        v, p = x.topk(3, 2)
        s, q = x.sort(1, descending=True)
        return (
            x[:, 1], x[:, -1], x[:, 1:3], x[:, :, ::2], x[:, :-1], x[..., 2:], x.narrow(2, 1, 3), a, b, c, d, e, f[0], f[3],
            x.index_select(1, self.picked), x[:, self.picked], x[:, self.picked, torch.tensor([1, 3])], x[:, :, self.picked].sum(1),
            x.gather(1, i.unsqueeze(2).expand(-1, -1, 6)), self.emb(i), self.bag(i), self.largest(i), v, p, s, q, x.argsort(2),
            x.tril(), x.triu(1), F.one_hot(i, 4), torch.zeros_like(x).scatter(1, i.unsqueeze(2), 1.0),
            torch.zeros(i.shape[0], 4).scatter_add(1, i, torch.ones_like(i, dtype=torch.float32)), x[i[:, 0] > 1],
            x.take_along_dim(i.unsqueeze(2), 1),
        )


@case("trace", [floats(3)])
class Creation(nn.Module):
    def forward(self, x):
        n = x.shape[0]
        return (
            torch.zeros(n, 2), torch.ones(n, 3), torch.full((n, 2), 1.5), torch.full((2,), 3), torch.zeros_like(x), torch.ones_like(x, dtype=torch.int64),
            torch.full_like(x, 0.25), x.new_zeros(n, 4), x.new_full((2, n), 2.0), torch.arange(n), torch.arange(1, 7, 2), torch.arange(0.0, 1.0, 0.25),
            torch.linspace(-1, 1, 5), torch.eye(3), torch.tensor([[1.0, 2.0], [3.0, 4.0]]) + x[0, 0], torch.arange(n, dtype=torch.float32) * 2,
        )


@case("trace", [floats(4, 5)])
class Reductions(nn.Module):
    def forward(self, x):
        m, i = x.max(1)
        k, j = x.min(2, keepdim=True)
        return (
            x.mean(), x.mean(1), x.mean((1, 2), keepdim=True), x.sum(), x.sum(2), (x > 0).sum(1), x.prod(1), x.amax((1, 2)), x.amin(1, keepdim=True),
            m, i, k, j, x.max(), x.argmax(1), x.argmin(2, keepdim=True), x.argmax(), x.var(1), x.var((1, 2), unbiased=False), x.std(2), x.std(),
            x.norm(), x.norm(dim=1), torch.linalg.vector_norm(x, 1, dim=2), torch.linalg.vector_norm(x, float("inf"), dim=1), x.norm(p=3, dim=1),
            x.logsumexp(1), x.cumsum(1), x.cumsum(2), F.normalize(x, dim=1), F.cosine_similarity(x, x.flip(1), dim=2),
        )


@case("trace", [floats(4, 6)])
class Products(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(6, 3)
        self.plain = nn.Linear(6, 3, bias=False)
        self.two = nn.Bilinear(6, 6, 2)
        self.w = nn.Parameter(torch.randn(6, 5))

    def forward(self, x):
        y = x.transpose(1, 2)
        return (
            self.fc(x), self.plain(x), self.fc(x[:, 0]), x @ self.w, torch.bmm(x, y), torch.baddbmm(torch.bmm(x, y), x, y, beta=0.5, alpha=2.0),
            torch.addmm(x[:, 0, :5], x[:, 1], self.w, beta=0.5, alpha=0.25), torch.mm(x[:, 0], self.w), torch.mv(x[0], self.w[:, 0]),
            torch.dot(x[0, 0], self.w[:, 1]), torch.einsum("bij,jk->bik", x, self.w), torch.outer(x[0, 0], x[0, 1]), self.two(x, x.flip(2)),
        )


@case("trace", [floats(4, 6), floats(4, 4, 3), floats(2, 2, 3, 2)])
class Convolutions(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.Conv1d(4, 6, 3, stride=2, padding=1, groups=2)
        self.b = nn.Conv1d(4, 5, 4, padding="same", dilation=2)
        self.c = nn.Conv2d(4, 3, (3, 2), padding=(1, 0), stride=(2, 1), bias=False)
        self.d = nn.Conv2d(4, 4, 3, padding=1, padding_mode="reflect")
        self.e = nn.ConvTranspose1d(4, 2, 3, stride=2, padding=1, output_padding=1)
        self.f = nn.ConvTranspose2d(4, 6, 3, stride=2, groups=2, dilation=2)
        self.g = nn.Conv3d(2, 3, 2, stride=(1, 2, 1))
        self.h = nn.Conv2d(4, 4, 3, padding=1, padding_mode="circular")
        self.i = nn.utils.weight_norm(nn.Conv1d(4, 3, 2))
        self.j = nn.ConvTranspose3d(2, 2, 2, stride=2)

    def forward(self, x, y, z):
        return self.a(x), self.b(x), self.c(y), self.d(y), self.e(x), self.f(y), self.g(z), self.h(y), self.i(x), self.j(z)


@case("trace", [floats(3, 11), floats(3, 9, 8), floats(2, 4, 6, 6)])
class Pooling(nn.Module):
    def forward(self, x, y, z):
        return (
            F.max_pool1d(x, 3), F.max_pool1d(x, 2, 3, ceil_mode=True), F.max_pool2d(y, 3, 2, 1), F.max_pool2d(y, 2, 2, ceil_mode=True),
            F.max_pool2d(y, (3, 2), (2, 1), dilation=(2, 1)), F.max_pool3d(z, 2), F.avg_pool1d(x, 3, 2, 1), F.avg_pool2d(y, 3, 2, 1),
            F.avg_pool2d(y, 3, 2, 1, count_include_pad=False), F.avg_pool2d(y, 3, 2, 1, ceil_mode=True), F.avg_pool2d(y, 2, 2, ceil_mode=True),
            F.avg_pool3d(z, 2), F.adaptive_avg_pool1d(x, 1), F.adaptive_avg_pool1d(x, 4), F.adaptive_avg_pool2d(y, 1), F.adaptive_avg_pool2d(y, (3, 4)),
            F.adaptive_avg_pool2d(y, (4, 5)), F.adaptive_avg_pool3d(z, 2), F.adaptive_max_pool1d(x, 1), F.adaptive_max_pool2d(y, (3, 2)),
            F.lp_pool1d(x.abs(), 2.0, 3),
        )


@case("trace", [floats(6, 7), floats(6, 4, 5)])
class Normalisation(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.BatchNorm1d(6)
        self.b = nn.BatchNorm2d(6, affine=False)
        self.c = nn.LayerNorm(7)
        self.d = nn.LayerNorm([4, 5], elementwise_affine=False)
        self.e = nn.GroupNorm(3, 6)
        self.f = nn.GroupNorm(1, 6, affine=False)
        self.g = nn.InstanceNorm1d(6)
        self.h = nn.InstanceNorm2d(6, affine=True)
        self.i = nn.InstanceNorm2d(6, track_running_stats=True)
        self.j = nn.RMSNorm(7)
        for norm in (self.a, self.b, self.i):
            norm.running_mean.normal_()
            norm.running_var.uniform_(0.5, 2)
        for norm in (self.a, self.c, self.e, self.h):
            nn.init.uniform_(norm.weight)
            nn.init.normal_(norm.bias)

    def forward(self, x, y):
        return (
            self.a(x), self.b(y), self.c(x), self.d(y), self.e(y), self.f(x), self.g(x), self.h(y), self.i(y), self.j(x),
            F.local_response_norm(y, 3), self.a(x[:, :, 0]),
        )


@case("trace script", [floats(5, 4)])
class Recurrent(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = nn.LSTM(4, 3, num_layers=2, bidirectional=True, batch_first=True)
        self.b = nn.GRU(4, 3, batch_first=True, bias=False)
        self.c = nn.RNN(4, 3, nonlinearity="relu", num_layers=2)
        self.d = nn.LSTMCell(4, 3)
        self.e = nn.GRUCell(4, 3)
        self.f = nn.RNNCell(4, 3)

    def forward(self, x):
        o, (h, c) = self.a(x)
        p, g = self.b(x)
        q, r = self.c(x.transpose(0, 1))
        s = self.d(x[:, 0])
        return o, h, c, p, g, q, r, s[0], s[1], self.e(x[:, 1]), self.f(x[:, 2])


@case("trace script", [floats(5, 8)])
class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.mha = nn.MultiheadAttention(8, 2, batch_first=True)
        layer = nn.TransformerDecoderLayer(8, 2, 16, batch_first=True, norm_first=True, activation="gelu")
        self.decoder = nn.TransformerDecoder(layer, 1)

    def forward(self, x):
        a, w = self.mha(x, x, x)
        mask = torch.ones(5, 5, dtype=torch.bool).tril()
        q = x.view(x.shape[0], 5, 2, 4).transpose(1, 2)
        b = F.scaled_dot_product_attention(q, q, q, is_causal=True)
        c = F.scaled_dot_product_attention(q, q, q, attn_mask=mask)
        d = F.scaled_dot_product_attention(q, q, q, scale=0.3)
        return a, w, b, c, d, self.decoder(x, a)


@case("trace script", [floats(2, 4, 3)])
class Resizing(nn.Module):
    def forward(self, x):
        return (
            F.interpolate(x, scale_factor=2.0), F.interpolate(x, size=(5, 6), mode="bilinear", align_corners=True),
            F.interpolate(x, size=(3, 8), mode="bilinear", align_corners=False), F.interpolate(x, scale_factor=1.5, mode="bicubic", align_corners=False),
            F.interpolate(x[:, :, 0], size=8, mode="linear", align_corners=False), F.pad(x, (1, 2)), F.pad(x, (1, 2, 0, 1), value=0.5),
            F.pad(x, (1, 2, 2, 1), mode="reflect"), F.pad(x, (1, 0, 0, 2), mode="replicate"), F.pad(x, (1, 1, 1, 1), mode="circular"), F.pad(x, (-1, 1)),
        )


@case("trace script", [floats(4, 6)])
class InPlace(nn.Module):
    """What is written through views changes the tensor that they look at."""

    def forward(self, x: torch.Tensor):
        a = x * 2
        a[:, 1] = 0.5
        a[:, 2:, 1:-1] += 1
        a[0].mul_(3.0)
        b = x + 1
        b[:, :, 3].clamp_(0.0, 0.5)
        b.view(-1, 24)[:, 5:7].fill_(-1.0)
        c = x.clone()
        c.transpose(1, 2)[:, 0] = x[:, :, 2]
        d = x.new_zeros(x.shape[0], 4, 6)
        d[:, 1:3] = x[:, :2]
        d[:, -1, -2:] = x[:, 0, :2]
        e = F.relu(x - 0.1, inplace=True)
        e += a
        return a, b, c, d, e


@case("script", [floats(3, 9, 9)])
class Windows(nn.Module):
    """Sizes that only the inputs tell."""

    def forward(self, x: torch.Tensor):
        total = 0
        for i in range(1, x.dim()):
            total += i * x.size(1)
        y = F.max_pool2d(x, 3, 2, 0, ceil_mode=True)
        return y, F.instance_norm(x) * total, x.flatten(2).mean(2) + sum([x.size(1), 2]), torch.zeros(x.size(2), x.size(3) // 2)


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.fc = nn.Linear(width, width)
        self.norm = nn.LayerNorm(width)

    def forward(self, x):
        return x + F.relu(self.fc(self.norm(x)))


@case("trace script", [whole(9, 5)])
class Encoder(nn.Module):
    def __init__(self):
        super().__init__()
        self.emb = nn.Embedding(9, 8)
        layers = [nn.TransformerEncoderLayer(8, 2, 12, batch_first=True, norm_first=f, activation="gelu" if f else "relu") for f in (True, False)]
        self.layers = nn.ModuleList(layers)
        self.register_buffer("mask", torch.ones(5, 5, dtype=torch.bool).triu(1))

    def forward(self, ids):
        x = self.emb(ids)
        for layer in self.layers:
            x = layer(x, src_mask=self.mask)
            x = layer(x)
        return x


@case("script frozen", [floats(6, 8)])
class Control(nn.Module):
    """Loops, branches, lists, dictionaries and functions that only a script has."""

    def __init__(self):
        super().__init__()
        self.blocks = nn.ModuleList([Block(8) for _ in range(3)])
        self.gates = nn.ModuleDict({"a": nn.Linear(8, 1), "b": nn.Linear(8, 1)})
        self.skip = True

    def scale(self, x: torch.Tensor, by: float = 0.5):
        if x.dim() == 3 and self.skip:
            return x * by
        return x

    def forward(self, x: torch.Tensor):
        kept: list[torch.Tensor] = []
        for i, block in enumerate(self.blocks):
            x = block(x)
            if i % 2 == 0:
                kept.append(self.scale(x))
        total = torch.zeros_like(x)
        for k in kept:
            total += k
        steps = 0
        while steps < 3:
            total = total * 0.9 + float(steps)
            steps += 1
        gated = {"x": x}
        for name, gate in self.gates.items():
            gated[name] = torch.sigmoid(gate(x))
        pooled = [gated["a"].mean(1), gated["b"].amax(1)]
        if total.size(2) != 8:
            raise ValueError("expected 8 features, got {}".format(total.size(2)))
        return total, torch.cat(pooled, dim=1), gated["a"] * gated["b"]


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


def write(name, kind, make, inputs):
    torch.manual_seed(sum(map(ord, name)))
    module = make().eval()
    sets = [[i(n) for i in inputs] for n in (3, 2)]
    with torch.no_grad():
        if kind == "script":
            saved = torch.jit.script(module)
        else:
            saved = torch.jit.trace(module, tuple(sets[0]), check_trace=False) if name != "control" else torch.jit.script(module)
        saved = torch.jit.freeze(saved) if kind == "frozen" else saved
    folder = os.path.join(HERE, name + "-" + kind)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    file = os.path.join(folder, "model.pt")
    saved.save(file)
    loaded = torch.jit.load(file)
    with torch.no_grad():
        answers = [flat(loaded(*s)) for s in sets]
    written = [{"inputs": [numbers(i) for i in s], "outputs": [numbers(o) for o in a]} for s, a in zip(sets, answers)]
    json.dump({"kind": kind, "sets": written}, open(os.path.join(folder, "case.json"), "w"))


if __name__ == "__main__":
    for name, (make, kinds, inputs) in CASES.items():
        if len(sys.argv) == 1 or name in sys.argv[1:]:
            for kind in kinds.split():
                write(name, kind, make, inputs)
