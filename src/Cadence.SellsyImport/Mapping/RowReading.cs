using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Leads;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Mapping;

/// <summary>
/// Reads the values of one row, each by the kind of its field: into a lead and its issues, or for the verdict alone. Both ways are the same
/// code; for a verdict no string is made, and what only the whole file can explain is left to the <see cref="RowScanner"/>.
/// </summary>
internal ref partial struct RowReading
{
    private readonly long _row;
    private readonly ExportFacts _facts;
    private readonly SellsyImportOptions _options;
    private readonly RowScanner? _scanner;
    private LeadDraft _lead;
    private ulong _filled;
    private ulong _filledBefore;
    private int _emails;
    private int _phones;
    private int _companyIds;
    private bool _namesSeveralOwners;
    private CompiledAssignment? _severalCompanyIds;
    private int _issueCount;
    private CompiledAssignment? _shortZipCode;
    private ReadOnlySpan<char> _firstCompanyId;
    private ReadOnlySpan<char> _companyId;
    private ImmutableArray<ImportIssue>.Builder? _issues;

    /// <summary>Reads a row for its lead.</summary>
    public RowReading(long row, ExportFacts facts, SellsyImportOptions options)
    {
        (_row, _facts, _options) = (row, facts, options);
    }

    /// <summary>Reads a row for its verdict.</summary>
    /// <param name="options">The options.</param>
    /// <param name="scanner">Counts the issues.</param>
    public RowReading(SellsyImportOptions options, RowScanner scanner)
    {
        (_facts, _options, _scanner) = (scanner.Facts, options, scanner);
    }

    /// <summary>The id of the contact; empty where it is missing or invalid.</summary>
    public ReadOnlySpan<char> ContactId { get; private set; }

    /// <summary>Whether the row has an error.</summary>
    public bool HasError { get; private set; }

    /// <summary>
    /// The cell of companies, if only the whole file shows whether it is one name and the answer may make the row an error; otherwise null.
    /// </summary>
    public string? UndecidedCompany { get; private set; }

    private readonly bool MakesLead => _scanner is null;

    public MappedRow ToMappedRow() => new(_lead.ToLead(), _lead.Lead.NamedOwner, _issues?.DrainToImmutable() ?? []);

    /// <summary>Reads the cells of some fields, and then finds the mandatory ones that are blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read<TCells>(CompiledAssignment[] assignments, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        foreach (var assignment in assignments)
        {
            Read(assignment, CellOf(assignment, cells));
        }

        ReadTogether(assignments, cells);
    }

    /// <summary>The same for the cells of a record, of which those that recur are not read again.</summary>
    /// <param name="assignments">The fields.</param>
    /// <param name="caches">The cells of each field that were read before; null for a field whose cells cannot be validated on their own.</param>
    /// <param name="cells">The cells.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(CompiledAssignment[] assignments, CellCache?[] caches, scoped in RecordCells cells)
    {
        for (var i = 0; i < assignments.Length; i++)
        {
            if (assignments[i].Column < 0)
            {
                Read(assignments[i], CellOf(assignments[i], cells));
            }
            else if (cells.Utf8Of(assignments[i].Column) is { IsEmpty: false } utf8)
            {
                Read(assignments[i], utf8, caches[i], cells);
            }
        }

        ReadTogether(assignments, cells);
    }

    public void KeepUnmapped<TCells>(ColumnSelection mapped, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        var columns = RejectedFile.StatusColumn(_facts.Columns) is >= 0 and var status ? _facts.Columns.AsSpan()[..status] : _facts.Columns.AsSpan();
        foreach (var column in columns)
        {
            if (!mapped.Contains(column.Index) && cells[column.Index] is var cell && !cell.Span.IsWhiteSpace())
            {
                var name = column.Heading.Length > 0 ? column.Heading : string.Create(CultureInfo.InvariantCulture, $"#{column.Index}");
                LeadDraft.Add(ref _lead.UnmappedValues, new(name, cell.ToString()));
            }
        }
    }

    /// <summary>The text of a field on a row; nothing for no field.</summary>
    public static CellText CellOf<TCells>(CompiledAssignment? assignment, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct =>
        assignment is null ? default : assignment.Constant is { } constant ? new(constant) : cells[assignment.Column];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(CompiledAssignment assignment, CellText cell)
    {
        var text = assignment.TextOf(cell);
        if (EmptyValue.IsBlank(text.Span))
        {
            return;
        }

        if (LostValue.CodeOf(assignment.Field.Kind, text.Span) is { } lost)
        {
            KeepUnread(lost, assignment, text, ArgumentsOf(lost, text));
            return;
        }

        _filledBefore = _filled;
        _filled |= assignment.FilledBit;
        if (!text.IsPlain && Mojibake.IsSuspect(text.Span) && Mojibake.IsGarbled(text.ToString()))
        {
            Warn(IssueCodes.TextGarbled, assignment);
        }

        if (assignment.IsList && MultiValueCell.TryFindSpreadsheetError(text.Span, out var error))
        {
            KeepUnread(IssueCodes.SpreadsheetError, assignment, text, MakesLead ? [error.ToString()] : []);
        }

        if (assignment.Known is { } known)
        {
            ReadKnown(assignment, known, text);
        }
        else
        {
            ReadCustom(assignment, text);
        }
    }

    /// <summary>
    /// Finds what no cell shows by itself: mandatory fields that are blank, several company ids beside one name, and a postal code that is too short for its country.
    /// </summary>
    private void ReadTogether<TCells>(CompiledAssignment[] assignments, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        FindBlank(assignments, cells);
        if (!MakesLead && (_emails > _options.MaxEmails || _phones > _options.MaxPhones))
        {
            CountTooMany(assignments, cells);
        }

        if (_severalCompanyIds is { } companies)
        {
            Warn(IssueCodes.SeveralCompanies, companies, MakesLead ? [_firstCompanyId.ToString()] : []);
        }

        if (_shortZipCode is { } zipCode && IsFrench(Array.Find(assignments, assignment => assignment.Field == LeadFields.CompanyCountry), cells))
        {
            Warn(IssueCodes.LeadingZeroMissing, zipCode);
        }

        if (_lead.UnreadValues is { } unread)
        {
            TakeBackUncertain(ref _lead.Lead.EmailConsent, LeadFields.EmailConsent, unread);
            TakeBackUncertain(ref _lead.Lead.SmsConsent, LeadFields.SmsConsent, unread);
        }
    }

    /// <summary>A consent of one column is none if another column of it cannot be read: it may refuse.</summary>
    private static void TakeBackUncertain(ref bool? consent, LeadField field, ImmutableArray<LeadValue>.Builder unread)
    {
        if (consent == true && unread.Any(value => value.Name == field.Name))
        {
            consent = null;
        }
    }

    /// <summary>
    /// Counts the lists that are too long, for a verdict, and takes the addresses that the lead keeps. What is on the row twice counts once, so the few
    /// rows with so many values are read for their leads.
    /// </summary>
    private void CountTooMany<TCells>(CompiledAssignment[] assignments, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        var reading = new RowReading(_row, _facts, _options);
        foreach (var assignment in assignments)
        {
            if (assignment.IsOfContactLists)
            {
                reading.Read(assignment, CellOf(assignment, cells));
            }
        }

        _scanner!.ClearAddresses();
        foreach (var email in reading._lead.Lead.Emails.Items)
        {
            _scanner.AddAddress(0, email.Address);
        }

        foreach (var phone in reading._lead.Lead.Phones.Items)
        {
            if (phone.E164 is { } e164)
            {
                _scanner.AddAddress(ScannedAddress.KindOf(phone.Type), e164);
            }
        }

        foreach (var issue in reading._issues?.DrainToImmutable() ?? [])
        {
            if (issue.Code is IssueCodes.TooManyEmails or IssueCodes.TooManyPhones)
            {
                Report(issue.Code, issue.Severity, Array.Find(assignments, assignment => assignment.Field.Name == issue.Field && assignment.Heading == issue.Column)!);
            }
        }
    }

    /// <summary>Whether an address is in France; one without a country is where the host is.</summary>
    private readonly bool IsFrench<TCells>(CompiledAssignment? country, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        var name = country is null ? default : country.TextOf(CellOf(country, cells));
        return country is null || EmptyValue.IsBlank(name.Span) ? OverseasNumbers.IsFrenchPlan(_options.DefaultCallingCode) : PostalCode.IsFrance(name.Span);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FindBlank<TCells>(CompiledAssignment[] assignments, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct
    {
        foreach (var assignment in assignments)
        {
            if (assignment.IsMandatory && !assignment.IsFurther && IsBlank(assignment, cells))
            {
                Report(IssueCodes.MandatoryBlank, IssueSeverity.Error, assignment);
            }
        }
    }

    private readonly bool IsBlank<TCells>(CompiledAssignment assignment, scoped in TCells cells)
        where TCells : IRowCells, allows ref struct =>
        assignment.Known is null ? !HasValue(assignment, CellOf(assignment, cells)) : (_filled & assignment.FilledBy) == 0;

    private static bool HasValue(CompiledAssignment assignment, CellText cell)
    {
        var text = assignment.TextOf(cell);
        return !EmptyValue.IsBlank(text.Span) && LostValue.CodeOf(assignment.Field.Kind, text.Span) is null;
    }

    /// <summary>Reads a cell, unless it was read before, was filled and had no issue.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(CompiledAssignment assignment, ReadOnlySpan<byte> utf8, CellCache? cache, scoped in RecordCells cells)
    {
        if (cache is not { IsUseful: true })
        {
            Read(assignment, cells.TextOf(utf8));
        }
        else if (cache.Contains(utf8))
        {
            _filled |= assignment.FilledBit;
        }
        else
        {
            var issues = _issueCount;
            Read(assignment, cells.TextOf(utf8));
            if (_issueCount == issues && (_filled & assignment.FilledBit) != 0)
            {
                cache.Add(utf8);
            }
        }
    }

    private readonly ImmutableArray<string> ArgumentsOf(string lost, scoped CellText text) =>
        MakesLead && lost == IssueCodes.SpreadsheetError ? [text.ToString()] : [];

    /// <summary>Takes back that the field of the cell that is read is filled.</summary>
    private void MarkBlank() => _filled = _filledBefore;

    /// <summary>The string of a value, or null if only the verdict is wanted.</summary>
    private readonly string? Keep(scoped CellText text) => MakesLead ? text.ToString() : null;

    /// <summary>A text within the length of its field; null, with an issue, if it is longer.</summary>
    private string? TextWithin(CompiledAssignment assignment, scoped CellText text) => IsWithin(assignment, text) ? Keep(text) : null;

    /// <remarks>A detail of the company never costs the contact, unless the host wants the field on every row.</remarks>
    private bool IsWithin(CompiledAssignment assignment, scoped CellText text)
    {
        if (assignment.Field.MaxLength is not { } most || !VisibleLength.IsLongerThan(text.Span, most))
        {
            return true;
        }

        ImmutableArray<string> lengths = MakesLead ? [Number(VisibleLength.Of(text.Span)), Number(most)] : [];
        if (assignment.IsOfCompany && !assignment.IsMandatory)
        {
            KeepUnread(IssueCodes.ValueTooLong, assignment, text, lengths);
        }
        else
        {
            Report(IssueCodes.ValueTooLong, IssueSeverity.Error, assignment, lengths);
        }

        return false;
    }

    private void Warn(string code, CompiledAssignment assignment, params ImmutableArray<string> arguments) =>
        Report(code, IssueSeverity.Warning, assignment, arguments);

    /// <summary>Reports a value that cannot be read, and keeps it with the lead as it stood.</summary>
    private void KeepUnread(string code, CompiledAssignment assignment, scoped CellText text, params ImmutableArray<string> arguments)
    {
        Warn(code, assignment, arguments);
        KeepUnread(assignment, text);
    }

    private void KeepUnread(CompiledAssignment assignment, scoped CellText text)
    {
        if (MakesLead)
        {
            LeadDraft.Add(ref _lead.UnreadValues, new(assignment.Field.Name, text.ToString()));
        }
    }

    private void Report(string code, IssueSeverity severity, CompiledAssignment assignment, params ImmutableArray<string> arguments)
    {
        HasError |= severity == IssueSeverity.Error;
        _issueCount++;
        if (_scanner is not null)
        {
            _scanner.Report(code, severity, assignment);
            return;
        }

        _issues ??= ImmutableArray.CreateBuilder<ImportIssue>();
        _issues.Add(new(code, severity) { Arguments = arguments, Field = assignment.Field.Name, Column = assignment.Heading, Row = _row });
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
