using System.Text.Json.Nodes;

namespace Smederijen.Portal.Ideas.Release;

/// <summary>
/// From layout 2 to layout 3: account numbers that lie open in the store are sealed, and an idea that waits for its money, or has it,
/// knows which account that is. It may be stopped anywhere and run again: what is sealed stays.
/// </summary>
public sealed class AccountUpgrade(IEntityStore store, SettingsBook settings, PaymentAccounts accounts)
{
    /// <exception cref="InvalidOperationException">Somebody else changes the store meanwhile.</exception>
    public async Task Run(CancellationToken cancellation = default)
    {
        foreach (var smederij in settings.All)
        {
            await foreach (var row in store.All(smederij.Id, RowRange.Prefix("idee|"), cancellation))
            {
                if (row.Row.Split('|') is ["idee", var id, "persoon", "rekening"] && row.TryRead(IdeaJson.Default.PaymentAccount) is { } open)
                    await Seal(new IdeaKey(smederij.Id, id), row, open, cancellation);
            }
        }
    }

    private async Task Seal(IdeaKey key, Entity row, PaymentAccount open, CancellationToken cancellation)
    {
        var known = await accounts.Seal(key, open, cancellation);
        List<Write> writes = [new Write.Replace(row.Row, Rows.Write(known.Row, IdeaJson.Default.SealedAccount), row.ETag)];
        if (await store.Get(key.Smederij, IdeaKeys.Idea(key.Id), cancellation) is { } item && item.TryRead(IdeaJson.Default.StoredIdea) is not null
            && JsonNode.Parse(item.Data)!["item"]!["state"] is JsonObject state && (IsPaid(state) || Waits(state)))
        {
            state["account"] = known.Seal;
            writes.Add(new Write.Replace(item.Row, state.Root.ToJsonString(), item.ETag));
        }
        if (await store.Commit(key.Smederij, writes, cancellation) is CommitResult.Conflict conflict)
            throw new InvalidOperationException(
                $"Row '{conflict.Row}' of '{key.Smederij}' changed during the upgrade: stop every other instance and start again.");
    }

    private static bool IsPaid(JsonObject state) => (string?)state["staat"] == "vrijgegeven";

    private static bool Waits(JsonObject state) =>
        (string?)state["staat"] == "toegekend" && state["accountKnown"]?.GetValueKind() is JsonValueKind.True;
}
