#!/usr/bin/env bash
# One conversion as a process, start to end: ours and skl2onnx's in turn, the medians of ten rounds and their ratio.
# usage: mvn -q -DskipTests package && src/bench/convert.sh MODEL FEATURES PYTHON
#   MODEL     a scikit-learn model that PYTHON can load, fitted on an array of FEATURES columns
#   PYTHON    an interpreter with skl2onnx, joblib and the MODEL's release of scikit-learn
set -euo pipefail
model=$1 features=$2 python=$3
launcher=$(dirname "$0")/../../target/gemwright/bin/gemwright
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cat > "$out/peer.py" <<'PEER'
import sys
import joblib
from skl2onnx import convert_sklearn
from skl2onnx.common.data_types import FloatTensorType

model = joblib.load(sys.argv[1])
onnx = convert_sklearn(model, initial_types=[("X", FloatTensorType([None, int(sys.argv[2])]))])
open(sys.argv[3], "wb").write(onnx.SerializeToString())
PEER
for round in 1 2 3 4 5 6 7 8 9 10; do
  /usr/bin/time -a -o "$out/ours" -f "%e %M" "$launcher" convert -q "$model" -o "$out/ours.onnx" > /dev/null
  /usr/bin/time -a -o "$out/peer" -f "%e %M" "$python" "$out/peer.py" "$model" "$features" "$out/peer.onnx" > /dev/null
done
for name in ours peer; do
  sort -n "$out/$name" | awk -v name=$name '{s[NR]=$1; m[NR]=$2} END {i=int((NR+1)/2); printf "%s %.2f %.0f\n", name, s[i], m[i]/1024}'
done | awk '{printf "%s  %.2f s  %d MB\n", $1, $2, $3; s[NR]=$2; m[NR]=$3} END {printf "ours/peer  %.2f of the time, %.2f of the memory\n", s[1]/s[2], m[1]/m[2]}'
