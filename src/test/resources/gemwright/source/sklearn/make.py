"""Makes the fixtures beside it: a fitted model, rows, and what scikit-learn itself says of them.

    python make.py [CASE...]

writes RELEASE/CASE/{case.json, model.*, inputs.csv, OUTPUT.csv...} for the scikit-learn that is installed.
The committed folders come from these environments (data sets: those that ship with scikit-learn):

    0.24  Python 3.8   scikit-learn==0.24.2 numpy==1.19.5 scipy==1.6.3  pandas==1.2.5 joblib==1.0.1
    1.0   Python 3.9   scikit-learn==1.0.2  numpy==1.21.6 scipy==1.7.3  pandas==1.3.5 joblib==1.1.0
    1.2   Python 3.10  scikit-learn==1.2.2  numpy==1.23.5 scipy==1.10.1 pandas==1.5.3 joblib==1.2.0
    1.4   Python 3.11  scikit-learn==1.4.2  numpy==1.26.4 scipy==1.12.0 pandas==2.1.4 joblib==1.3.2
    1.6   Python 3.12  scikit-learn==1.6.1  numpy==2.1.3  scipy==1.14.1 pandas==2.2.3 joblib==1.4.2
    1.9   Python 3.11  scikit-learn==1.9.1  numpy==2.4.6  scipy==1.17.1 pandas==3.1.1 joblib==1.6.0

Outputs carry the names of the ONNX model's: label, probabilities (probabilities_0 ... for several targets), scores,
variable, transformed. Features are exact in float32, so that a model in float is given what scikit-learn was given.
An empty cell is a missing number or text.
"""
import csv, json, os, pickle, shutil, sys, warnings, zlib

import joblib
import numpy as np
import pandas as pd
import sklearn
from sklearn import datasets

try:
    from sklearn.experimental import enable_hist_gradient_boosting, enable_halving_search_cv  # noqa: needed up to 0.24
except ImportError:
    from sklearn.experimental import enable_halving_search_cv  # noqa
from sklearn.experimental import enable_iterative_imputer  # noqa
from sklearn.base import is_classifier, is_regressor
from sklearn.calibration import CalibratedClassifierCV
from sklearn.cluster import *  # noqa
from sklearn.compose import ColumnTransformer, TransformedTargetRegressor, make_column_selector
from sklearn.cross_decomposition import *  # noqa
from sklearn.decomposition import *  # noqa
from sklearn.discriminant_analysis import *  # noqa
from sklearn.dummy import *  # noqa
from sklearn.ensemble import *  # noqa
from sklearn.feature_extraction.text import CountVectorizer, HashingVectorizer, TfidfTransformer, TfidfVectorizer
from sklearn.feature_selection import *  # noqa
from sklearn.covariance import EllipticEnvelope
from sklearn.gaussian_process import GaussianProcessClassifier, GaussianProcessRegressor
from sklearn.gaussian_process.kernels import *  # noqa
from sklearn.impute import *  # noqa
from sklearn.isotonic import IsotonicRegression
from sklearn.kernel_approximation import *  # noqa
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import *  # noqa
from sklearn.manifold import Isomap, LocallyLinearEmbedding
from sklearn.mixture import *  # noqa
from sklearn.model_selection import *  # noqa
from sklearn.multiclass import *  # noqa
from sklearn.multioutput import *  # noqa
from sklearn.naive_bayes import *  # noqa
from sklearn.neighbors import *  # noqa
from sklearn.neural_network import BernoulliRBM, MLPClassifier, MLPRegressor
from sklearn.pipeline import FeatureUnion, Pipeline, make_pipeline
from sklearn.preprocessing import *  # noqa
from sklearn.random_projection import *  # noqa
from sklearn.semi_supervised import *  # noqa
from sklearn.svm import LinearSVC, LinearSVR, NuSVC, NuSVR, OneClassSVM, SVC, SVR
from sklearn.tree import DecisionTreeClassifier, DecisionTreeRegressor, ExtraTreeClassifier, ExtraTreeRegressor
try:
    from sklearn.frozen import FrozenEstimator
except ImportError:
    pass

RELEASE = ".".join(sklearn.__version__.split(".")[:2])
SK = tuple(int(p) for p in RELEASE.split("."))
HERE = os.path.dirname(os.path.abspath(__file__))


def f32(a):
    return np.asarray(a, dtype=np.float64).astype(np.float32).astype(np.float64)


def rows(name):
    """Features, targets; an array or a data frame."""
    base, _, variant = name.partition(":")
    rng = np.random.RandomState(5)
    if base == "wines":
        return wines(variant)
    if base == "letters":
        return letters(variant)
    if base == "few":
        bunch = datasets.load_iris()
        x, y = f32(bunch.data[::4]), bunch.target[::4]
        return x, (y > 0).astype(int) if variant == "two" else y if variant == "classes" else x[:, 0] * x[:, 1]
    bunch = getattr(datasets, "load_" + base)()
    x, y = f32(bunch.data), bunch.target
    if base == "breast_cancer":
        x = x[:, :8]
    if variant == "text":
        y = np.array(["class_" + "abc"[k] for k in y], dtype=object)
    if variant == "frame":
        x = pd.DataFrame(x, columns=["sepal_length", "sepal_width", "petal_length", "petal_width"])
    if variant == "labels":
        y = np.c_[y == 0, x[:, 0] > np.median(x[:, 0])].astype(int)
    if variant == "column":
        x = x[:, 2]
    if variant == "words":
        x = np.array(["pale", "ruby", "très foncé"], dtype=object)[y]
    if variant == "targets":
        y = np.c_[y, np.sqrt(y)]
    if variant == "classes":
        y = (y > np.median(y)).astype(int)
    if variant == "positive":
        y = y / 100.0
    if variant == "missing":
        x[rng.rand(*x.shape) < 0.1] = np.nan
    if variant == "whole":
        x = np.floor(x - x.min(0))
    if variant == "category":
        x[:, 1] = (x[:, 1] > 0) + (x[:, 2] > 0) * 2
    return x, y


