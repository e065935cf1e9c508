"""Makes the fixtures beside it: traces in which the batch of the example, 3, stands as a number.

    python make.py

The committed files come from Python 3.11 with torch==2.9.1.
"""
import os

import torch
from torch import nn

HERE = os.path.dirname(os.path.abspath(__file__))


class View(nn.Module):
    def forward(self, x):
        return x.view(3, -1) * 2


class State(nn.Module):
    def __init__(self):
        super().__init__()
        self.lstm = nn.LSTM(4, 3, batch_first=True)

    def forward(self, x):
        h = torch.zeros(1, 3, 3)
        return self.lstm(x, (h, h))[0]


class Joined(nn.Module):
    def forward(self, x):
        return torch.cat([torch.ones(3, 1, 4), x], 1)


class Added(nn.Module):
    def forward(self, x):
        return x.reshape(x.shape[0] * 5, 4) + torch.arange(15).unsqueeze(1)


for module in (View, State, Joined, Added):
    traced = torch.jit.trace(module().eval(), torch.randn(3, 5, 4), check_trace=False)
    traced.save(os.path.join(HERE, module.__name__.lower() + ".pt"))
