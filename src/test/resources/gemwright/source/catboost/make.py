"""Makes the fixtures beside it: a boosted model, rows, and what CatBoost itself says of them.

    python make.py

writes CASE/{case.json, model.*, inputs.csv, OUTPUT.csv...}. The committed folders come from Python 3.11 with
catboost==1.2.8 scikit-learn==1.7.2 numpy==2.4.6; the data are those that ship with scikit-learn.
Features are exact in float32, an empty cell is a missing number.
"""
import csv, json, os, pickle, shutil

import numpy as np
import catboost as cb
from sklearn import datasets

HERE = os.path.dirname(os.path.abspath(__file__))
SMALL = dict(iterations=6, depth=3, random_seed=0, thread_count=1, verbose=False, allow_writing_files=False)
DEEP = dict(SMALL, grow_policy="Depthwise", depth=4)
LEAFY = {**{key: value for key, value in SMALL.items() if key != "depth"}, "grow_policy": "Lossguide", "max_leaves": 7}


def rows(name):
    base, _, variant = name.partition(":")
    bunch = getattr(datasets, "load_" + base)()
    x, y = bunch.data.astype(np.float32).astype(np.float64), bunch.target
    if base == "breast_cancer":
        x = x[:, :8]
    if variant == "missing":
        x[np.random.RandomState(5).rand(*x.shape) < 0.15] = np.nan
    if variant == "positive":
        y = y / 100.0
    if variant == "share":
        y = y / y.max()
    if variant == "names":
        y = np.array(["no", "yes"])[y]
    if variant == "targets":
        y = np.c_[y, np.sqrt(y)]
    if variant == "labels":
        y = np.c_[y == 0, x[:, 0] > np.median(x[:, 0])].astype(int)
    return x, y


C, R = cb.CatBoostClassifier, cb.CatBoostRegressor
CASES = {
    "two-classes": (lambda: C(**SMALL), "breast_cancer", "pkl"),
    "two-classes-native": (lambda: C(**SMALL), "breast_cancer:names", "cbm"),
    "two-classes-document": (lambda: C(**SMALL), "breast_cancer:names", "json"),
    "two-classes-threshold": (lambda: C(**SMALL), "breast_cancer", "cbm"),
    "three-classes": (lambda: C(**SMALL), "iris", "pkl"),
    "three-classes-native": (lambda: C(**SMALL), "iris", "cbm"),
    "three-classes-document": (lambda: C(**SMALL), "iris", "json"),
    "each-class": (lambda: C(loss_function="MultiClassOneVsAll", **SMALL), "iris", "cbm"),
    "each-label": (lambda: C(loss_function="MultiLogloss", **SMALL), "iris:labels", "cbm"),
    "level-by-level": (lambda: C(**DEEP), "iris", "cbm"),
    "leaf-by-leaf": (lambda: R(**LEAFY), "diabetes:missing", "cbm"),
    "missing-lowest": (lambda: R(nan_mode="Min", **SMALL), "diabetes:missing", "cbm"),
    "missing-highest": (lambda: R(nan_mode="Max", **SMALL), "diabetes:missing", "json"),
    "two-numbers": (lambda: R(loss_function="MultiRMSE", **SMALL), "diabetes:targets", "pkl"),
    "quantile": (lambda: R(loss_function="Quantile:alpha=0.8", **SMALL), "diabetes", "cbm"),
    "poisson": (lambda: R(loss_function="Poisson", **SMALL), "diabetes:positive", "pkl"),
    "tweedie": (lambda: R(loss_function="Tweedie:variance_power=1.5", **SMALL), "diabetes:positive", "cbm"),
    "cross-entropy": (lambda: C(loss_function="CrossEntropy", **SMALL), "breast_cancer", "json"),
    "many-trees": (lambda: R(iterations=60, depth=6, random_seed=0, thread_count=1, verbose=False, allow_writing_files=False), "diabetes", "cbm"),
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
        model.fit(x[train], y[train])
        if name == "two-classes-threshold":
            model.set_probability_threshold(0.8)
        folder = os.path.join(HERE, name)
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        file = os.path.join(folder, "model." + ending)
        if ending == "pkl":
            with open(file, "wb") as out:
                pickle.dump(model, out)
        else:
            model.save_model(file, format=ending)
        write_csv(os.path.join(folder, "inputs.csv"), ["x%d" % i for i in range(x.shape[1])], x[test].tolist())
        said = [("variable", model.predict(x[test]))]
        if isinstance(model, C):
            said = [("label", model.predict(x[test])), ("probabilities", model.predict_proba(x[test]))]
        for output, values in said:
            values = np.asarray(values).reshape(len(test), -1)
            values = values.astype(float) if values.dtype.kind == "f" else values
            write_csv(os.path.join(folder, output + ".csv"), ["c%d" % i for i in range(values.shape[1])], values.tolist())
        case = {"library": "catboost " + cb.__version__, "format": "catboost" if ending != "pkl" else "sklearn", "model": "model." + ending,
                "columns": [], "width": x.shape[1], "outputs": [output for output, _ in said]}
        with open(os.path.join(folder, "case.json"), "w") as out:
            json.dump(case, out, indent=1)
            out.write("\n")


if __name__ == "__main__":
    main()