def wines(variant):
    """Wine with text, whole and missing columns."""
    bunch = datasets.load_wine()
    x, y = f32(bunch.data), bunch.target
    rng = np.random.RandomState(13)
    frame = pd.DataFrame({
        "alcohol": x[:, 0], "malic_acid": x[:, 1], "magnesium": x[:, 4], "proline": x[:, 12],
        "hue": np.array(["pale", "ruby", "deep", "très foncé"], dtype=object)[np.digitize(x[:, 10], [0.7, 0.95, 1.1])],
        "body": np.array(["light", "medium", "full"], dtype=object)[np.digitize(x[:, 9], [3.5, 5.5])],
        "shelf": (x[:, 3] // 3).astype(np.int64)})
    frame["hue"] = frame["hue"].astype(object)
    frame["body"] = frame["body"].astype(object)
    if "complete" not in variant:
        frame.loc[rng.rand(len(x)) < 0.08, "malic_acid"] = np.nan
        frame.loc[rng.rand(len(x)) < 0.08, "magnesium"] = np.nan
        frame.loc[rng.rand(len(x)) < 0.08, "hue"] = np.nan
    if "texts" in variant:
        frame = frame[["hue", "body"]]
    if "names" in variant:
        y = np.array(["barolo", "grignolino", "barbera"], dtype=object)[y]
    if "levels" in variant:
        for column, levels in (("hue", ["deep", "pale", "ruby", "très foncé"]), ("body", ["full", "light", "medium"])):
            frame[column] = pd.Categorical(frame[column], categories=levels)
    return frame, y


SENTENCES = """The quick brown fox jumps over the lazy dog, and the dog does not mind.
Der süße Wein aus Köln kostet fünf Euro; ÄPFEL und Öl gehören in die KÜCHE!
Où est la bibliothèque?  Très près de l'école, à côté du CAFÉ.
ΟΔΥΣΣΕΥΣ ΚΑΙ ΠΗΝΕΛΟΠΗ: ο Οδυσσέας γύρισε στην Ιθάκη, ΑΣ' ΤΟΝ.
İstanbul'dan İZMİR'e iki ıssız yol: DİYARBAKIR ve Iğdır.
Съешь же ещё этих мягких французских булок, да ВЫПЕЙ чаю.
हिन्दी में नमस्ते दुनिया और अच्छे शब्द
한글 문장 은 띄어쓰기 가 있다
日本語のテキスト、ｶﾀｶﾅと数字１２３
العربية لغة جميلة والقراءة نور
x² + ½ cup \tof ﬁne  flour\u00a0and 3.5 kg_of a_b c1 I a
the_end   ...  don't STOP the stop-words naïve ﬂow
ΑΣ. Σ ΣΑΣ Ǆ ǅ ẞ ß Å Ⅷ ٣٤
the wine of class one is the data of the other class
"""


def letters(variant):
    """Sentences of many scripts; one column of texts, or a data frame with a number beside it."""
    lines = SENTENCES.replace("\\t", "\t").splitlines() + ["", "the the THE dog Köln köln"]
    x = np.array(lines * 2, dtype=object)
    y = np.arange(len(x)) % 2
    if variant == "frame":
        x = pd.DataFrame({"note": x, "price": f32(np.arange(len(x)) % 7 / 2.0)})
    return x, y


def onehot(**k):
    return OneHotEncoder(handle_unknown="ignore", **k)


def numbers(*more):
    return make_pipeline(SimpleImputer(strategy="median"), StandardScaler(), *more)


def texts(last=None):
    return make_pipeline(SimpleImputer(strategy="constant", fill_value="missing"), last or onehot())


def columns(number, text, **k):
    return ColumnTransformer([("num", number, ["alcohol", "malic_acid", "magnesium"]), ("cat", text, ["hue", "body"])], **k)


def logistic(**k):
    return LogisticRegression(max_iter=300, **k)


def LINEAR():
    return [ARDRegression(), BayesianRidge(), ElasticNet(), ElasticNetCV(cv=3), HuberRegressor(max_iter=1000), Lars(), LarsCV(cv=3),
            Lasso(), LassoCV(cv=3), LassoLars(), LassoLarsCV(cv=3), LassoLarsIC(), LinearSVR(random_state=0), OrthogonalMatchingPursuit(),
            OrthogonalMatchingPursuitCV(cv=3), PassiveAggressiveRegressor(random_state=0), QuantileRegressor(alpha=0.01),
            RidgeCV(), SGDRegressor(random_state=0), TheilSenRegressor(max_subpopulation=100, random_state=0)]


SMALL = dict(n_estimators=8, max_depth=4, random_state=0)
HIST = dict(max_iter=8, max_leaf_nodes=8)

EVERY = {  # in every release
    "standard-scaler": (lambda: StandardScaler(), "wine"),
    "one-hot-unknown": (lambda: onehot(), "wines:complete texts"),
    "ordinal-unknown": (lambda: OrdinalEncoder(handle_unknown="use_encoded_value", unknown_value=-1), "iris:whole"),
    "simple-imputer": (lambda: SimpleImputer(), "iris:missing"),
    "logistic": (lambda: logistic(), "iris"),
    "linear-regression": (lambda: LinearRegression(), "diabetes"),
    "decision-tree-text": (lambda: DecisionTreeClassifier(max_depth=4, random_state=0), "iris:text"),
    "decision-tree-targets": (lambda: DecisionTreeRegressor(max_depth=4, random_state=0), "diabetes:targets"),
    "random-forest-labels": (lambda: RandomForestClassifier(**SMALL), "iris:labels"),
    "gradient-boosting-two": (lambda: GradientBoostingClassifier(n_estimators=6, random_state=0), "breast_cancer"),
    "hist-boosting-missing": (lambda: HistGradientBoostingClassifier(**HIST), "iris:missing"),
    "pipeline-mixed": (lambda: make_pipeline(columns(numbers(), texts()), logistic()), "wines"),
    "perceptron": (lambda: make_pipeline(StandardScaler(), MLPClassifier(hidden_layer_sizes=(8,), max_iter=60, random_state=0)), "iris"),
}

NEWEST = {  # where the release makes no difference
    "scaler-no-mean": (lambda: StandardScaler(with_mean=False), "wine"),
    "min-max": (lambda: MinMaxScaler(), "iris"),
    "min-max-clip": (lambda: MinMaxScaler((-1, 1), clip=True), "wine"),
    "one-hot-drop": (lambda: OneHotEncoder(drop="first"), "wines:complete texts"),
    "one-hot-drop-two": (lambda: OneHotEncoder(drop="if_binary"), "wines:complete texts"),
    "one-hot-rare": (lambda: OneHotEncoder(min_frequency=20, handle_unknown="infrequent_if_exist"), "wines:complete texts"),
    "one-hot-missing": (lambda: onehot(), "wines:texts"),
    "one-hot-numbers": (lambda: onehot(), "iris:whole"),
    "ordinal-missing": (lambda: OrdinalEncoder(encoded_missing_value=-5), "wines:texts"),
    "ordinal-rare": (lambda: OrdinalEncoder(max_categories=3, handle_unknown="use_encoded_value", unknown_value=-1), "wines:complete texts"),
    "imputer-texts": (lambda: SimpleImputer(strategy="most_frequent"), "wines:texts"),
    "imputer-indicator": (lambda: SimpleImputer(strategy="constant", fill_value=-9.0, add_indicator=True), "iris:missing"),
    "function-log1p": (lambda: FunctionTransformer(np.log1p), "wine"),
    "logistic-two": (lambda: logistic(), "breast_cancer"),
    "logistic-frame-text": (lambda: logistic(), "iris:frame"),
    "linear-targets": (lambda: LinearRegression(), "diabetes:targets"),
    "ridge": (lambda: Ridge(), "diabetes"),
    "extra-tree": (lambda: ExtraTreeClassifier(max_depth=4, random_state=0), "wine"),
    "extra-tree-regressor": (lambda: ExtraTreeRegressor(max_depth=4, random_state=0), "diabetes"),
    "extra-trees": (lambda: ExtraTreesClassifier(**SMALL), "wine:text"),
    "extra-trees-regressor": (lambda: ExtraTreesRegressor(**SMALL), "diabetes"),
    "random-forest": (lambda: RandomForestClassifier(**SMALL), "breast_cancer"),
    "random-forest-missing": (lambda: RandomForestClassifier(**SMALL), "iris:missing"),
    "random-forest-regressor": (lambda: RandomForestRegressor(**SMALL), "diabetes:targets"),
    "single-leaf": (lambda: DecisionTreeRegressor(min_samples_leaf=400), "diabetes"),
    "gradient-boosting-start": (lambda: GradientBoostingClassifier(n_estimators=4, init=DecisionTreeClassifier(max_depth=2, random_state=0), random_state=0), "iris"),
    "gradient-boosting-exponential": (lambda: GradientBoostingClassifier(n_estimators=6, loss="exponential", random_state=0), "breast_cancer"),
    "gradient-boosting-zero": (lambda: GradientBoostingClassifier(n_estimators=4, init="zero", random_state=0), "iris"),
    "gradient-boosting-regressor": (lambda: GradientBoostingRegressor(n_estimators=6, loss="huber", random_state=0), "diabetes"),
    "hist-boosting-two": (lambda: HistGradientBoostingClassifier(**HIST), "breast_cancer"),
    "hist-boosting-poisson": (lambda: HistGradientBoostingRegressor(loss="poisson", **HIST), "diabetes:positive"),
    "hist-boosting-levels": (lambda: HistGradientBoostingClassifier(categorical_features="from_dtype", **HIST), "wines:levels"),
    "perceptron-labels": (lambda: MLPClassifier(hidden_layer_sizes=(8,), max_iter=60, random_state=0), "iris:labels"),
    "perceptron-targets": (lambda: MLPRegressor(hidden_layer_sizes=(8,), activation="tanh", max_iter=60, random_state=0), "diabetes:targets"),
    "columns-slice-mask": (lambda: ColumnTransformer([("a", StandardScaler(), slice(0, 2)), ("b", "drop", [2]), ("c", MinMaxScaler(), [False, False, False, True])]), "iris"),
    "columns-weights": (lambda: ColumnTransformer([("a", StandardScaler(), [-1]), ("b", "passthrough", [0])], transformer_weights={"a": 2.5, "b": -1.0}), "iris"),
    "columns-remainder": (lambda: make_pipeline(ColumnTransformer([("c", texts(), ["hue", "body"])], remainder=SimpleImputer()), RandomForestClassifier(**SMALL)), "wines:names"),
    "columns-selector": (lambda: ColumnTransformer([("n", numbers(), make_column_selector(dtype_include=np.number)), ("c", texts(), make_column_selector(dtype_exclude=np.number))]), "wines"),
    "scaler-robust": (lambda: RobustScaler(), "wine"),
    "scaler-max-abs": (lambda: MaxAbsScaler(), "wine"),
    "normalizer": (lambda: Normalizer("max"), "wine"),
    "binarizer": (lambda: Binarizer(threshold=3.0), "iris"),
    "bins-ordinal": (lambda: KBinsDiscretizer(3, encode="ordinal", strategy="kmeans"), "iris"),
    "polynomial-interactions": (lambda: PolynomialFeatures((2, 3), interaction_only=True, include_bias=False), "iris"),
    "power": (lambda: PowerTransformer(), "wine"),
    "power-box-cox": (lambda: make_pipeline(MinMaxScaler((1, 2)), PowerTransformer("box-cox", standardize=False)), "iris"),
    "select-best": (lambda: SelectKBest(k=2), "iris"),
    "select-percentile": (lambda: SelectPercentile(percentile=30), "wine"),
    "select-rates": (lambda: FeatureUnion([("fpr", SelectFpr()), ("fdr", SelectFdr()), ("fwe", SelectFwe()), ("any", GenericUnivariateSelect(mode="k_best", param=2))]), "diabetes:classes"),
    "select-variance": (lambda: VarianceThreshold(0.2), "wine"),
    "select-recursive": (lambda: FeatureUnion([("rfe", RFE(logistic(), n_features_to_select=2)), ("rfecv", RFECV(logistic(), cv=3)), ("forward", SequentialFeatureSelector(logistic(), n_features_to_select=2, cv=3))]), "iris"),
    "project": (lambda: FeatureUnion([("pca", PCA(3, whiten=True)), ("incremental", IncrementalPCA(2)), ("svd", TruncatedSVD(2, random_state=0)), ("ica", FastICA(2, random_state=0)), ("random", GaussianRandomProjection(2, random_state=0)), ("neighbors", NeighborhoodComponentsAnalysis(2, max_iter=5, random_state=0))]), "iris"),
    "linear-kin": (lambda: VotingRegressor([(type(e).__name__, e) for e in LINEAR()]), "diabetes"),
    "linear-tasks": (lambda: MultiTaskElasticNet(), "diabetes:targets"),
    "linear-tasks-kin": (lambda: RegressorChain(Ridge(), order=[1, 0]), "diabetes:targets"),
    "linear-tasks-search": (lambda: MultiTaskLassoCV(cv=3), "diabetes:targets"),
    "gamma": (lambda: GammaRegressor(), "diabetes:positive"),
    "tweedie": (lambda: TweedieRegressor(power=1.5, alpha=0.1), "diabetes:positive"),
    "tweedie-identity": (lambda: TweedieRegressor(power=0), "diabetes:positive"),
    "logistic-search": (lambda: LogisticRegressionCV(Cs=2, cv=3, max_iter=300, use_legacy_attributes=False, l1_ratios=(0,)), "iris"),
    "stochastic-log": (lambda: SGDClassifier(loss="log_loss", random_state=0), "iris"),
    "stochastic-huber": (lambda: SGDClassifier(loss="modified_huber", random_state=0), "iris:text"),
    "linear-classifiers": (lambda: VotingClassifier([("vector", LinearSVC(random_state=0)), ("perceptron", Perceptron(random_state=0)), ("aggressive", PassiveAggressiveClassifier(random_state=0)), ("ridge", RidgeClassifierCV())], voting="hard"), "iris:text"),
    "discriminant": (lambda: LinearDiscriminantAnalysis(), "wine"),
    "discriminant-project": (lambda: make_pipeline(LinearDiscriminantAnalysis(), logistic()), "wine"),
    "discriminant-quadratic": (lambda: QuadraticDiscriminantAnalysis(reg_param=0.1), "iris:text"),
    "bayes-counts": (lambda: MultinomialNB(), "iris:whole"),
    "bayes-complement": (lambda: ComplementNB(), "iris:whole"),
    "bayes-presence": (lambda: BernoulliNB(binarize=3.0), "iris"),
    "voting-soft": (lambda: VotingClassifier([("tree", DecisionTreeClassifier(max_depth=3)), ("skipped", "drop"), ("bayes", GaussianNB())], voting="soft", weights=[2, 7, 1]), "iris:text"),
    "voting-numbers": (lambda: VotingRegressor([("tree", DecisionTreeRegressor(max_depth=3)), ("ridge", Ridge())], weights=[1, 3]), "diabetes"),
    "bagging-votes": (lambda: BaggingClassifier(LinearSVC(random_state=0), n_estimators=3, random_state=0), "iris"),
    "bagging-numbers": (lambda: BaggingRegressor(DecisionTreeRegressor(max_depth=3), n_estimators=3, random_state=0), "diabetes"),
    "stacking-numbers": (lambda: StackingRegressor([("tree", DecisionTreeRegressor(max_depth=3)), ("ridge", Ridge())], final_estimator=Ridge(), cv=3), "diabetes"),
    "stacking-scores": (lambda: StackingClassifier([("tree", DecisionTreeClassifier(max_depth=3)), ("vector", LinearSVC(random_state=0))], final_estimator=DecisionTreeClassifier(max_depth=3), cv=3), "breast_cancer"),
    "ada-boost-numbers": (lambda: AdaBoostRegressor(n_estimators=5, random_state=0), "diabetes"),
    "rest-ties": (lambda: OneVsRestClassifier(DecisionTreeClassifier(max_depth=2, random_state=0)), "wine"),
    "pairs-two": (lambda: OneVsOneClassifier(GaussianNB()), "breast_cancer"),
    "rest-labels": (lambda: OneVsRestClassifier(logistic()), "iris:labels"),
    "pairs": (lambda: OneVsOneClassifier(LinearSVC(random_state=0)), "iris:text"),
    "each-target": (lambda: MultiOutputClassifier(DecisionTreeClassifier(max_depth=3)), "iris:labels"),
    "each-number": (lambda: MultiOutputRegressor(Ridge()), "diabetes:targets"),
    "chain": (lambda: ClassifierChain(logistic(), order=[1, 0]), "iris:labels"),
    "target-scaled": (lambda: TransformedTargetRegressor(Ridge(), transformer=PowerTransformer()), "diabetes"),
    "frozen": (lambda: FrozenEstimator(logistic().fit(*rows("iris"))), "iris"),
    "self-training": (lambda: SelfTrainingClassifier(logistic()), "iris"),
    "consensus": (lambda: RANSACRegressor(random_state=0), "diabetes"),
    "search-random": (lambda: RandomizedSearchCV(Ridge(), {"alpha": [0.1, 1.0]}, n_iter=2, cv=3, random_state=0), "diabetes"),
    "search-halving": (lambda: HalvingGridSearchCV(Ridge(), {"alpha": [0.1, 1.0]}, cv=3, random_state=0), "diabetes"),
    "search-halving-random": (lambda: HalvingRandomSearchCV(Ridge(), {"alpha": [0.1, 1.0]}, cv=3, random_state=0), "diabetes"),
    "clusters": (lambda: KMeans(3, random_state=0, n_init=2), "iris"),
    "clusters-distances": (lambda: make_pipeline(MiniBatchKMeans(3, random_state=0, n_init=2), logistic()), "iris"),
    "modes": (lambda: MeanShift(bandwidth=1.5), "iris"),
    "exemplars": (lambda: AffinityPropagation(random_state=0, preference=-50), "iris"),
    "counts": (lambda: CountVectorizer(), "letters"),
    "counts-case": (lambda: CountVectorizer(lowercase=False, token_pattern=r"(?u)\b[^\W\d_]{2,}\b", ngram_range=(1, 2), stop_words=["the", "of"]), "letters"),
    "counts-accents": (lambda: CountVectorizer(strip_accents="unicode", binary=True), "letters"),
    "counts-ascii": (lambda: CountVectorizer(strip_accents="ascii", vocabulary={"dog": 1, "koln": 0, "the dog": 2}, ngram_range=(1, 2)), "letters"),
    "counts-characters": (lambda: CountVectorizer(analyzer="char", ngram_range=(2, 3), max_features=150), "letters"),
    "tfidf-within-words": (lambda: TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), max_features=150), "letters"),
    "tfidf-stop": (lambda: TfidfVectorizer(stop_words="english", ngram_range=(1, 2), norm="l1"), "letters"),
    "tfidf-columns": (lambda: make_pipeline(ColumnTransformer([("t", TfidfVectorizer(), "note"), ("n", StandardScaler(), ["price"])]), logistic()), "letters:frame"),
    "hashes": (lambda: HashingVectorizer(n_features=64, ngram_range=(1, 2)), "letters"),
    "hashes-within-words": (lambda: HashingVectorizer(n_features=64, analyzer="char_wb", ngram_range=(4, 5), binary=True), "letters"),
    "calibrated-isotonic": (lambda: CalibratedClassifierCV(GaussianNB(), method="isotonic", cv=3), "iris:text"),
    "calibrated-two": (lambda: CalibratedClassifierCV(LinearSVC(random_state=0), ensemble=False, cv=3), "breast_cancer"),
    "calibrated-temperature": (lambda: CalibratedClassifierCV(RandomForestClassifier(**SMALL), method="temperature", cv=3), "iris"),
    "calibrated-quadratic": (lambda: CalibratedClassifierCV(QuadraticDiscriminantAnalysis(reg_param=0.1), cv=3), "iris"),
    "calibrated-bagging": (lambda: CalibratedClassifierCV(BaggingClassifier(logistic(), n_estimators=3, random_state=0), cv=3), "iris"),
    "calibrated-steep": (lambda: CalibratedClassifierCV(HistGradientBoostingClassifier(**HIST), method="isotonic", cv=3), "breast_cancer"),
    "calibrated-bayes": (lambda: CalibratedClassifierCV(GaussianNB(), method="temperature", cv=3), "breast_cancer"),
    "threshold-fixed": (lambda: FixedThresholdClassifier(logistic(), threshold=0.7, pos_label=0), "breast_cancer"),
    "threshold-tuned": (lambda: TunedThresholdClassifierCV(logistic(), cv=3, random_state=0), "breast_cancer"),
    "isotonic": (lambda: IsotonicRegression(out_of_bounds="clip"), "diabetes:column"),
    "isotonic-falling": (lambda: IsotonicRegression(increasing=False), "diabetes:column"),
    "quantiles": (lambda: QuantileTransformer(n_quantiles=20), "wine"),
    "quantiles-normal": (lambda: QuantileTransformer(n_quantiles=20, output_distribution="normal"), "iris:missing"),
    "target-quantiles": (lambda: TransformedTargetRegressor(Ridge(), transformer=QuantileTransformer(n_quantiles=20, output_distribution="normal")), "diabetes"),
    "splines": (lambda: SplineTransformer(n_knots=4), "iris"),
    "splines-tangents": (lambda: SplineTransformer(n_knots=3, degree=2, extrapolation="linear", knots=np.array([[5.0] * 4, [5.5] * 4, [6.0] * 4])), "iris"),
    "splines-wrapped": (lambda: SplineTransformer(n_knots=5, extrapolation="periodic", include_bias=False), "iris"),
    "splines-missing": (lambda: SplineTransformer(degree=1, extrapolation="continue", handle_missing="zeros", knots="quantile"), "iris:missing"),
    "target-means": (lambda: TargetEncoder(random_state=0), "wines:texts"),
    "target-means-numbers": (lambda: TargetEncoder(target_type="continuous", random_state=0), "iris:whole"),
    "label-places": (lambda: LabelEncoder(), "iris:words"),
    "label-columns": (lambda: LabelBinarizer(neg_label=-1, pos_label=2), "iris:words"),
    "project-latent": (lambda: FeatureUnion([("factors", FactorAnalysis(2, random_state=0)), ("sparse", SparsePCA(2, random_state=0, max_iter=20)), ("batches", MiniBatchSparsePCA(2, random_state=0, max_iter=5)), ("random", SparseRandomProjection(3, random_state=0, density=0.5))]), "iris"),
    "project-targets": (lambda: FeatureUnion([("regression", PLSRegression(2)), ("canonical", PLSCanonical(2)), ("correlation", CCA(1)), ("covariance", PLSSVD(2))]), "diabetes:targets"),
    "canonical": (lambda: PLSCanonical(2), "diabetes:targets"),
    "correlation": (lambda: CCA(1), "diabetes:targets"),
    "boltzmann-machine": (lambda: make_pipeline(MinMaxScaler(), BernoulliRBM(3, n_iter=3, random_state=0)), "iris"),
    "trees-embedding": (lambda: RandomTreesEmbedding(n_estimators=3, max_depth=3, random_state=0), "iris"),
    "imputer-iterative": (lambda: IterativeImputer(max_iter=3, random_state=0, add_indicator=True, min_value=0.5), "iris:missing"),
    "indicator": (lambda: MissingIndicator(features="all"), "iris:missing"),
    "codes": (lambda: OutputCodeClassifier(logistic(), code_size=3, random_state=3), "iris:text"),
    "select-trees": (lambda: SelectFromModel(RandomForestClassifier(**SMALL), threshold="0.9*mean"), "wine"),
    "select-coefficients": (lambda: SelectFromModel(logistic(), max_features=2, norm_order=2), "iris:frame"),
    "select-lasso": (lambda: SelectFromModel(Lasso(alpha=0.5)), "diabetes"),
    "bayes-categories": (lambda: CategoricalNB(min_categories=10), "iris:whole"),
    "sparse-codes": (lambda: DictionaryLearning(5, transform_n_nonzero_coefs=3, max_iter=5, random_state=0, split_sign=True), "wine"),
    "sparse-codes-batches": (lambda: MiniBatchDictionaryLearning(5, max_iter=2, random_state=0), "iris"),
    "sparse-codes-threshold": (lambda: SparseCoder(np.eye(4)[:3], transform_algorithm="threshold", transform_alpha=1.5), "iris"),
    "spread-labels": (lambda: LabelSpreading(kernel="knn", n_neighbors=5), "iris"),
    "propagated-labels": (lambda: LabelPropagation(gamma=2.0), "iris:text"),
    "usual": (lambda: SGDOneClassSVM(nu=0.3, random_state=0), "iris"),
    "svm-likely": (lambda: SVC(probability=True, random_state=0), "iris:text"),
    "svm-likely-two": (lambda: SVC(kernel="poly", degree=2, coef0=1.0, C=0.01, probability=True, random_state=0), "breast_cancer"),
    "svm-pairs": (lambda: NuSVC(kernel="linear", decision_function_shape="ovo"), "iris"),
    "svm-ties": (lambda: SVC(kernel="sigmoid", gamma=0.01, break_ties=True), "iris"),
    "svm-number": (lambda: NuSVR(kernel="poly", degree=3, nu=0.2), "diabetes"),
    "svm-usual": (lambda: OneClassSVM(nu=0.2), "iris"),
    "near": (lambda: KNeighborsClassifier(4), "iris:text"),
    "near-distance": (lambda: KNeighborsClassifier(5, weights="distance", metric="manhattan"), "wine"),
    "near-cosine": (lambda: KNeighborsClassifier(3, metric="cosine"), "breast_cancer"),
    "near-labels": (lambda: KNeighborsClassifier(3), "iris:labels"),
    "near-number": (lambda: KNeighborsRegressor(3, p=3, weights="distance"), "diabetes:targets"),
    "near-radius": (lambda: RadiusNeighborsClassifier(0.3, outlier_label="most_frequent"), "iris:text"),
    "near-radius-number": (lambda: RadiusNeighborsRegressor(0.15, weights="distance"), "diabetes"),
    "near-graph": (lambda: KNeighborsTransformer(n_neighbors=3), "iris"),
    "near-graph-radius": (lambda: RadiusNeighborsTransformer(mode="connectivity", radius=0.5), "iris"),
    "near-usual": (lambda: LocalOutlierFactor(7, novelty=True), "wine"),
    "near-centroid": (lambda: NearestCentroid(priors="empirical", shrink_threshold=0.1), "wine"),
    "near-centroid-two": (lambda: NearestCentroid(), "breast_cancer"),
    "imputer-near": (lambda: KNNImputer(n_neighbors=3, weights="distance", add_indicator=True), "iris:missing"),
    "kernel-ridge": (lambda: KernelRidge(kernel="polynomial", degree=2, alpha=0.5), "diabetes:targets"),
    "kernel-pca": (lambda: KernelPCA(3, kernel="rbf", gamma=0.3), "iris"),
    "geodesic": (lambda: Isomap(n_neighbors=4, n_components=3), "few"),
    "geodesic-manhattan": (lambda: Isomap(n_neighbors=6, metric="manhattan"), "few"),
    "locally-linear": (lambda: LocallyLinearEmbedding(n_neighbors=6, n_components=3, random_state=0), "few"),
    "kernel-pca-cosine": (lambda: KernelPCA(2, kernel="cosine"), "wine"),
    "kernel-some-rows": (lambda: Nystroem(n_components=6, kernel="sigmoid", gamma=0.01, random_state=0), "iris"),
    "kernel-waves": (lambda: RBFSampler(gamma=40.0, n_components=7, random_state=0), "wine"),
    "kernel-waves-skewed": (lambda: SkewedChi2Sampler(n_components=5, random_state=0), "iris"),
    "kernel-additive": (lambda: AdditiveChi2Sampler(sample_steps=3), "iris:whole"),
    "kernel-sketch": (lambda: PolynomialCountSketch(degree=3, coef0=1.0, n_components=9, random_state=0), "iris"),
    "mixture": (lambda: GaussianMixture(3, random_state=0), "iris"),
    "mixture-spherical": (lambda: GaussianMixture(2, covariance_type="spherical", random_state=0), "iris"),
    "mixture-bayes": (lambda: BayesianGaussianMixture(n_components=3, covariance_type="tied", random_state=0), "iris"),
    "mixture-bayes-shares": (lambda: BayesianGaussianMixture(n_components=3, covariance_type="diag", weight_concentration_prior_type="dirichlet_distribution", random_state=0), "iris"),
    "process-number": (lambda: GaussianProcessRegressor(ConstantKernel(2.0) * Matern(1.5, nu=2.5) + DotProduct() + WhiteKernel(0.1), normalize_y=True, optimizer=None), "few"),
    "process-number-periodic": (lambda: GaussianProcessRegressor(ExpSineSquared(1.5, 3.0) * RBF([1.0, 2.0, 1.0, 0.5]) + RationalQuadratic(), alpha=0.1, optimizer=None), "few"),
    "process": (lambda: GaussianProcessClassifier(1.0 * RBF(1.0), optimizer=None), "few:classes"),
    "process-two": (lambda: GaussianProcessClassifier(Matern(1.0, nu=1.5) ** 2, optimizer=None), "few:two"),
    "isolated": (lambda: IsolationForest(n_estimators=5, max_samples=40, max_features=0.6, contamination=0.1, random_state=0), "wine"),
    "elliptic": (lambda: EllipticEnvelope(random_state=0), "iris"),
    "clusters-birch": (lambda: Birch(n_clusters=3), "iris"),
    "clusters-bisected": (lambda: BisectingKMeans(5, random_state=0), "iris"),
    "clusters-columns": (lambda: FeatureAgglomeration(3), "wine"),
    "dummy": (lambda: DummyClassifier(), "iris:text"),
    "dummy-number": (lambda: DummyRegressor(strategy="median"), "diabetes"),
    "pipeline-passthrough": (lambda: Pipeline([("a", "passthrough"), ("b", StandardScaler()), ("c", None), ("d", logistic())]), "iris"),
    "pipeline-frames": (lambda: make_pipeline(columns(numbers(), texts(OrdinalEncoder())), RandomForestClassifier(**SMALL)).set_output(transform="pandas"), "wines"),
}

# where releases write different things
SOME = {
    "logistic-each": (lambda: logistic(solver="liblinear", multi_class="ovr"), "iris", [(0, 24), (1, 0), (1, 4), (1, 6)]),
    "hist-boosting-category": (lambda: HistGradientBoostingRegressor(categorical_features=[1], **HIST), "diabetes:category", [(1, 0), (1, 2), (1, 4), (1, 9)]),
    "hist-boosting-poisson": (lambda: HistGradientBoostingRegressor(loss="poisson", **HIST), "diabetes:positive", [(0, 24), (1, 2), (1, 9)]),
    "columns-remainder": (lambda: make_pipeline(ColumnTransformer([("c", texts(), ["hue", "body"])], remainder=SimpleImputer()), RandomForestClassifier(**SMALL)), "wines:names", [(0, 24), (1, 2), (1, 6), (1, 9)]),
    "columns-slice-mask": (lambda: ColumnTransformer([("a", StandardScaler(), slice(0, 2)), ("b", "drop", [2]), ("c", MinMaxScaler(), [False, False, False, True])]), "iris", [(0, 24), (1, 9)]),
    "function-log1p": (lambda: make_pipeline(MinMaxScaler(), FunctionTransformer(np.log1p)), "wine", [(0, 24), (1, 9)]),
    "ada-boost": (lambda: AdaBoostClassifier(n_estimators=5, random_state=0), "iris:text", [(0, 24), (1, 2), (1, 4), (1, 9)]),
    "ada-boost-votes": (lambda: AdaBoostClassifier(DecisionTreeClassifier(max_depth=1), n_estimators=5, algorithm="SAMME", random_state=0), "iris", [(0, 24), (1, 2), (1, 4)]),
    "bins": (lambda: KBinsDiscretizer(4), "iris", [(0, 24), (1, 9)]),
    "bayes-gaussian": (lambda: GaussianNB(), "iris:text", [(0, 24), (1, 9)]),
    "polynomial": (lambda: PolynomialFeatures(3), "iris", [(0, 24), (1, 9)]),
    "bagging": (lambda: BaggingClassifier(DecisionTreeClassifier(max_depth=3), n_estimators=3, max_features=0.7, random_state=0), "wine", [(0, 24), (1, 2), (1, 9)]),
    "stacking": (lambda: StackingClassifier([("tree", DecisionTreeClassifier(max_depth=3)), ("bayes", GaussianNB())], final_estimator=logistic(), cv=3, passthrough=True), "iris:text", [(0, 24), (1, 9)]),
    "target-log": (lambda: TransformedTargetRegressor(make_pipeline(StandardScaler(), Ridge()), func=np.log1p, inverse_func=np.expm1), "diabetes", [(0, 24), (1, 9)]),
    "union": (lambda: make_pipeline(FeatureUnion([("pca", PCA(2)), ("skipped", "drop"), ("scaler", StandardScaler())], transformer_weights={"pca": 2.0}), logistic()), "wine", [(0, 24), (1, 9)]),
    "rest": (lambda: OneVsRestClassifier(logistic()), "iris:text", [(0, 24), (1, 9)]),
    "search": (lambda: GridSearchCV(logistic(), {"C": [0.1, 1.0]}, cv=3), "iris:frame", [(0, 24), (1, 9)]),
    "tfidf": (lambda: TfidfVectorizer(sublinear_tf=True), "letters", [(1, 4), (1, 9)]),
    "tfidf-counts": (lambda: make_pipeline(CountVectorizer(), TfidfTransformer()), "letters", [(1, 4), (1, 9)]),
    "calibrated": (lambda: CalibratedClassifierCV(LinearSVC(random_state=0), cv=3), "iris:text", [(1, 4), (1, 9)]),
    "partial-least-squares": (lambda: PLSRegression(3), "diabetes:targets", [(1, 4), (1, 9)]),
    "poisson": (lambda: PoissonRegressor(), "diabetes:positive", [(0, 24), (1, 9)]),
    "ridge-classifier": (lambda: RidgeClassifier(), "iris:text", [(0, 24), (1, 9)]),
}

WRITERS = ["joblib", "joblib.gz", "pkl4", "joblib.xz", "pkl5", "joblib.bz2", "pkl2"]


def write_csv(path, header, table):
    with open(path, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([["" if v is None or v != v else repr(float(v)) if isinstance(v, float) else v for v in row] for row in table])


def write_output(folder, name, values):
    table = np.asarray(values.toarray() if hasattr(values, "toarray") else values)
    table = table.reshape(len(table), -1)
    if table.dtype.kind != "O":
        table = table.astype(float) if table.dtype.kind in "fb" else table
    write_csv(os.path.join(folder, name + ".csv"), ["c%d" % i for i in range(table.shape[1])], table.tolist())


def answers(model, x):
    if hasattr(model, "means_") and hasattr(model, "covariance_type"):
        yield "label", model.predict(x)
        yield "scores", model.predict_proba(x)
    elif hasattr(model, "cluster_centers_") or hasattr(model, "subcluster_centers_"):
        yield "label", model.predict(x)
        if hasattr(model, "transform"):
            yield "scores", model.transform(x)
    elif hasattr(model, "fit_predict") or hasattr(model, "novelty"):
        yield "label", model.predict(x)
        yield "scores", model.decision_function(x)
    elif is_classifier(model):
        yield "label", model.predict(x)
        if not hasattr(model, "predict_proba"):
            if hasattr(model, "decision_function"):
                yield "scores", model.decision_function(x)
            return
        probabilities = model.predict_proba(x)
        if isinstance(probabilities, list):
            for i, one in enumerate(probabilities):
                yield "probabilities_%d" % i, one
        else:
            yield "probabilities", probabilities
    elif is_regressor(model):
        yield "variable", model.predict(x)
    else:
        yield "transformed", model.transform(x)


def dump(model, folder, way):
    if way.startswith("joblib"):
        joblib.dump(model, os.path.join(folder, "model." + way), compress=3 if "." in way else 0)
        return "model." + way
    with open(os.path.join(folder, "model.pkl"), "wb") as out:
        pickle.dump(model, out, protocol=int(way[3:]))
    return "model.pkl"


def write_case(name, make, data, way):
    x, y = rows(data)
    take = (lambda a, i: a.iloc[i].reset_index(drop=True)) if hasattr(x, "iloc") else (lambda a, i: a[i])
    order = np.random.RandomState(7).permutation(len(x))
    train, test = order[12:], order[:12]
    given = (take(x, train),) if name.startswith("label-") else (take(x, train), y[train])
    model = make().fit(*given)
    folder = os.path.join(HERE, RELEASE, name)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    shown = take(x, test)
    frame = hasattr(shown, "columns")
    shown = shown.reshape(len(shown), -1) if isinstance(shown, np.ndarray) else shown
    header = list(shown.columns) if frame else ["x%d" % i for i in range(shown.shape[1])]
    write_csv(os.path.join(folder, "inputs.csv"), header, (shown.astype(object).values if frame else shown).tolist())
    given = []
    for output, values in answers(model, take(x, test)):
        write_output(folder, output, values)
        given.append(output)
    case = {"library": "scikit-learn " + sklearn.__version__, "model": dump(model, folder, way),
            "columns": header if frame else [], "width": len(header), "outputs": given}
    with open(os.path.join(folder, "case.json"), "w", encoding="utf-8") as out:
        json.dump(case, out, ensure_ascii=False, indent=1)
        out.write("\n")


def main(only):
    warnings.simplefilter("ignore")
    cases = dict(EVERY)
    if SK == (1, 9):
        cases.update(NEWEST)
    cases.update({name: (make, data) for name, (make, data, releases) in SOME.items() if SK in releases})
    for name, (make, data) in sorted(cases.items()):
        if not only or name in only:
            write_case(name, make, data, WRITERS[zlib.crc32(name.encode()) % len(WRITERS)])
    print(RELEASE, len(cases), "cases")


if __name__ == "__main__":
    main(sys.argv[1:])
