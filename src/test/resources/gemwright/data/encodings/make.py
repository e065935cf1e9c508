# Makes the same table in every encoding beside it, and compressed. Python 3.11, no packages.
import gzip
import pathlib

here = pathlib.Path(__file__).parent
text = "城市,名称,数量,备注\n北京,张伟,12,\"早上，好\"\n上海,王芳,,𠀀镕\n深圳,\"李,娜\",7,OK\n"
plain = "city,n\nKöln,1\nParis,2\n"
for name, encoding in {
    "utf8.csv": "utf-8",
    "utf8_mark.csv": "utf-8-sig",
    "utf16le.csv": "utf-16-le",
    "utf16be.csv": "utf-16-be",
    "gb18030.csv": "gb18030",
}.items():
    (here / name).write_bytes(text.encode(encoding))
(here / "utf16le_mark.csv").write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
(here / "utf16be_mark.csv").write_bytes(b"\xfe\xff" + text.encode("utf-16-be"))
(here / "utf8.csv.gz").write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
(here / "gb18030.csv.gz").write_bytes(gzip.compress(text.encode("gb18030"), mtime=0))
(here / "latin1.csv").write_bytes(plain.encode("latin-1"))
(here / "cyrillic.csv").write_bytes("город,n\nМосква,1\nтула,2\n".encode("cp1251"))
lines = '{"城市":"北京","n":1}\n{"城市":"上海","n":null}\n'
(here / "utf16le.jsonl").write_bytes(b"\xff\xfe" + lines.encode("utf-16-le"))
(here / "gb18030.jsonl").write_bytes(lines.encode("gb18030"))
