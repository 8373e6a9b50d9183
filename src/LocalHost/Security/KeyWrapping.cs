using System.Xml.Linq;
using Smederijen.Portal.Security;

namespace Smederijen.LocalHost.Security;

/// <summary>
/// Opens the key file before anything is served, and brings a store of layout 2 to layout 3: its keys lay open, and get a wrap. It may
/// be stopped anywhere and run again.
/// </summary>
internal sealed class KeyWrapping(IEntityStore store, KeyFileRing ring)
{
    /// <exception cref="CannotStartException">The key file is lost, or is another.</exception>
    public async Task Run(CancellationToken cancellation)
    {
        ring.Open();
        foreach (var row in await store.All(Partitions.Installation, StoredKeyRing.All, cancellation).ToListAsync(cancellation))
        {
            var element = XElement.Parse(row.Data);
            if (!ring.Wrap(element))
                continue;
            var wrapped = new Write.Replace(row.Row, element.ToString(SaveOptions.DisableFormatting), row.ETag);
            await store.Commit(Partitions.Installation, [wrapped], cancellation);
        }
    }
}
