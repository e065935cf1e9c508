"""Loads a module that torch.save wrote and saves its program: of torch.export, or a trace where that does not go.

Gemwright runs this in an environment that the user names, and nowhere else: loading a pickle runs what it asks for.
Arguments: the file, where the program goes, and a JSON list of inputs, {"type": "float", "shape": ["N", 3]}; a name is free.
Ends with one line on standard output, {"torch": VERSION}.
"""
import json
import socket
import sys
import warnings


def no_network(*_):
    raise OSError("no network while a model is loaded")


socket.socket.connect = no_network
warnings.filterwarnings("ignore")

import torch  # noqa: E402

TYPES = {"float": torch.float32, "double": torch.float64, "float16": torch.float16, "int64": torch.int64, "int32": torch.int32, "bool": torch.bool}


def example(inputs, batch):
    """Numbers that any embedding takes, and a batch that is not the last one's."""
    made = []
    for one in inputs:
        shape = [size if isinstance(size, int) else batch if place == 0 else 4 for place, size in enumerate(one["shape"])]
        kind = TYPES[one["type"]]
        made.append(torch.randn(shape).to(kind) if kind.is_floating_point else torch.zeros(shape, dtype=kind))
    return tuple(made)


def tensors(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, (list, tuple)):
        return [tensor for part in value for tensor in tensors(part)]
    return [value] if isinstance(value, torch.Tensor) else []


def same(traced, module, inputs):
    """Whether the trace gives what the module gives for another batch than it was made with."""
    try:
        pairs = zip(tensors(traced(*inputs)), tensors(module(*inputs)), strict=True)
        return all(a.shape == b.shape and torch.allclose(a, b, rtol=1e-3, atol=1e-5, equal_nan=True) for a, b in pairs)
    except (RuntimeError, ValueError):
        return False


def export(module, inputs, target):
    """Whether torch.export could follow the module, with all named sizes free."""
    sizes = {}
    shapes = []
    for one in inputs:
        names = [(place, size if isinstance(size, str) else "size_%d" % place) for place, size in enumerate(one["shape"]) if not isinstance(size, int)]
        shapes.append({place: sizes.setdefault(name, torch.export.Dim(name)) for place, name in names})
    try:
        torch.export.save(torch.export.export(module, example(inputs, 3), dynamic_shapes=tuple(shapes)), target)
        return True
    except Exception as failed:  # whatever a module does that cannot be followed; a trace may go
        print("torch.export:", failed, file=sys.stderr)
        return False


def main(source, target, inputs):
    module = torch.load(source, map_location="cpu", weights_only=False)
    if not isinstance(module, torch.nn.Module):
        sys.exit("the file holds a " + type(module).__name__ + ", not a module")
    module.eval()
    torch.manual_seed(0)
    specification = json.loads(inputs)
    with torch.no_grad():
        if not hasattr(torch, "export") or not export(module, specification, target):
            traced = torch.jit.trace(module, example(specification, 2), check_trace=False, strict=False)
            if not same(traced, module, example(specification, 3)):
                sys.exit("the module does something else with a batch of 3 than with one of 2; let it take sizes from its inputs")
            traced.save(target)
    print(json.dumps({"torch": torch.__version__}))


main(*sys.argv[1:])
