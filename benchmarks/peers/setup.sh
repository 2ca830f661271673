#!/bin/sh
# Install the peers into an environment of their own, outside of the checkout: sh benchmarks/peers/setup.sh DIR
set -eu
python3 -m venv "$1"
"$1/bin/pip" install --quiet --disable-pip-version-check docxtpl jinja2 pypandoc-binary typst weasyprint
echo "the peers are in $1; now: make bench PEERS=$1"
