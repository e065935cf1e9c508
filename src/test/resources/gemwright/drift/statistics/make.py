"""Makes cases.csv (the values of each case) and expected.csv (what SciPy and Evidently say).

Run with: scipy==1.17.1 numpy<3 pandas<3 scikit-learn evidently==0.7.23, in this folder.
Origin of the values: the formulas below, with a fixed seed; nothing is downloaded.
"""
import csv, math, warnings
import numpy as np, pandas as pd
from scipy import stats
from scipy.spatial import distance
from evidently.legacy.calculations.stattests import registry
from evidently.legacy.calculations import stattests  # noqa: F401 (registers the tests)
from evidently.legacy.core import ColumnType

warnings.filterwarnings("ignore")
random = np.random.default_rng(20260101)
CASES = {
    "shifted": ("num", random.normal(0, 1, 80).round(6), random.normal(0.7, 1.2, 70).round(6)),
    "ties": ("num", random.integers(0, 12, 90) / 4, random.integers(2, 14, 60) / 4),
    "tiny": ("num", random.normal(0, 1, 9).round(6), random.normal(1, 1, 7).round(6)),
    "colours": ("cat", random.choice(list("abcd"), 120, p=[.4, .3, .2, .1]),
                random.choice(list("abcde"), 120, p=[.3, .3, .1, .1, .2])),
    "answer": ("cat", random.choice(["no", "yes"], 40, p=[.7, .3]),
               random.choice(["no", "yes"], 40, p=[.5, .5])),
}
NUMERIC = ["ks", "wasserstein", "jensenshannon", "psi", "kl_div", "hellinger", "anderson",
           "cramer_von_mises", "mannw", "ed", "es", "t_test"]
CATEGORICAL = ["chisquare", "z", "jensenshannon", "psi", "kl_div", "hellinger", "fisher_exact",
               "g_test"]


def psi(p, q):
    return float(np.sum((p - q) * np.log(p / q)))


def recommended_numbers(r, c):
    edges = np.histogram_bin_edges(np.concatenate([r, c]), bins="sturges")
    p, q = np.histogram(r, edges)[0] / len(r), np.histogram(c, edges)[0] / len(c)
    tenths = np.unique(np.quantile(r, np.linspace(0, 1, 11)))
    tenths[0], tenths[-1] = -np.inf, np.inf
    share = lambda x: np.maximum(np.histogram(x, tenths)[0] / len(x), 1e-4)
    return {
        "ks": lambda: stats.ks_2samp(r, c).pvalue,
        "wasserstein": lambda: stats.wasserstein_distance(r, c) / max(float(np.std(r)), 0.001),
        "jensenshannon": lambda: distance.jensenshannon(p, q, 2),
        "hellinger": lambda: math.sqrt(1 - float(np.sum(np.sqrt(p * q)))),
        "psi": lambda: psi(share(r), share(c)),
        "anderson": lambda: stats.anderson_ksamp([r, c]).pvalue,
        "cramer_von_mises": lambda: stats.cramervonmises_2samp(r, c).pvalue,
        "mannw": lambda: stats.mannwhitneyu(r, c, alternative="two-sided").pvalue,
        "ed": lambda: stats.energy_distance(r, c),
        "es": lambda: stats.epps_singleton_2samp(r, c).pvalue,
        "t_test": lambda: stats.ttest_ind(r, c, equal_var=False).pvalue,
    }


def recommended_categories(r, c):
    keys = sorted(set(r) | set(c))
    o = np.array([[np.sum(x == k) for k in keys] for x in (r, c)], float)
    p, q = o[0] / o[0].sum(), o[1] / o[1].sum()
    floor = lambda x: np.where(x == 0, 1e-4, x)
    chi = lambda kind: stats.chi2_contingency(o, correction=False, lambda_=kind)
    answers = {
        "chisquare": lambda: chi(None).pvalue,
        "g_test": lambda: chi("log-likelihood").pvalue,
        "TVD": lambda: 0.5 * float(np.abs(p - q).sum()),
        "l_infinity": lambda: float(np.abs(p - q).max()),
        "cramers_v": lambda: math.sqrt(chi(None).statistic / o.sum()),
        "jensenshannon": lambda: distance.jensenshannon(p, q, 2),
        "hellinger": lambda: math.sqrt(1 - float(np.sum(np.sqrt(p * q)))),
        "psi": lambda: psi(floor(p), floor(q)),
    }
    if len(keys) == 2:
        answers["fisher_exact"] = lambda: stats.fisher_exact(o.astype(int)).pvalue
    return answers


def evidently(method, kind, r, c):
    column = ColumnType.Numerical if kind == "num" else ColumnType.Categorical
    r, c = pd.Series(r), pd.Series(c)
    return registry.get_stattest(r, c, column, method)(r, c, column, None).drift_score


with open("cases.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["case", "kind", "side", "value"])
    for name, (kind, r, c) in CASES.items():
        for side, values in (("reference", r), ("current", c)):
            out.writerows([name, kind, side, v] for v in values)

with open("expected.csv", "w", newline="") as file:
    out = csv.writer(file, lineterminator="\n")
    out.writerow(["case", "rules", "method", "score"])
    for name, (kind, r, c) in CASES.items():
        ours = recommended_numbers(r, c) if kind == "num" else recommended_categories(r, c)
        for method, answer in ours.items():
            out.writerow([name, "recommended", method, repr(float(answer()))])
        for method in NUMERIC if kind == "num" else CATEGORICAL:
            try:
                score = repr(float(evidently(method, kind, r, c)))
            except Exception:
                continue  # Evidently cannot judge this case by this method
            out.writerow([name, "evidently", method, score])
