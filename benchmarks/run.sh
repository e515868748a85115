#!/usr/bin/env bash
# Compares the importer with CsvHelper's bare loops and, where they are installed, with the loaders of sqlite3 and of a PostgreSQL server of
# its own, on one generated file, and writes benchmarks/results/<cpu>/<date>.
#   benchmarks/run.sh [ROWS] [RUNS]      500000 rows and 3 runs by default
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

rows="${1:-500000}"
runs="${2:-3}"
project=benchmarks/Cadence.SellsyImport.Benchmarks
commit="$(git describe --always --dirty --exclude '*' 2>/dev/null || echo unknown)"

dotnet build "$project" -c Release -v quiet
dotnet run --project "$project" -c Release --no-build -- \
  --compare "$rows" --runs "$runs" --output benchmarks/results --commit "$commit" --sdk "$(dotnet --version)"
