using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Tests.Stuurgroep;

/// <summary>The rounds of 2027 are decided, and the stuurgroep is asked what is to become of what is left of them.</summary>
internal static class AYearThatIsOver
{
    public const string NewForm = "/medewerkers/stuurgroep/over";

    public static readonly object Years = new Dictionary<string, string> { ["jaar"] = "2027", ["naar-jaar"] = "2028" };

    /// <summary>All rounds of 2027 closed on 30 June.</summary>
    public static async Task<World> Begin()
    {
        var world = await World.Begin();
        await world.Until(new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero));
        await world.Work();
        return world;
    }

    /// <summary>Staff make the draft; where it stands.</summary>
    public static async Task<string> DraftLeft(this World world) =>
        (await world.BrowserOf("anna", "medewerker").Send(NewForm, Years)).ShouldHave(200).Path;

    public static string IdOf(string path) => path.Split('/')[^1];

    /// <summary>Drafted with a choice for some, put to the seats, and adopted. Nothing of it is carried out before the work is done.</summary>
    public static async Task<string> AdoptLeft(this World world, params string[] givingBack)
    {
        var desk = world.BrowserOf("anna", "medewerker");
        var draft = await world.DraftLeft();
        if (givingBack.Length > 0)
            (await desk.Send($"{draft}/keuzes", await world.Choices(IdOf(draft), givingBack))).ShouldHave(200);
        (await desk.Send($"{draft}/voorleggen")).ShouldHave(200);
        await world.Work();
        await world.Say(Voice.For, 6, IdOf(draft));
        return IdOf(draft);
    }

    public static async Task<Dictionary<string, string>> Choices(this World world, string id, params string[] givingBack) =>
        (await world.Remainder(id)).Lines.ToDictionary(
            line => $"keuze-{line.Smederij}", line => givingBack.Contains(line.Smederij) ? "GiveBack" : "CarryOver");

    public static async Task<Subject.Remainder> Remainder(this World world, string id) =>
        (await world.Resolution(id)).Subject.ShouldBeOfType<Subject.Remainder>();

    public static async Task<Round> RoundOf(this World world, string period, string smederij = World.Village) =>
        (await world.Get<RoundItems>().Load(new RoundKey(smederij, period))).ShouldNotBeNull().Item;

    public static async Task<long> Sum(this World world, string period, Func<Ledger, Euro> what) =>
        (await world.Rounds(period)).Sum(round => what(round.Ledger).Cents);
}
