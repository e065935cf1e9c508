"""Makes the fixtures beside it: a boosted model, rows, and what XGBoost itself says of them.

    python make.py

writes CASE/{case.json, model.*, inputs.csv, OUTPUT.csv...}. The committed folders come from Python 3.11 with
xgboost-cpu==3.0.5 scikit-learn==1.7.2 numpy==2.2.6 pandas==2.3.3; the data are those that ship with scikit-learn.
Features are exact in float32, an empty cell is a missing number.
"""
import csv, json, os, pickle, shutil

import numpy as np
import xgboost as xgb
from sklearn import datasets

HERE = os.path.dirname(os.path.abspath(__file__))
SMALL = dict(n_estimators=6, max_depth=3, random_state=0, n_jobs=1)


def rows(name):
    base, _, variant = name.partition(":")
    bunch = getattr(datasets, "load_" + base)()
    x, y = bunch.data.astype(np.float32).astype(np.float64), bunch.target
    if base == "breast_cancer":
        x = x[:, :8]
    if variant == "missing":
        x[np.random.RandomState(5).rand(*x.shape) < 0.15] = np.nan
    if variant == "category":
        x[:, 1] = np.floor(x[:, 1] * 40) % 6
    if variant == "positive":
        y = y / 100.0
    if variant == "classes":
        y = (y > np.median(y)).astype(int)
    if variant == "targets":
        y = np.c_[y, np.sqrt(y)]
    if variant == "labels":
        y = np.c_[y == 0, x[:, 0] > np.median(x[:, 0])].astype(int)
    return np.abs(x) if variant == "category" else x, y


CASES = {
    "two-classes": (lambda: xgb.XGBClassifier(**SMALL), "breast_cancer", "pkl"),
    "two-classes-native": (lambda: xgb.XGBClassifier(**SMALL), "breast_cancer", "json"),
    "three-classes": (lambda: xgb.XGBClassifier(**SMALL), "iris", "pkl"),
    "three-classes-native": (lambda: xgb.XGBClassifier(**SMALL), "iris", "ubj"),
    "number-missing": (lambda: xgb.XGBRegressor(**SMALL), "diabetes:missing", "ubj"),
    "number-start": (lambda: xgb.XGBRegressor(base_score=100.0, **SMALL), "diabetes", "json"),
    "category": (lambda: xgb.XGBRegressor(feature_types=["q", "c"] + ["q"] * 8, enable_categorical=True, max_cat_to_onehot=2, **SMALL), "diabetes:category", "ubj"),
    "dropped-trees": (lambda: xgb.XGBRegressor(booster="dart", rate_drop=0.3, **SMALL), "diabetes", "ubj"),
    "linear": (lambda: xgb.XGBRegressor(booster="gblinear", n_estimators=6, updater="coord_descent", random_state=0), "diabetes", "json"),
    "poisson": (lambda: xgb.XGBRegressor(objective="count:poisson", **SMALL), "diabetes:positive", "pkl"),
    "forest": (lambda: xgb.XGBRFClassifier(**SMALL), "breast_cancer", "pkl"),
    "two-targets": (lambda: xgb.XGBRegressor(**SMALL), "diabetes:targets", "pkl"),
    "two-targets-one-tree": (lambda: xgb.XGBRegressor(multi_strategy="multi_output_tree", **SMALL), "diabetes:targets", "ubj"),
    "two-labels": (lambda: xgb.XGBClassifier(**SMALL), "iris:labels", "pkl"),
    "stopped-early": (lambda: xgb.XGBRegressor(n_estimators=60, learning_rate=0.9, early_stopping_rounds=3, max_depth=3, random_state=0), "diabetes", "json"),
}


def write_csv(path, header, table):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([["" if v != v else repr(float(v)) if isinstance(v, float) else v for v in row] for row in table])


def main():
    for name, (make, data, ending) in CASES.items():
        x, y = rows(data)
        order = np.random.RandomState(7).permutation(len(x))
        train, test = order[40:], order[:12]
        model = make()
        model.fit(x[train], y[train], **({"eval_set": [(x[order[:40]], y[order[:40]])], "verbose": False} if name == "stopped-early" else {}))
        folder = os.path.join(HERE, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        file = os.path.join(folder, "model." + ending)
        if ending == "pkl":
            with open(file, "wb") as out:
                pickle.dump(model, out)
        else:
            model.save_model(file)
        write_csv(os.path.join(folder, "inputs.csv"), ["x%d" % i for i in range(x.shape[1])], x[test].tolist())
        said = [("variable", model.predict(x[test]))]
        if isinstance(model, xgb.XGBClassifier):
            said = [("label", model.predict(x[test])), ("probabilities", model.predict_proba(x[test]))]
        for output, values in said:
            values = values.reshape(len(test), -1)
            values = values.astype(float) if values.dtype.kind == "f" else values
            write_csv(os.path.join(folder, output + ".csv"), ["c%d" % i for i in range(values.shape[1])], values.tolist())
        case = {"library": "xgboost " + xgb.__version__, "format": "xgboost" if ending != "pkl" else "sklearn", "model": "model." + ending,
                "columns": [], "width": x.shape[1], "outputs": [output for output, _ in said]}
        with open(os.path.join(folder, "case.json"), "w") as out:
            json.dump(case, out, indent=1)
            out.write("\n")


if __name__ == "__main__":
    main()
