namespace Smederijen.Functions.Storage;

/// <summary>Where rows and attachments are: two service addresses, reached with the managed identity.</summary>
public sealed class StorageOptions
{
    public Uri? TableUri { get; set; }

    public Uri? BlobUri { get; set; }

    /// <summary>Instead of both addresses, for the emulator on a developer's machine only: it holds a key.</summary>
    public string? ConnectionString { get; set; }

    public string Table { get; set; } = "smederijen";

    /// <summary>The container of the attachments.</summary>
    public string Container { get; set; } = "bijlagen";
}
