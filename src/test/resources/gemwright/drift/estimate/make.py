"""Makes reference.csv.gz, current.csv.gz and expected.csv: what NannyML estimates and measures.

Run with: nannyml==0.13.1 pandas<3, in this folder, with the folder of NannyML's sample data
(nannyml/datasets/data in the installed package) as argument.
"""
import os
os.environ["NML_DISABLE_USAGE_LOGGING"] = "1"
import sys
import pandas as pd
import nannyml as nml

data = sys.argv[1]
reference = pd.read_csv(f"{data}/california_housing_reference.csv")
current = pd.read_csv(f"{data}/california_housing_analysis.csv")
truth = pd.read_csv(f"{data}/california_housing_analysis_gt.csv")
known = current.merge(truth, on="id")
about = dict(problem_type="classification_binary", y_pred_proba="y_pred_proba", y_pred="y_pred", y_true="clf_target", timestamp_column_name="timestamp", chunk_size=600)
estimated = nml.CBPE(metrics=["accuracy", "roc_auc", "f1", "precision", "recall"], **about).fit(reference).estimate(current).to_df()
realised = nml.PerformanceCalculator(metrics=["accuracy", "roc_auc", "f1"], **about).fit(reference).calculate(known).to_df()
out = {f"estimated_{m}": estimated[(m, "value")] for m in ("accuracy", "roc_auc", "f1", "precision", "recall")}
out |= {f"realised_{m}": realised[(m, "value")] for m in ("accuracy", "roc_auc", "f1")}
pd.DataFrame(out).to_csv("expected.csv", index=False)
columns = ["timestamp", "y_pred_proba", "y_pred", "clf_target"]
reference[columns].to_csv("reference.csv.gz", index=False)
known[columns].to_csv("current.csv.gz", index=False)
