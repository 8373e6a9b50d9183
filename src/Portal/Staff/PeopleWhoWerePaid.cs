using System.Text.Json.Nodes;
using Smederijen.Portal.Payments;

namespace Smederijen.Portal.Staff;

/// <summary>
/// Whom money went to, on which account. It is kept for the books, apart from the people of the idea and for longer than they are: it is told
/// to whom it is about, and neither put right nor erased before its term.
/// </summary>
public sealed class PeopleWhoWerePaid(Payees payees, PaymentItems orders, BatchItems batches, SettingsBook settings) : IKeepsPeople
{
    public string Start => "betaalopdracht|";

    public bool IsPerson(string row) => row.Split('|') is [_, _, "aan", _];

    /// <summary>By the account, and by the idea of somebody who was found: the name on an account need not be that of the submitter.</summary>
    public KnownData Read(Entity row)
    {
        var (_, order) = KeyOf(row);
        return new KnownData("") { Account = payees.Read(row).Iban, Submission = order[..order.LastIndexOf('-')] };
    }

    public async Task<PersonPlace> Describe(string smederij, Entity row, CancellationToken cancellation)
    {
        var (_, order) = KeyOf(row);
        return new PersonPlace(
            await Order(order, cancellation) is { } found ? $"Betaling van {Text.Dutch.Euro(found.Amount.Cents)}" : "Betaling", "Kreeg geld", order,
            PaymentDesk.AddressOf(order));
    }

    public async Task<JsonObject> Tell(string smederij, Entity row, CancellationToken cancellation)
    {
        var (batch, id) = KeyOf(row);
        var (payee, order) = (payees.Read(row), await Order(id, cancellation));
        return new JsonObject
        {
            ["bedrag"] = order is null ? null : Text.Dutch.Euro(order.Amount.Cents),
            ["stand"] = order is null ? null : PaymentTexts.Standing(PaymentSummary.Of(order)),
            ["omschrijving"] = payee.Remittance,
            ["rekening"] = new JsonObject { ["iban"] = payee.Iban, ["opNaamVan"] = payee.Name },
            ["bewaardTot"] = await KeptUntil(batch, order, cancellation) is { } day ? Text.Dutch.Date(day) : null,
        };
    }

    public Task<string?> Correct(PersonWork work, KnownData changed) =>
        Task.FromResult<string?>("Dit is een betaling zoals de bank haar kreeg. Die kan niet meer veranderen.");

    public async Task<string?> Erase(PersonWork work)
    {
        var (batch, order) = KeyOf(work.Row);
        return await KeptUntil(batch, await Order(order, default), default) is { } day
            ? PaymentTexts.Kept(settings.Municipality.PaymentYears, day) : null;
    }

    /// <summary>The day on which it is erased; null when the batch is not there.</summary>
    private async Task<DateOnly?> KeptUntil(string batch, PaymentOrder? order, CancellationToken cancellation) =>
        (await batches.Load(new BatchKey(batch), cancellation))?.Item is not { } found ? null
        : new BatchCircumstances(settings.Municipality.PaymentYears, order is null ? null : PaymentSummary.Of(order).On?.Year).EraseFrom(found);

    private async Task<PaymentOrder?> Order(string id, CancellationToken cancellation) => (await orders.Load(new PaymentKey(id), cancellation))?.Item;

    private static (string Batch, string Order) KeyOf(Entity row) => row.Row.Split('|') is [_, var batch, _, var order] ? (batch, order)
        : throw new UnreadableRowException(row.Row);
}
