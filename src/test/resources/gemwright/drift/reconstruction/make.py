"""Makes reference.csv, current.csv and expected.csv: what projection on the main directions loses.

Run with: scikit-learn==1.7.2 pandas<3 numpy==2.4.6, in this folder. The rows are drawn here with a fixed seed; the steps are
those of NannyML 0.13.1's DataReconstructionDriftCalculator with windows of 100 rows.
"""
import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.preprocessing import StandardScaler

g = np.random.default_rng(7)


def rows(n, tilt, from_day):
    a = g.normal(0, 1, n)
    b = 3 * a + g.normal(0, 0.5, n)
    c = tilt * a + g.normal(0, 0.5, n) + 10
    d = g.choice(["red", "green", "blue"], n, p=[0.6, 0.3, 0.1]).astype(object)
    frame = pd.DataFrame({"when": pd.date_range(from_day, periods=n, freq="h"), "a": a.round(4), "b": b.round(4), "c": c.round(4), "d": d, "level": 5.0 + (np.arange(n) % 2)})
    frame.loc[frame.index % 17 == 3, "a"] = np.nan
    frame.loc[frame.index % 23 == 5, "d"] = None
    return frame


reference, current = rows(1000, 1, "2026-01-01"), rows(500, -1, "2026-03-01")
current.loc[current.index % 50 == 7, "d"] = "violet"
shares = reference["d"].fillna(reference["d"].mode()[0]).value_counts(normalize=True)


def encoded(frame):
    out = frame[["a", "b", "c"]].fillna(reference[["a", "b", "c"]].mean())
    out["d"] = frame["d"].fillna(reference["d"].mode()[0]).map(shares).fillna(0)
    out["level"] = frame["level"]
    return out.to_numpy()


scaler = StandardScaler().fit(encoded(reference))
pca = PCA(n_components=0.65, random_state=16).fit(scaler.transform(encoded(reference)))


def errors(frame):
    x = scaler.transform(encoded(frame))
    lost = np.linalg.norm(x - pca.inverse_transform(pca.transform(x)), axis=1)
    return [lost[i : i + 100].mean() for i in range(0, len(lost), 100)]


pd.DataFrame({"error": errors(reference) + errors(current)}).to_csv("expected.csv", index=False)
reference.to_csv("reference.csv", index=False)
current.to_csv("current.csv", index=False)
