using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <content>The company of a row, which the other rows of the file help to explain.</content>
internal ref partial struct RowReading
{
    private void ReadCompanyId(CompiledAssignment assignment, CellText text)
    {
        var ids = new CellParts(text.Span, stackalloc Range[CellParts.Usual]);
        CompanyCells.SplitIds(ref ids);
        _companyIds = ids.Count;
        if (ids.Count == 0)
        {
            MarkBlank();
            return;
        }

        _firstCompanyId = text.Span[ids.RangeOfFirst];
        var id = text.Part(_firstCompanyId);
        if (TryReadId(assignment, id, IssueSeverity.Warning))
        {
            _companyId = _firstCompanyId;
            _lead.Company.SellsyId = Keep(id);
        }

        if (ids.Count > 1)
        {
            _severalCompanyIds = assignment;
            KeepUnread(assignment, text);
        }
    }

    /// <summary>The first company of the cell, with the first id that the file gives its name.</summary>
    public void ReadCompanyName(CompiledAssignment assignment, CellText text)
    {
        var first = CompanyCells.FirstName(text.Span, out var several);
        if (first.IsEmpty)
        {
            MarkBlank();
            return;
        }

        var hasComma = !several && first.Contains(',');
        if (hasComma && _companyIds == 0 && _scanner is not null)
        {
            _scanner.AddUndecidedCompany(first, text.Span);
            UndecidedCompany = assignment.IsMandatory && assignment.Field.MaxLength < first.Length ? text.ToString() : null;
            return;
        }

        if (hasComma && (_companyIds > 1 || (_companyIds == 0 && !_facts.IsOneCompany(first.ToString()))))
        {
            first = CompanyCells.FirstBeforeComma(first, out several);
        }

        if (several)
        {
            // The name says it for both.
            _severalCompanyIds = null;
            KeepUnread(IssueCodes.SeveralCompanies, assignment, text, MakesLead ? [first.ToString()] : []);
        }

        var name = text.Part(first);
        var isWithin = IsWithin(assignment, name);
        if (_scanner is not null)
        {
            _scanner.AddCompany(first, _companyIds, DigitsReader.IsDigits(_firstCompanyId) ? _firstCompanyId : [], _companyId);
            return;
        }

        _lead.Company.Name = isWithin ? name.ToString() : null;
        if (_facts.CompanyIdOf(first.ToString()) is { } firstId && firstId != _lead.Company.SellsyId)
        {
            if (_lead.Company.SellsyId is { } found)
            {
                Warn(IssueCodes.CompanyIdDiffers, assignment, firstId, found);
            }

            _lead.Company.SellsyId = firstId;
        }
    }
}
