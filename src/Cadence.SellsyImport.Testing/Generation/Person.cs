namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>A contact's names as they are shown, in ASCII, and in lower case with at least one accent for addresses.</summary>
internal readonly record struct Person(
    string FirstName, string LastName, string AsciiFirstName, string AsciiLastName, string AccentedFirstName, string AccentedLastName);
