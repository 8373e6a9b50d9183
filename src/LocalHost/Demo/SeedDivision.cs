using System.Collections.Immutable;
using System.Globalization;
using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Stuurgroep;

namespace Smederijen.LocalHost.Demo;

/// <summary>An example division: for which year after the present period, of whose money, and what the first seats said, a day apart.</summary>
internal sealed record ExampleDivision(int YearsLater, ImmutableArray<Source> Sources, Euro EqualPart, IReadOnlyList<Voice> Voices, string Reason);

/// <summary>Lets the stuurgroep decide: extra money for this year is adopted just now, and next year's money is being decided.</summary>
internal sealed class SeedDivision(SettingsBook settings, ResolutionItems resolutions, WorkList work, SeedClock clock, SeedDriver driver)
{
    public static IReadOnlyList<ExampleDivision> All { get; } =
    [
        new(0, [new("Woonconcept", new Euro(480_000)), new("Domesta", new Euro(240_000))], new Euro(15_000),
            [Voice.For, Voice.For, Voice.For, Voice.For, Voice.Abstain, Voice.For], ""),
        new(1, [new("Gemeente", new Euro(21_000_000)), new("Woonconcept", new Euro(6_000_000)), new("Domesta", new Euro(3_000_000))], new Euro(400_000),
            [Voice.For, Voice.For, Voice.Against, Voice.For], "De dorpen krijgen naar verhouding te veel. Kies een lager vast bedrag."),
    ];

    public async Task Decide(ExampleDivision example, DateTimeOffset today, CancellationToken cancellation)
    {
        clock.Begin(today.AddDays(-example.Voices.Count));
        var id = ItemId.New(clock.GetUtcNow());
        var drafted = await resolutions.Draft(
            settings.Stuurgroep, id, CommandId.From($"voorbeeld-verdeling-{example.YearsLater}"), "anna", ProposalOf(example), cancellation);
        if (drafted is not Outcome<ResolutionRefusal>.Done done || done.Result != id)
            return;
        await Happen(id, at => new ResolutionEvent.PutToSeats(at, "anna"), cancellation);
        foreach (var (i, voice) in example.Voices.Index())
        {
            clock.MoveTo(today.AddDays(i + 1 - example.Voices.Count));
            var reason = ResolutionDecider.NeedsReason(voice) ? example.Reason : null;
            await Happen(id, at => new ResolutionEvent.VoiceGiven(at, settings.Stuurgroep.Seats[i].Id, ByDeputy: false, voice, reason), cancellation);
        }
    }

    private Subject.Allotment ProposalOf(ExampleDivision example)
    {
        var year = int.Parse(settings.All[0].Round.Period, CultureInfo.InvariantCulture) + example.YearsLater;
        var total = example.Sources.Aggregate(Euro.Zero, (sum, source) => sum + source.Amount);
        return new($"{year}", example.Sources, Division.Propose(total, example.EqualPart, [.. settings.All.Select(one => (one.Id, one.Inhabitants))]));
    }

    private async Task Happen(string id, Func<DateTimeOffset, ResolutionEvent> happening, CancellationToken cancellation)
    {
        if (await resolutions.Handle(new ResolutionKey(id), CommandId.Fresh(), happening,
            cancellation: cancellation) is Outcome<ResolutionRefusal>.Refused refused)
            throw new InvalidOperationException($"The example division {id} is refused: {refused.Reason}. Do the seats in smederijen.json still have a term?");
        await driver.PerformWoken(work, cancellation);
    }
}
