using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Smederijen.Portal.Security;

/// <summary>Keeps the keys of ASP.NET Core Data Protection in the store, so that links survive a restart and all instances share them.</summary>
public sealed class StoredKeyRing(IEntityStore store) : IXmlRepository
{
    /// <summary>The rows of the installation that hold them.</summary>
    public static RowRange All { get; } = RowRange.Prefix("sleutel|");

    // The framework asks for keys synchronously, at most once a day and at the start, outside any request's commit.
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. store.Query(Partitions.Installation, All).AsTask().GetAwaiter().GetResult().Rows.Select(row => XElement.Parse(row.Data))];

    public void StoreElement(XElement element, string friendlyName) => store
        .Commit(Partitions.Installation, [new Write.Put($"sleutel|{friendlyName}", element.ToString(SaveOptions.DisableFormatting))])
        .GetAwaiter().GetResult();
}
