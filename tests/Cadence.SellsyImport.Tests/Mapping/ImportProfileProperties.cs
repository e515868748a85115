using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Cadence.SellsyImport.Tests.Mapping;

public sealed class ImportProfileProperties
{
    private static readonly string[] Headings = [.. HeadingCorpus.Load().Headings.Select(single => single.Heading), "Nom", "Nom", "NOM", "nom"];

    [Fact]
    public void A_mapping_applied_from_its_profile_is_the_same_mapping() =>
        Prop.ForAll(Mappings().ToArbitrary(), made =>
        {
            var (headings, picks) = made;
            var columns = SampleFile.Columns(headings);
            var mapping = FieldMapping.Empty;
            foreach (var (field, index) in LeadFields.All.Skip(1).Zip(picks.Distinct()))
            {
                mapping = index < columns.Length ? mapping.WithColumn(field, columns[index]) : mapping.WithConstant(field, $"value {index}");
            }

            var profile = ImportProfile.From(mapping, OwnerDecisions.None.With("M. Durand", "u-12"), columns);
            var read = ImportProfile.Parse(profile.ToJson(), "p.json");
            return read == profile && read.ApplyTo("contacts.csv", columns, []).Hash == mapping.Hash;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Headings_constants_and_owners_of_any_text_read_back() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonWhiteSpaceString>(),
            ArbMap.Default.ArbFor<NonWhiteSpaceString>(),
            (first, second) =>
            {
                var (heading, text) = (WithoutHalves(first.Get), WithoutHalves(second.Get));
                var mapping = FieldMapping.Empty.WithColumn(LeadFields.FirstName, new(0, heading)).WithConstant(LeadFields.Owner, text);
                var profile = ImportProfile.From(mapping, OwnerDecisions.None.With(text, heading));
                var read = ImportProfile.Parse(profile.ToJson(), "p.json");
                return read == profile && read.Fields[0].Column == heading && read.Fields[1].Constant == text && read.Owners.Find(text) == heading;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_text_whatever_is_a_profile_or_the_one_documented_exception() =>
        Prop.ForAll(Damaged().ToArbitrary(), json =>
        {
            try
            {
                return ImportProfile.Parse(json, "p.json") is not null;
            }
            catch (SellsyImportException exception)
            {
                return exception.Code == ErrorCodes.ProfileUnreadable;
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static Gen<(string[] Headings, int[] Picks)> Mappings() =>
        from headings in Gen.Elements(Headings).NonEmptyListOf()
        from picks in Gen.Choose(0, headings.Count + 1).ArrayOf(12)
        select (headings.ToArray(), picks);

    private static Gen<string> Damaged()
    {
        const string Whole = """{"version":1,"fields":{"FirstName":{"column":"\u00e9"},"LastName":{"column":"Nom","occurrence":2}},"owners":{"a":"b"}}""";
        return
            from start in Gen.Choose(0, Whole.Length)
            from length in Gen.Choose(0, 4)
            from inserted in Gen.Elements("", "\"", "{", "}", ",", ":", "null", "1", "-1", "1e9", "\\", "\\ud800", "\uD800", "é", "\0", "[", "true")
            select Whole[..start] + inserted + Whole[Math.Min(Whole.Length, start + length)..];
    }

    private static string WithoutHalves(string text) => new([.. text.Select(character => char.IsSurrogate(character) ? 'x' : character)]);
}
