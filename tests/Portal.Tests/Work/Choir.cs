using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

/// <summary>A kind whose every effect is a mail to these members, and a mail service that a test can hold up.</summary>
internal sealed class Choir(params string[] members) : IWorkKind, IMailer
{
    public static readonly WorkKey Item = new(World.Village, "koor-1");

    public List<string> Sent { get; } = [];

    /// <summary>What happens before the mail service takes a mail to this address.</summary>
    public Func<string, Task> Before { get; set; } = _ => Task.CompletedTask;

    public static KindFacts Kind { get; } = new() { Prefix = "koor-", Effects = new(ChoirJson.Default.ChoirEffect) };

    public KindFacts Facts => Kind;

    /// <summary>What a portal with this choir has besides.</summary>
    public IServiceCollection Join(IServiceCollection services) => services
        .AddSingleton<IMailer>(this).AddSingleton<IWorkKind>(this).AddSingleton(this).AddSingleton(Kind)
        .AddSingleton(Deed.Mail<Choir, ChoirEffect.Invite>((x, _, _, _, _) => Task.FromResult(x.Letters())));

    /// <summary>Lays so many mails in the store.</summary>
    public static Task Decide(World world, int mails = 1) =>
        world.Lay(Item.Smederij, [.. Enumerable.Range(1, mails).Select(number => new Write.Insert(
        Keys.Effect(Item.Item, number),
        Rows.Write(new PendingEffect(new ChoirEffect.Invite(), world.Clock.GetUtcNow()), world.Get<EffectContracts>().Pending)))]);

    public static async Task<IReadOnlyList<PendingEffect>> Pending(World world) =>
        [.. (await world.Store.Query(Item.Smederij, Keys.Effects(Item.Item))).Rows.Select(row => row.Read(world.Get<EffectContracts>().Pending))];

    private IReadOnlyList<AddressedLetter> Letters() => [.. members.Select(member => new AddressedLetter(
        member, $"{member}@voorbeeld.example", new Letter("Repetitie", ["Wij zingen."]), members.Length > 1 ? member : ""))];

    public async Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        await Before(mail.ToName);
        Sent.Add(mail.ToName);
    }
}

[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Invite), "repetitie")]
internal abstract record ChoirEffect : Effect
{
    public sealed record Invite : ChoirEffect;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ChoirEffect))]
internal sealed partial class ChoirJson : JsonSerializerContext;
