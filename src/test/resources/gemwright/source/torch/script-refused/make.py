"""Makes the fixtures beside it: scripts that no model of ONNX can stand for, each for one reason.

    python make.py

The committed files come from Python 3.11 with torch==2.9.1; weights are random and ours.
"""
import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


class Loop(nn.Module):
    def forward(self, x: torch.Tensor):
        while bool(x.sum() > 1.0):
            x = x * 0.5
        return x


class Branch(nn.Module):
    def forward(self, x: torch.Tensor):
        if bool(x.mean() > 0):
            x = x + 1
        return x * 2


class Listed(nn.Module):
    def forward(self, xs: list[torch.Tensor]):
        return torch.stack(xs).sum(0)


class Svd(nn.Module):
    def forward(self, x: torch.Tensor):
        s = torch.linalg.svdvals(x)
        return s + torch.linalg.svdvals(x * 2) + torch.linalg.eigvalsh(x)


class Dropped(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(0.5)

    def forward(self, x: torch.Tensor):
        return self.drop(x)


class Alias(nn.Module):
    def forward(self, x: torch.Tensor):
        y = x * 2
        row = y[0]
        y.mul_(3.0)
        return row


for module in (Loop, Branch, Listed, Svd, Alias):
    torch.jit.script(module().eval()).save(os.path.join(HERE, module.__name__.lower() + ".pt"))
torch.jit.script(Dropped().train()).save(os.path.join(HERE, "dropped.pt"))
