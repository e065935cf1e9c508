"""Makes the employment sample: a fitted pipeline, its reference rows and later production rows.

Python 3.11, scikit-learn 1.7.2, pandas 2.3.3, numpy 2.3.5, joblib 1.5.2, pyarrow 26.0.1; the data ship in the
PyPI package nannyml 0.13.1 (only its files are used; the package need not be importable).

usage: python make.py NANNYML_DATA_FOLDER
"""
import sys

import joblib
import numpy as np
import pandas as pd
from sklearn.compose import ColumnTransformer
from sklearn.impute import SimpleImputer
from sklearn.metrics import accuracy_score
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler

GRADES = {3 + n: f"grade {n}" for n in range(1, 12)}
DIFFICULTY = {0: "not asked", 1: "yes", 2: "no"}
# Column of the survey -> our name, and its codes in words (2015 ACS PUMS data dictionary).
CODES = {
    "SCHL": ("education", {0: "under 3 years old", 1: "none", 2: "nursery school", 3: "kindergarten", **GRADES, 15: "grade 12, no diploma",
                           16: "high school diploma", 17: "GED", 18: "college, under 1 year", 19: "college, no degree", 20: "associate",
                           21: "bachelor", 22: "master", 23: "professional degree", 24: "doctorate"}),
    "MAR": ("marital_status", {1: "married", 2: "widowed", 3: "divorced", 4: "separated", 5: "never married"}),
    "RELP": ("relationship", {0: "reference person", 1: "spouse", 2: "child", 3: "adopted child", 4: "stepchild", 5: "sibling", 6: "parent",
                              7: "grandchild", 8: "parent-in-law", 9: "child-in-law", 10: "other relative", 11: "roomer", 12: "housemate",
                              13: "unmarried partner", 14: "foster child", 15: "other nonrelative", 16: "institution", 17: "group quarters"}),
    "DIS": ("disability", {1: "yes", 2: "no"}),
    "ESP": ("parents_work", {0: "not a child", 1: "both work", 2: "father works", 3: "mother works", 4: "neither works", 5: "single father works",
                             6: "single father, no work", 7: "single mother works", 8: "single mother, no work"}),
    "CIT": ("citizenship", {1: "born in the US", 2: "born in a US territory", 3: "born abroad, US parents", 4: "naturalized", 5: "not a citizen"}),
    "MIG": ("moved", {0: "under 1 year old", 1: "same house", 2: "from abroad", 3: "within the US"}),
    "MIL": ("military", {0: "under 17", 1: "active duty", 2: "past active duty", 3: "training only", 4: "never"}),
    "ANC": ("ancestry", {1: "single", 2: "multiple", 3: "unclassified", 4: "not reported"}),
    "NATIVITY": ("nativity", {1: "native", 2: "foreign born"}),
    "DEAR": ("hearing_difficulty", DIFFICULTY),
    "DEYE": ("vision_difficulty", DIFFICULTY),
    "DREM": ("cognitive_difficulty", DIFFICULTY),
    "SEX": ("sex", {1: "male", 2: "female"}),
    "RAC1P": ("race", {1: "White", 2: "Black", 3: "American Indian", 4: "Alaska Native", 5: "American Indian or Alaska Native", 6: "Asian",
                       7: "Pacific Islander", 8: "other", 9: "two or more"}),
}
CATEGORIES = [name for name, _ in CODES.values()]
FEATURES = ["age"] + CATEGORIES


def in_words(frame):
    frame = frame.rename(columns={"AGEP": "age"})
    for column, (name, words) in CODES.items():
        frame[name] = frame.pop(column).astype(int).map(words)
        assert not frame[name].isna().any(), column
    return frame


folder = sys.argv[1]
survey2015 = in_words(pd.read_parquet(folder + "/employment_MA_reference.pq"))
later = pd.read_parquet(folder + "/employment_MA_analysis.pq")
later = in_words(later.merge(pd.read_parquet(folder + "/employment_MA_analysis_target.pq"), on="id"))

held_out = survey2015.sample(12000, random_state=7).sort_values("id")
training = survey2015.drop(held_out.index)

model = Pipeline([
    ("columns", ColumnTransformer([
        ("age", Pipeline([("fill", SimpleImputer(strategy="median")), ("scale", StandardScaler())]), ["age"]),
        ("codes", OneHotEncoder(handle_unknown="ignore"), CATEGORIES),
    ])),
    ("network", MLPClassifier(hidden_layer_sizes=(128, 64), alpha=1e-3, early_stopping=True, max_iter=60, random_state=7)),
])
model.fit(training[FEATURES], training["employed"])
joblib.dump(model, "employment.joblib", compress=3)

# The survey has no time of day: the time stamps are ours, one row every 60 seconds (reference) or 40 seconds.
def stamps(first, count, seconds):
    return (pd.Timestamp(first) + pd.to_timedelta(np.arange(count) * seconds, unit="s")).strftime("%Y-%m-%dT%H:%M:%SZ")


reference = held_out[["id"]].copy()
reference["timestamp"] = stamps("2018-11-05T08:00:00Z", len(held_out), 60)
reference[FEATURES] = held_out[FEATURES]
reference["prediction"] = model.predict(held_out[FEATURES])
reference["probability"] = model.predict_proba(held_out[FEATURES])[:, 1].round(6)
reference["employed"] = held_out["employed"]
reference.to_csv("reference.csv", index=False)

# Five of seven rows of a stretch of the later survey, in its own order: households of 2017 first, then the records
# of 2017 and 2018 in which institutions and group quarters come in.
stretch = later.iloc[129000:150000]
production = stretch[~np.isin(np.arange(len(stretch)) % 7, (3, 6))].copy()
production["timestamp"] = stamps("2018-11-19T08:00:00Z", len(production), 40)
production[["id", "timestamp"] + FEATURES].to_csv("production.csv", index=False)
production[["id", "employed"]].to_csv("outcomes.csv", index=False)

fifth = len(production) // 5
for name, rows in (("training", training), ("reference", held_out), ("production", production), ("its first fifth", production.iloc[:fifth]), ("the rest", production.iloc[fifth:])):
    print(name, len(rows), "accuracy", round(accuracy_score(rows["employed"], model.predict(rows[FEATURES])), 4))
