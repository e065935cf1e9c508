# Makes the compressed fixtures beside it. zstandard 0.25.0, Python 3.11.
import pathlib
import random

import zstandard

here = pathlib.Path(__file__).parent
random.seed(5)
words = ["Berlin", "Köln", "北京", "Paris", "value", "0.125", "true", "\n", ",", ";"]
text = "".join(random.choice(words) for _ in range(60_000)).encode()
for level in [1, 3, 12, 19]:
    (here / f"level{level}.zst").write_bytes(
        zstandard.ZstdCompressor(level=level, write_checksum=True).compress(text)
    )
streamed = zstandard.ZstdCompressor(level=3, write_content_size=False).compressobj()
(here / "streamed.zst").write_bytes(streamed.compress(text) + streamed.flush())
frames = zstandard.ZstdCompressor(level=3)
skippable = b"\x50\x2a\x4d\x18\x05\x00\x00\x00hello"
half = len(text) // 2
(here / "frames.zst").write_bytes(
    frames.compress(text[:half]) + skippable + frames.compress(text[half:])
)
(here / "zeros.zst").write_bytes(frames.compress(bytes(3_000_000)))
(here / "noise.zst").write_bytes(frames.compress(random.Random(1).randbytes(70_000)))
(here / "text.sha256").write_text(__import__("hashlib").sha256(text).hexdigest())
(here / "noise.sha256").write_text(
    __import__("hashlib").sha256(random.Random(1).randbytes(70_000)).hexdigest()
)
(here / "table.csv.zst").write_bytes(frames.compress("a,b\n1,Köln\n2,北京\n".encode()))
