#!/usr/bin/env bash
# How long small subcommands take as a process, start to end, and how much memory: the median of ten runs.
# usage: mvn -q -DskipTests package && src/bench/startup.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
launcher=target/gemwright/bin/gemwright
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for command in "version" "help" "scan sample-models/employment/employment.joblib" \
    "inspect sample-models/digits/digits_cnn.onnx" "convert sample-models/employment/employment.joblib -o $out/model.onnx"; do
  for run in 1 2 3 4 5 6 7 8 9 10; do
    /usr/bin/time -f "%e %M" "$launcher" $command 2>&1 >/dev/null | tail -n 1
  done | sort -n | awk -v name="$command" '{s[NR]=$1; m[NR]=$2} END {printf "%-80s %.2f s  %d MB\n", name, s[int((NR+1)/2)], m[int((NR+1)/2)]/1024}'
done
