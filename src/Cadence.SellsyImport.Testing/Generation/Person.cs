namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>A contact's names as they are shown, in ASCII, and in small letters with an accent at least, as addresses have them.</summary>
internal readonly record struct Person(
    string FirstName, string LastName, string AsciiFirstName, string AsciiLastName, string AccentedFirstName, string AccentedLastName);
