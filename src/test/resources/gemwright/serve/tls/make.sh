#!/usr/bin/env bash
# Makes the certificates that the TLS tests use; OpenSSL 3. Keys for tests on this machine's loopback address, worth nothing anywhere else.
set -euo pipefail
cd "$(dirname "$0")"
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 36500 -subj /CN=localhost \
  -addext subjectAltName=DNS:localhost,IP:127.0.0.1 -keyout key.pem -out server.pem
openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out other.pem
openssl ec -in key.pem -out traditional.pem
