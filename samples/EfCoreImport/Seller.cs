namespace EfCoreImport;

/// <summary>A user of this host, who owns contacts.</summary>
internal sealed class Seller
{
    public int Id { get; set; }

    public string FirstName { get; set; } = "";

    public string LastName { get; set; } = "";

    public string? Email { get; set; }
}
