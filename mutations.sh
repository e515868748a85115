#!/usr/bin/env bash
# Changes the code of one folder after the other and counts the changes that no test of that folder notices: ./mutations.sh [FOLDER …]
# The report with each survivor is artifacts/mutations/FOLDER/reports/mutation-report.html.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
[[ $# -gt 0 ]] || set -- Values Owners Mapping
dotnet tool restore
root="$PWD"
for folder in "$@"; do
  (cd tests/Cadence.SellsyImport.Tests && dotnet stryker --project Cadence.SellsyImport.csproj --configuration Release --mutate "**/$folder/**/*.cs" \
    --test-case-filter "FullyQualifiedName~.$folder." --output "$root/artifacts/mutations/$folder" --reporter html --reporter cleartext)
done
