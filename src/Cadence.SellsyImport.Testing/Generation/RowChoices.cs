namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>What is special about a row as a whole. The answer depends on the options and the row alone.</summary>
internal sealed class RowChoices(SellsyExportOptions options)
{
    private const int DamageKey = 2_000;
    private const int RepeatKey = 2_001;
    private const int OwnerKey = 2_002;
    private const int FurthestRepeat = 1_000;

    private readonly SellsyExportProfile _profile = options.Profile;

    public SellsyExportRowKind KindOf(long row, bool hasContactId, bool hasOwner, int columns)
    {
        if (DamageOf(row, columns).Kind != DamageKind.None)
        {
            return SellsyExportRowKind.Damaged;
        }

        var contact = ContactOf(row, columns);
        return hasContactId && contact != row ? SellsyExportRowKind.ContactRepeated
            : hasOwner && HasUnknownOwner(contact) ? SellsyExportRowKind.OwnerUnknown
            : SellsyExportRowKind.Importable;
    }

    /// <summary>The zero-based row that names the contact first. Damaged rows are never the first: they are not read.</summary>
    public long ContactOf(long row, int columns)
    {
        while (row > 0 && _profile.RepeatedContactShare > 0)
        {
            var random = new RandomStream(options.Seed, row, RepeatKey);
            if (!random.Chance(_profile.RepeatedContactShare) || DamageOf(row, columns).Kind != DamageKind.None)
            {
                break;
            }

            var earlier = row - 1 - random.Below((int)Math.Min(row, FurthestRepeat));
            if (DamageOf(earlier, columns).Kind != DamageKind.None)
            {
                break;
            }

            row = earlier;
        }

        return row;
    }

    public bool HasUnknownOwner(long contact) =>
        _profile.UnknownOwnerShare > 0 && new RandomStream(options.Seed, contact, OwnerKey).Chance(_profile.UnknownOwnerShare);

    /// <summary>The damage of a row, and the index of the damaged cell or the number of cells left.</summary>
    public (DamageKind Kind, int Place) DamageOf(long row, int columns)
    {
        if (_profile.DamagedShare == 0)
        {
            return default;
        }

        var random = new RandomStream(options.Seed, row, DamageKey);
        var choice = random.Fraction();
        if (choice < _profile.MissingQuoteShare)
        {
            return (DamageKind.MissingQuote, random.Below(columns));
        }

        choice -= _profile.MissingQuoteShare;
        if (choice < _profile.StrayQuoteShare)
        {
            return (DamageKind.StrayQuote, random.Below(columns));
        }

        choice -= _profile.StrayQuoteShare;
        return choice < _profile.ShortRowShare && columns > 2 ? (DamageKind.ShortRow, 2 + random.Below(columns - 2)) : default;
    }
}
