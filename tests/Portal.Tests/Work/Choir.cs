using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

/// <summary>A kind whose every effect is a mail to these members, and a mail service that a test can hold up.</summary>
internal sealed class Choir(params string[] members) : ISendsMail, IMailer
{
    public static readonly WorkKey Item = new(World.Village, "koor-1");

    public List<string> Sent { get; } = [];

    /// <summary>What happens before the mail service takes a mail to this address.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public string Prefix => "koor-";

    /// <summary>Lays so many mails in the store.</summary>
    public static Task Decide(World world, int mails = 1) => world.Store.Commit(Item.Smederij, [.. Enumerable.Range(1, mails).Select(number => new Write.Insert(
        Keys.Effect(Item.Item, number), Rows.Write(new PendingEffect(new IdeaEffect.OfferMoney(), world.Clock.GetUtcNow()), PortalJson.Default.PendingEffect)))]);

    public static async Task<IReadOnlyList<PendingEffect>> Pending(World world) =>
        [.. (await world.Store.Query(Item.Smederij, Keys.Effects(Item.Item))).Rows.Select(row => row.Read(PortalJson.Default.PendingEffect))];

    public Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) => Task.CompletedTask;

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) => throw new NotSupportedException("A choir only mails.");

    public Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<AddressedLetter>?>([.. members.Select(member => new AddressedLetter(
            member, $"{member}@voorbeeld.example", new Letter("Repetitie", ["Wij zingen."]), members.Length > 1 ? member : ""))]);

    public async Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        await Before(mail.ToName);
        Sent.Add(mail.ToName);
    }
}
