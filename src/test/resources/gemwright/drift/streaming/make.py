"""Makes series.json and expected.json: where river's detectors alarm.

Run with: river==0.26.1 numpy==2.4.6, in this folder. The series are drawn here with a fixed seed.
"""
import json
import numpy as np
import river
from river import drift

g = np.random.default_rng(3)
SERIES = {
    "error_rate_rises_and_falls": [int(x) for x in np.concatenate([g.random(1000) < 0.1, g.random(1000) < 0.35, g.random(1000) < 0.1])],
    "mean_then_deviation": [round(float(x), 6) for x in np.concatenate([g.normal(0, 1, 1000), g.normal(1, 1, 1000), g.normal(1, 3, 1000)])],
    "steady": [round(float(x), 6) for x in g.normal(0, 1, 1500)],
    "error_rate_creeps": [int(x) for x in g.random(2000) < np.linspace(0.05, 0.4, 2000)],
    "never_wrong": [0] * 200,
    "always_wrong": [1] * 200,
    "short": [5.0, 5.0, 5.0],
}
REAL = {"ADWIN": drift.ADWIN, "PageHinkley": drift.PageHinkley}
BINARY = {"DDM": drift.binary.DDM, "EDDM": drift.binary.EDDM, "HDDMA": drift.binary.HDDMA, "HDDMW": drift.binary.HDDMW}
results = []
for name, values in SERIES.items():
    errors = set(values) <= {0, 1}
    for detector, make in (REAL | BINARY if errors else REAL).items():
        one, changes, warnings = make(), [], []
        for i, value in enumerate(values):
            one.update(bool(value) if detector in BINARY else value)
            if one.drift_detected:
                changes.append(i)
            if getattr(one, "warning_detected", False):
                warnings.append(i)
        results.append({"series": name, "detector": detector, "drift_indices": changes, "first_warnings": warnings[:20]})
with open("series.json", "w") as out:
    json.dump(SERIES, out, separators=(",", ":"))
with open("expected.json", "w") as out:
    json.dump({"river": river.__version__, "results": results}, out, separators=(",", ":"))
