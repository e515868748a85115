#!/usr/bin/env bash
# Runs the tests and prints the covered lines and branches of each package, and of each folder of the core: ./coverage.sh [TEST PROJECT …]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
results=artifacts/coverage
rm -rf "$results"
[[ $# -gt 0 ]] || set -- tests/*.Tests
for project in "$@"; do
  dotnet test --project "$project" -c Release -p:MeasureCoverage=true --results-directory "$results" \
    --coverlet --coverlet-output-format cobertura --coverlet-include "[Cadence.SellsyImport*]*" --coverlet-include "[sellsy-import]*" --coverlet-exclude "[*.Tests]*"
done
find "$results" -name '*.xml' -print0 | xargs -0 dotnet run --project tests/Cadence.SellsyImport.Proof -c Release -- coverage
