using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Stuurgroep;

/// <summary>A resolution on its way, without the pages for it.</summary>
internal static class ADivision
{
    public const string Id = "0000000verdee1";

    /// <summary>€ 300,000 of the municipality and a corporation, by the formula.</summary>
    public static Subject.Allotment Of(World world, string period) => new(
        period, [new Source("Gemeente", new Euro(20_000_000)), new Source("Woonconcept", new Euro(10_000_001))],
        Division.Propose(new Euro(30_000_001), world.Get<SettingsBook>().Stuurgroep.EqualPart,
            [.. world.Get<SettingsBook>().All.Select(one => (one.Id, one.Inhabitants))]));

    /// <summary>Drafted and put to the seats; the mails have gone.</summary>
    public static async Task PutToSeats(this World world, string period = "2028", string id = Id)
    {
        await world.Get<ResolutionItems>().Draft(world.Get<SettingsBook>().Stuurgroep, id, CommandId.Fresh(), "anna", Of(world, period));
        await world.Happens(at => new ResolutionEvent.PutToSeats(at, "anna"), id);
        await world.Work();
    }

    public static Task<Outcome<ResolutionRefusal>> Happens(this World world, Func<DateTimeOffset, ResolutionEvent> happening, string id = Id) =>
        world.Get<ResolutionItems>().Handle(new ResolutionKey(id), CommandId.Fresh(), happening);

    public static async Task Say(this World world, Voice voice, int seats, string id = Id)
    {
        foreach (var seat in world.Get<SettingsBook>().Stuurgroep.Seats.Take(seats))
            await world.Happens(at => new ResolutionEvent.VoiceGiven(at, seat.Id, false, voice, "Daarom."), id);
    }

    public static async Task<Resolution> Resolution(this World world, string id = Id) =>
        (await world.Get<ResolutionItems>().Load(new ResolutionKey(id))).ShouldNotBeNull().Item;

    public static async Task<IReadOnlyList<Round>> Rounds(this World world, string period)
    {
        var rounds = new List<Round>();
        foreach (var smederij in world.Get<SettingsBook>().All)
        {
            if (await world.Get<RoundItems>().Load(new RoundKey(smederij.Id, period)) is { Item: var round })
                rounds.Add(round);
        }
        return rounds;
    }
}
