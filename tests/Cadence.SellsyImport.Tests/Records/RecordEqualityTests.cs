using System.Collections.Immutable;
using Cadence.SellsyImport.Files;
using Cadence.SellsyImport.Testing;
using Xunit;

namespace Cadence.SellsyImport.Tests.Records;

public sealed class RecordEqualityTests
{
    /// <summary>Their equality is something else by design: the name of the field, the JSON of the profile.</summary>
    private static readonly ImmutableArray<Type> WithEqualityOfTheirOwn = [typeof(LeadField), typeof(ImportProfile)];

    public static TheoryData<Type> Records =>
        [.. new[] { typeof(Lead).Assembly, typeof(SellsyExportOptions).Assembly }
            .SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => Instances.IsRecord(type) && type != typeof(ImportProfile))
            .Select(type => type.IsGenericTypeDefinition ? type.MakeGenericType(typeof(ReportRow)) : type)];

    [Theory]
    [MemberData(nameof(Records))]
    public void Records_of_equal_values_are_equal_and_have_one_hash_code(Type type)
    {
        var (one, other) = (new Instances(0).RecordOf(type), new Instances(0).RecordOf(type));

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_differs_from_one_that_differs_in_any_value(Type type)
    {
        if (WithEqualityOfTheirOwn.Contains(type))
        {
            return;
        }

        foreach (var property in Instances.Settable(type).Where(property => property.PropertyType != typeof(SellsyRow) && property.PropertyType != typeof(FieldMapping)))
        {
            var (one, other) = (new Instances(0).RecordOf(type), new Instances(0).RecordOf(type));

            property.SetValue(other, new Instances(1).Of(property.PropertyType));

            Assert.False(one.Equals(other), $"{type.Name} does not compare {property.Name}.");
        }
    }

    [Theory]
    [MemberData(nameof(Records))]
    public void A_list_that_was_never_set_is_an_empty_one(Type type)
    {
        var (one, other) = (new Instances(0, listsAreDefault: true).RecordOf(type), new Instances(0, listsAreDefault: true).RecordOf(type));
        foreach (var property in Instances.Settable(type).Where(property => property.PropertyType.Name == "ImmutableArray`1"))
        {
            var empty = property.PropertyType.GetField("Empty")!.GetValue(null);
            Assert.Equal(empty, property.GetValue(one));
            property.SetValue(other, empty);
        }

        Assert.True(one.Equals(other));
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.Equal(one.ToString(), other.ToString());
    }

    [Fact]
    public void Leads_with_equal_lists_are_found_in_a_set()
    {
        static Lead Lead() => new()
        {
            SellsyContactId = "1",
            Emails = [new(EmailType.Primary, "a@exemple.example")],
            Company = new() { Name = "Béta", AddressLines = ["1 rue", "BP 2"] },
        };
        HashSet<Lead> leads = [Lead()];

        Assert.Contains(Lead(), leads);
        Assert.DoesNotContain(Lead() with { Company = new() { Name = "Béta", AddressLines = ["BP 2", "1 rue"] } }, leads);
        Assert.Equal("Lead", Lead().ToString());
    }
}
