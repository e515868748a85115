#!/usr/bin/env bash
# Compares the importer with CsvHelper's bare loops and with the loaders of sqlite3 and of a PostgreSQL server of its own, on generated files,
# prints a Markdown table and writes it with its JSON to benchmarks/results/<cpu>/<date>; the names of partial results end with their part.
#   benchmarks/run.sh [--rows N] [--runs N] [--groups files,properties,parts,sqlite,postgresql] [--files TEXT] [--warm-up MILLISECONDS]
# Default: 200,000 rows, 3 runs, all groups and files, 4,000 ms. One group in a minute: --groups files --rows 50000 --runs 1
# --output FOLDER writes the results elsewhere.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

project=benchmarks/Cadence.SellsyImport.Benchmarks
commit="$(git describe --always --dirty --exclude '*' 2>/dev/null || echo unknown)"

dotnet build "$project" -c Release -v quiet -nologo
dotnet run --project "$project" -c Release --no-build -- \
  --output benchmarks/results --commit "$commit" --sdk "$(dotnet --version)" "$@"
