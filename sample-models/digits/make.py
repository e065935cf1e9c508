"""Makes the digits sample: a small convolutional network as ONNX, and rows to judge it on.

Python 3.11, torch 2.9.1, onnx 1.20.0, onnxscript 0.7.2, scikit-learn 1.7.2, numpy 2.3.5.

usage: python make.py
"""
import numpy as np
import torch
from sklearn.datasets import load_digits
from sklearn.model_selection import train_test_split
from torch import nn

torch.manual_seed(7)
images, labels = load_digits(return_X_y=True)
images = (images / 16.0).astype(np.float32).reshape(-1, 1, 8, 8)
train_images, test_images, train_labels, test_labels = train_test_split(images, labels, test_size=500, random_state=7, stratify=labels)

model = nn.Sequential(
    nn.Conv2d(1, 32, 3, padding=1), nn.BatchNorm2d(32), nn.ReLU(), nn.MaxPool2d(2),
    nn.Conv2d(32, 64, 3, padding=1), nn.BatchNorm2d(64), nn.ReLU(), nn.Flatten(),
    nn.Linear(64 * 4 * 4, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, 10))
optimizer = torch.optim.Adam(model.parameters(), lr=2e-3)
x, y = torch.from_numpy(train_images), torch.from_numpy(train_labels)
for epoch in range(40):
    model.train()
    for batch in torch.randperm(len(x)).split(64):
        optimizer.zero_grad()
        nn.functional.cross_entropy(model(x[batch]), y[batch]).backward()
        optimizer.step()
model.eval()

with torch.no_grad():
    print("accuracy", (model(torch.from_numpy(test_images)).argmax(1).numpy() == test_labels).mean())
example = torch.zeros(2, 1, 8, 8)
program = torch.onnx.export(model, (example,), dynamo=True, opset_version=20, input_names=["image"], output_names=["logits"],
                            dynamic_shapes=({0: torch.export.Dim("N")},), verbose=False)
proto = program.model_proto
for node in proto.graph.node:
    del node.metadata_props[:]          # they name files of the machine that made this
import onnx
onnx.save(proto, "digits_cnn.onnx")
np.savez("test.npz", image=test_images, label=test_labels.astype(np.int64))
np.savez("calibration.npz", image=train_images[:200])
