using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Attachments;

/// <summary>
/// Files are stored before the commit that mentions them. What a crash leaves in between may show people and belongs to
/// nothing, so an effect that erases it is laid down first; the commit takes that effect away.
/// </summary>
public sealed class StrayFiles(IEntityStore store, IAttachmentStore attachments, TimeProvider clock) : IWorkKind
{
    /// <summary>A form that is still on its way after a day never arrives.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>How its items begin.</summary>
    internal const string Start = "bestand-";

    public string Prefix => Start;

    public Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) => Task.CompletedTask;

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation)
    {
        var stray = (StrayEffect.Erase)effect;
        return Erase(new IdeaKey(key.Smederij, stray.Idea), stray.Files, cancellation);
    }

    /// <summary>Lays down that files with these names are about to be stored for an idea, or for the plan with that id.</summary>
    /// <returns>What the commit that mentions the files has to write as well.</returns>
    public async Task<Write> Announce(IdeaKey idea, IReadOnlyList<AttachmentName> names, CancellationToken cancellation = default)
    {
        var due = clock.GetUtcNow() + Patience;
        var row = RowOf(names);
        var effect = new PendingEffect(new StrayEffect.Erase(idea.Id, [.. names.Select(name => name.ToString())]), due, RetryAt: due);
        await store.Commit(idea.Smederij, [new Write.Put(row, Rows.Write(effect, PortalJson.Default.PendingEffect))], cancellation);
        return new Write.Delete(row);
    }

    /// <summary>Erases announced files at once, because nothing came of them. What an earlier press of the same button kept stays.</summary>
    public async Task Forget(IdeaKey idea, IReadOnlyList<AttachmentName> names)
    {
        await Erase(idea, names.Select(name => name.ToString()), CancellationToken.None);
        await store.Commit(idea.Smederij, [new Write.Delete(RowOf(names))]);
    }

    private async Task Erase(IdeaKey idea, IEnumerable<string> files, CancellationToken cancellation)
    {
        foreach (var file in files)
        {
            if (!await Belongs(idea, file, cancellation))
                await attachments.Delete(file, cancellation);
        }
    }

    private async Task<bool> Belongs(IdeaKey idea, string file, CancellationToken cancellation)
    {
        if (await store.Get(idea.Smederij, Keys.Content(idea.Id), cancellation) is { } content
            && content.Read(PortalJson.Default.IdeaContent).Attachments.Any(attachment => attachment.Name == file))
            return true;
        if (await store.Get(idea.Smederij, Keys.Picture(idea.Id, file), cancellation) is not null
            || await store.Get(idea.Smederij, Keys.Receipt(idea.Id, file), cancellation) is not null
            || await store.Get(idea.Smederij, PlanKeys.Picture(idea.Id, file), cancellation) is not null
            || await store.Get(idea.Smederij, PlanKeys.Proof(idea.Id, file), cancellation) is not null)
            return true;
        await foreach (var row in store.All(idea.Smederij, Keys.LogOf(idea.Id), cancellation))
        {
            if (row.Read(PortalJson.Default.LogLine).Event is IdeaEvent.PaperSignaturesEntered entered && entered.Scan == file)
                return true;
        }
        return false;
    }

    private string RowOf(IReadOnlyList<AttachmentName> names) => Keys.Effect($"{Prefix}{names[0].Id}", 1);
}
