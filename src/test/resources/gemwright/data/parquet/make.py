# Makes types.parquet beside it. pyarrow 26.0.1, Python 3.11.
import datetime
import decimal
import pathlib

import pyarrow as pa
import pyarrow.parquet as pq

here = pathlib.Path(__file__).parent
utc = datetime.timezone.utc
table = pa.table(
    {
        "whole": pa.array([1, None, -(2**62)], pa.int64()),
        "small": pa.array([1, 2, 255], pa.uint8()),
        "large": pa.array([1, 2, 2**64 - 1], pa.uint64()),
        "real": pa.array([0.5, None, float("inf")], pa.float64()),
        "single": pa.array([0.1, float("nan"), 2.0], pa.float32()),
        "money": pa.array([decimal.Decimal("1.25"), None, decimal.Decimal("-3.50")]),
        "truth": pa.array([True, None, False]),
        "it's \"a\"; DROP TABLE t": pa.array(["Köln", None, ""], pa.string()),
        "kind": pa.array(["a", "b", "a"]).dictionary_encode(),
        "day": pa.array([datetime.date(2026, 2, 28), None, datetime.date(1969, 12, 31)]),
        "moment": pa.array(
            [datetime.datetime(2026, 2, 28, 17, 5, 9, 123456), None, datetime.datetime(1970, 1, 1)]
        ),
        "zoned": pa.array(
            [datetime.datetime(2026, 2, 28, 17, 5, tzinfo=utc), None, None],
            pa.timestamp("ms", "Asia/Shanghai"),
        ),
        "vector": pa.array([[1.0, 2.5], [0.0, -1.0], [3.0, 4.0]], pa.list_(pa.float32())),
        "ragged": pa.array([[1], [1, 2], None], pa.list_(pa.int32())),
        "nested": pa.array([{"x": 1}, None, {"x": 3}]),
    }
)
pq.write_table(table, here / "types.parquet", compression="zstd")
pq.write_table(table.slice(0, 0).select(["whole", "kind"]), here / "norows.parquet")
