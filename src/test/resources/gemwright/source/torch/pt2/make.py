"""Makes the fixtures beside it: the modules of ../script/make.py as torch.export.save writes them, plain and decomposed.

    python make.py [CASE...]

writes CASE-{plain,decomposed}/{model.pt2, case.json}; the batch is a free dimension. The committed folders come from Python
3.11 with torch==2.9.1 numpy==2.4.6; weights are random and ours.
"""
import importlib.util, json, os, shutil, sys, warnings

import torch

warnings.filterwarnings("ignore")
HERE = os.path.dirname(os.path.abspath(__file__))
spec = importlib.util.spec_from_file_location("families", os.path.join(HERE, "..", "script", "make.py"))
families = importlib.util.module_from_spec(spec)
sys.modules["families"] = families
spec.loader.exec_module(families)

# Others are too large, or decompose to what they were.
PLAIN = {"activations", "comparisons", "convolutions", "creation", "elementwise", "indexing", "inplace", "movements", "pooling", "products", "recurrent", "reductions", "resizing", "windows"}
DECOMPOSED = {"activations", "convolutions", "inplace", "normalisation", "pooling", "reductions"}


def write(name, make, inputs, decomposed):
    torch.manual_seed(sum(map(ord, name)))
    module = make().eval()
    sets = [tuple(i(n) for i in inputs) for n in (3, 2)]
    batch = torch.export.Dim("batch", min=2, max=64)
    with torch.no_grad():
        program = torch.export.export(module, sets[0], dynamic_shapes=tuple({0: batch} for _ in inputs))
        if decomposed:
            program = program.run_decompositions()
        answers = [families.flat(program.module()(*s)) for s in sets]
    folder = os.path.join(HERE, name + ("-decomposed" if decomposed else "-plain"))
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    torch.export.save(program, os.path.join(folder, "model.pt2"))
    written = [{"inputs": [families.numbers(i) for i in s], "outputs": [families.numbers(o) for o in a]} for s, a in zip(sets, answers)]
    json.dump({"sets": written}, open(os.path.join(folder, "case.json"), "w"))


for name, (make, kinds, inputs) in families.CASES.items():
    if len(sys.argv) > 1 and name not in sys.argv[1:]:
        continue
    for decomposed in [d for d, names in ((False, PLAIN), (True, DECOMPOSED)) if name in names]:
        try:
            write(name, make, inputs, decomposed)
        except Exception as failed:  # what torch itself cannot export has no fixture
            print(name, decomposed, str(failed).splitlines()[0][:200])
