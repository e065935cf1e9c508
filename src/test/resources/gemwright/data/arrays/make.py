# Makes the array fixtures beside it. numpy 2.x (made with 2.4.6), Python 3.11.
import pathlib

import numpy as np

here = pathlib.Path(__file__).parent
grid = np.arange(24).reshape(2, 3, 4)
cases = {
    "f2": (grid / 7).astype("<f2"),
    "f4": (grid / 7).astype("<f4"),
    "f8": grid / 7,
    "f4_big": (grid / 7).astype(">f4"),
    "i1": (grid - 12).astype("i1"),
    "i2_big": (grid * 1000 - 12000).astype(">i2"),
    "i4": (grid * 100_000_000 - 1_200_000_000).astype("<i4"),
    "i8_big": (grid * 10**17).astype(">i8"),
    "u1": (grid * 10).astype("u1"),
    "u2": (grid * 2700).astype("<u2"),
    "u4": (grid * 178_956_970).astype("<u4"),
    "u8": (grid.astype("<u8") * 768_614_336_404_564_650),
    "b1": grid % 3 == 0,
    "c8": (grid - 1j * grid).astype("<c8"),
    "c16_big": (grid + 2j * grid).astype(">c16"),
    "fortran": np.asfortranarray(grid.astype("<i4")),
    "fortran_big": np.asfortranarray((grid / 7).astype(">f8")),
    "unicode": np.array([["a", "Köln", ""], ["北京", "𝄞", "x y"]]),
    "unicode_big": np.array(["a", "北京"]).astype(">U2"),
    "bytes": np.array([b"ab", b"c"]),
    "scalar": np.float32(2.5),
    "empty": np.zeros((0, 3), "<f4"),
    "line": np.array([1.5, np.nan, -np.inf]),
    "whole_line": np.array([3, 1, 2], "<i8"),
}
out = here / "npy"
out.mkdir(exist_ok=True)
lines = []
for name, array in cases.items():
    np.save(out / f"{name}.npy", array)
    flat = np.asarray(array).reshape(-1)
    kind = flat.dtype.kind
    if kind == "U":
        said = [str(v) for v in flat]
    elif kind == "S":
        said = [v.decode() for v in flat]
    elif kind == "c":
        said = [f"{float(v.real)!r} {float(v.imag)!r}" for v in flat]
    elif kind == "f":
        said = [repr(float(v)) for v in flat]
    else:
        said = [str(int(v)) for v in flat]
    shape = "x".join(map(str, np.shape(array)))
    lines.append("\t".join([name, shape, *said]))
(here / "expected.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")

x = np.arange(6, dtype="<f4").reshape(3, 2)
y = np.array([0, 1, 0])
np.savez(here / "stored.npz", x=x, y=y, rate=np.int64(16000), state=np.zeros((2, 5), "<f4"))
np.savez_compressed(here / "deflated.npz", x=x, y=y)
with open(here / "version2.npy", "wb") as f:
    np.lib.format.write_array(f, x, version=(2, 0))
with open(here / "version3.npy", "wb") as f:
    np.lib.format.write_array(f, x, version=(3, 0))
np.save(here / "objects.npy", np.array([{}, None], dtype=object), allow_pickle=True)
np.save(here / "records.npy", np.array([(1, 2.0)], dtype=[("a", "<i4"), ("b", "<f8")]))
np.save(here / "dates.npy", np.array(["2026-01-01"], dtype="datetime64[D]"))
folder = here / "samples"
folder.mkdir(exist_ok=True)
for i, width in enumerate([2, 3, 2]):
    np.savez(folder / f"s{i}.npz", image=np.full((1, 1, width), i, "<f4"), length=np.array([width]))
