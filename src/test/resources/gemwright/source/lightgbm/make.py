"""Makes the fixtures beside it: a boosted model, rows, and what LightGBM itself says of them.

    python make.py

writes CASE/{case.json, model.*, inputs.csv, OUTPUT.csv...}. The committed folders come from Python 3.11 with
lightgbm==4.6.0 scikit-learn==1.7.2 numpy==2.2.6 pandas==2.3.3; the data are those that ship with scikit-learn.
Features are exact in float32, an empty cell is a missing number.
"""
import csv, json, os, pickle, shutil

import numpy as np
import lightgbm as lgb
from sklearn import datasets

HERE = os.path.dirname(os.path.abspath(__file__))
SMALL = dict(n_estimators=6, num_leaves=6, random_state=0, n_jobs=1, verbose=-1)



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
    if variant == "zeros":
        x[np.random.RandomState(5).rand(*x.shape) < 0.2] = 0
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
    "two-classes": (lambda: lgb.LGBMClassifier(**SMALL), "breast_cancer", "pkl"),
    "two-classes-native": (lambda: lgb.LGBMClassifier(**SMALL), "breast_cancer", "txt"),
    "three-classes": (lambda: lgb.LGBMClassifier(**SMALL), "iris", "pkl"),
    "three-classes-native": (lambda: lgb.LGBMClassifier(**SMALL), "iris", "txt"),
    "each-class": (lambda: lgb.LGBMClassifier(objective="multiclassova", sigmoid=2.0, **SMALL), "iris", "txt"),
    "number-missing": (lambda: lgb.LGBMRegressor(**SMALL), "diabetes:missing", "txt"),
    "number-zero-missing": (lambda: lgb.LGBMRegressor(zero_as_missing=True, **SMALL), "diabetes:zeros", "txt"),
    "category": (lambda: lgb.LGBMRegressor(categorical_feature=[1], min_data_per_group=5, cat_smooth=1.0, **SMALL), "diabetes:category", "txt"),
    "linear-trees": (lambda: lgb.LGBMRegressor(linear_tree=True, **SMALL), "diabetes:missing", "pkl"),
    "linear-trees-classes": (lambda: lgb.LGBMClassifier(linear_tree=True, **SMALL), "iris", "txt"),
    "dropped-trees": (lambda: lgb.LGBMRegressor(boosting_type="dart", drop_rate=0.5, **SMALL), "diabetes", "txt"),
    "forest": (lambda: lgb.LGBMClassifier(boosting_type="rf", subsample=0.7, subsample_freq=1, **SMALL), "breast_cancer", "pkl"),
    "square-root": (lambda: lgb.LGBMRegressor(reg_sqrt=True, **SMALL), "diabetes:positive", "txt"),
    "poisson": (lambda: lgb.LGBMRegressor(objective="poisson", **SMALL), "diabetes:positive", "pkl"),
    "tweedie": (lambda: lgb.LGBMRegressor(objective="tweedie", **SMALL), "diabetes:positive", "txt"),
    "cross-entropy": (lambda: lgb.LGBMRegressor(objective="cross_entropy_lambda", **SMALL), "diabetes:classes", "txt"),
    "stopped-early": (lambda: lgb.LGBMRegressor(n_estimators=60, learning_rate=0.9, num_leaves=6, random_state=0, n_jobs=1, verbose=-1), "diabetes", "pkl"),
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
        model.fit(x[train], y[train], **({"eval_set": [(x[order[:40]], y[order[:40]])], "callbacks": [lgb.early_stopping(3, verbose=False)]} if name == "stopped-early" else {}))
        folder = os.path.join(HERE, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        file = os.path.join(folder, "model." + ending)
        if ending == "pkl":
            with open(file, "wb") as out:
                pickle.dump(model, out)
        else:
            model.booster_.save_model(file)
        write_csv(os.path.join(folder, "inputs.csv"), ["x%d" % i for i in range(x.shape[1])], x[test].tolist())
        said = [("variable", model.predict(x[test]))]
        if isinstance(model, lgb.LGBMClassifier):
            said = [("label", model.predict(x[test])), ("probabilities", model.predict_proba(x[test]))]
        for output, values in said:
            values = values.reshape(len(test), -1)
            values = values.astype(float) if values.dtype.kind == "f" else values
            write_csv(os.path.join(folder, output + ".csv"), ["c%d" % i for i in range(values.shape[1])], values.tolist())
        case = {"library": "lightgbm " + lgb.__version__, "format": "lightgbm" if ending != "pkl" else "sklearn", "model": "model." + ending,
                "columns": [], "width": x.shape[1], "outputs": [output for output, _ in said]}
        with open(os.path.join(folder, "case.json"), "w") as out:
            json.dump(case, out, indent=1)
            out.write("\n")


if __name__ == "__main__":
    main()
