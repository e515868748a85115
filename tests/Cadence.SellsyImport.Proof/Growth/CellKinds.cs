using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Mapping;
using Cadence.SellsyImport.Owners;
using Cadence.SellsyImport.Text;
using Cadence.SellsyImport.Values;

namespace Cadence.SellsyImport.Proof.Growth;

/// <summary>Each reader of values over each content of a cell.</summary>
internal static class CellKinds
{
    private const int Largest = 80_000;
    private const int LargestOfQuick = 20_000;

    private static readonly ChoiceReader Choices = new(["Petit compte", "Grand compte", "Autre"]);

    private static readonly UserDirectory Users = new(ProofHost.Users);

    public static IEnumerable<GrowthKind> All() =>
        from reader in Readers()
        from content in CellContents.All
        select new GrowthKind(reader.Name, content.Name, "characters", Largest, LargestOfQuick, length => Prepared(reader.Read, content.Make(length)));

    private static Action Prepared(Action<string> read, string cell) => () => read(cell);

    private static IEnumerable<(string Name, Action<string> Read)> Readers() =>
    [
        ("blank cells", cell => EmptyValue.IsBlank(cell)),
        ("e-mail addresses", ReadEmails),
        ("phone numbers", ReadPhones),
        ("dates", ReadDate),
        ("web addresses", cell => WebAddressReader.IsValid(cell)),
        ("notes", cell => NoteReader.ToText(cell)),
        ("tags", cell => TagsReader.Read(cell)),
        ("the first of a list", cell => MultiValueCell.First(cell, out _)),
        ("forms of address", cell => CivilityReader.Read(cell)),
        ("consents and yes or no", cell => ConsentReader.TryRead(cell, out _)),
        ("numbers", cell => NumberReader.TryRead(cell, out _)),
        ("choices", cell => Choices.Find(cell)),
        ("entities of HTML", cell => HtmlEntities.TryDecode(cell, out _)),
        ("errors of spreadsheets", ReadSpreadsheetErrors),
        ("damage of spreadsheets", ReadSpreadsheetDamage),
        ("texts as formulas", cell => TextFormula.TryUnwrap(cell, out _)),
        ("day numbers", cell => DayNumber.Is(cell)),
        ("dates with names", cell => NamedDate.TryParse(cell, out _)),
        ("words of phones", ReadPhoneWords),
        ("addresses of owners", cell => OwnerAddress.Find(cell)),
        ("postal codes", ReadPostalCode),
        ("company numbers", ReadCompanyNumber),
        ("companies", cell => new CompanyFacts().Add(CompanyCells.FirstName(cell, out _), "", standsAlone: true, isKept: false, row: 1)),
        ("companies with commas", ReadCompanies),
        ("owners", cell => new OwnerReference(OwnerCells.FirstName(cell, [], out _), OwnerCells.FirstId(cell, out _))),
        ("owners with commas", cell => OwnerCells.NameWithComma(cell)),
        ("users of a text", cell => Users.WithText(cell, out _)),
        ("folded names", cell => new NamedUser(new("u", "", cell))),
        ("folded headings", cell => TextFolding.Heading(HeadingText.Trim(cell))),
        ("users with a like name", cell => Users.Nearest(cell)),
        ("garbled text", cell => Mojibake.TryRepair(cell, out _)),
        ("visible length", ReadLength),
        ("control characters", cell => ControlCharacters.IndexOf(cell)),
        ("the shape of a value", cell => ReadShape(cell)),
        ("a row with the cell in all fields", WholeRow()),
    ];

    private static void ReadEmails(string cell)
    {
        var addresses = new CellParts(cell, []);
        EmailSplitter.Split(ref addresses);
        for (var i = 0; i < addresses.Count; i++)
        {
            EmailReader.IsValid(addresses[i]);
        }
    }

    private static void ReadPhones(string cell)
    {
        Span<char> e164 = stackalloc char[PhoneReader.LongestE164];
        var numbers = new CellParts(cell, []);
        new PhoneSplitter(33).Split(ref numbers);
        for (var i = 0; i < numbers.Count; i++)
        {
            PhoneReader.TryReadE164(numbers[i], 33, e164, out _);
        }
    }

    private static void ReadCompanies(string cell)
    {
        CompanyCells.FirstBeforeComma(cell, out _);
        new CompanyFacts().IsOneName(cell + ",");
    }

    private static void ReadDate(string cell)
    {
        DateReader.Classify(cell);
        DateReader.TryRead(cell, DateOrder.DayFirst, 2026, out _, out _);
    }

    private static void ReadCompanyNumber(string cell)
    {
        CompanyNumber.IsSiren(cell);
        CompanyNumber.IsSiret(cell);
        CompanyNumber.Digits(cell);
        SpreadsheetDamage.IsExponent(cell);
    }

    private static void ReadSpreadsheetErrors(string cell)
    {
        SpreadsheetError.Is(cell);
        MultiValueCell.TryFindSpreadsheetError(cell, out _);
    }

    private static void ReadSpreadsheetDamage(string cell)
    {
        SpreadsheetDamage.IsExponent(cell);
        WholeNumber.WithoutDecimals(cell);
        LostValue.CodeOf(LeadFieldKind.Phone, cell);
    }

    private static void ReadPhoneWords(string cell)
    {
        PhoneWords.TryRemove(cell, isFax: true, out _);
        PhoneWords.ExtensionOf(cell);
    }

    private static void ReadPostalCode(string cell)
    {
        PostalCode.MayLackZero(cell);
        PostalCode.IsFrance(cell);
    }

    private static void ReadLength(string cell)
    {
        VisibleLength.Of(cell);
        VisibleLength.IsLongerThan(cell, 200);
    }

    private static void ReadShape(string cell)
    {
        var shape = new ValueShape(cell);
        foreach (var field in LeadFields.All)
        {
            ValueFits.Judge(field, isWeakHeading: true, shape);
        }
    }

    private static Action<string> WholeRow()
    {
        var mapping = LeadFields.All.Index().Aggregate(FieldMapping.Empty, (mapping, field) => mapping.WithColumn(field.Item, new(field.Index, field.Item.Name)));
        var columns = new ColumnSelection(Enumerable.Range(0, LeadFields.All.Length));
        var mapper = GrowthHost.Usual.Mapper;
        return cell =>
        {
            var values = new string[columns.Count];
            Array.Fill(values, cell);
            mapper.Map(new(1, new(2, 2), columns, values), mapping, ExportFacts.None);
        };
    }
}
