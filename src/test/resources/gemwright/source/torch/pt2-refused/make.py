"""Makes the fixtures beside it: exported programs that no model of ONNX can stand for, and one whose sizes are all fixed.

    python make.py

The committed files come from Python 3.11 with torch==2.9.1; weights are random and ours.
"""
import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


class Unknown(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 16)

    def forward(self, x):
        y = self.fc(x).view(-1, 4, 4)
        return torch.linalg.svdvals(y) + torch.linalg.svdvals(y * 2), torch.linalg.eigvalsh(y)


@torch.library.custom_op("house::turn", mutates_args=())
def turn(x: torch.Tensor, k: int) -> torch.Tensor:
    return torch.roll(x, k, 1)


@turn.register_fake
def _(x, k):
    return torch.empty_like(x)


class Own(nn.Module):
    def forward(self, x):
        return torch.ops.house.turn(x, 2).relu()


class Fixed(nn.Module):
    def __init__(self):
        super().__init__()
        self.fc = nn.Linear(4, 2)

    def forward(self, x):
        return self.fc(x)


for module in (Unknown, Own, Fixed):
    program = torch.export.export(module().eval(), (torch.randn(2, 4),))
    torch.export.save(program, os.path.join(HERE, module.__name__.lower() + ".pt2"))
