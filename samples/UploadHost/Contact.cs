namespace UploadHost;

/// <summary>A contact as this host stores it.</summary>
internal sealed record Contact(string Id, string? FirstName, string? LastName, string? Email, string Owner);
