using System.Text;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Security;
using Smederijen.Portal.Stuurgroep;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.LocalHost.Demo;

/// <summary>
/// Goes on with the example idea that became a lange klap: of its three partners one paid, one promised and one was asked; the
/// stuurgroep let it start, and is asked again just now.
/// </summary>
internal sealed class SeedPlan(
    IEntityStore store, IAttachmentStore attachments, PlanItems plans, ResolutionItems resolutions, ResolutionArchive archive, Pseudonyms pseudonyms,
    WorkList work, SeedClock clock,
    SeedDriver driver)
{
    private const string Smederij = "hollandscheveld";
    private const string Before = "bouw";

    public async Task Tell(DateTimeOffset today, CancellationToken cancellation)
    {
        if ((await store.Query(Smederij, PlanKeys.AllSummaries, 1, cancellation)).Rows is not [var row])
            return;
        var key = new PlanKey(Smederij, row.Read(PlanRows.Default.PlanSummary).Id);
        if ((await plans.Load(key, cancellation))?.Item is not { Revision: 1 } plan)
            return;
        clock.Begin(plan.Since);
        var day = Amsterdam.DateOf(plan.Since);
        await Join(key, plan.Since.AddDays(2), cancellation);
        await Do(key, 3, at => new CostEstimated(at, WorkingGroup, new Euro(78_000_000), "De architect heeft het uitgerekend."), cancellation);
        await Do(key, 0, at => new MilestoneSet(at, WorkingGroup, "tekening", "De tekening is klaar", day.AddDays(100)), cancellation);
        await Ask(key, "gemeente", PartnerKind.Municipality, "Gemeente Hoogeveen", 30_000_000, cancellation);
        await Ask(key, "woonconcept", PartnerKind.Corporation, "Woonconcept", 25_000_000, cancellation);
        await Ask(key, "dorpenfonds", PartnerKind.Fund, "Het Dorpenfonds", 15_000_000, cancellation);
        await Do(key, 5, at => new DecisionAsked(at, WorkingGroup, "start"), cancellation);
        await Decide(key, Domain.Stuurgroep.Voice.GoOn, "Er is veel steun in het dorp. Zoek wel eerst het geld bij elkaar.", cancellation);
        await Do(key, 20, at => new PartnerSpoke(at, "gemeente", true, "Een plek voor ontmoeting past bij ons beleid."), cancellation);
        await Do(key, 0, at => new MoneyPromised(at, "gemeente", new Euro(30_000_000)), cancellation);
        await Receive(key, "gemeente", new Euro(30_000_000), cancellation);
        await Do(key, 15, at => new PartnerSpoke(at, "woonconcept", true, "Onze huurders kunnen hier elke week samen eten."), cancellation);
        await Do(key, 0, at => new MoneyPromised(at, "woonconcept", new Euro(25_000_000)), cancellation);
        await Do(key, 30, at => new MilestoneReached(at, WorkingGroup, "tekening", Amsterdam.DateOf(at)), cancellation);
        await Do(key, 0, at => new NewsPosted(at, "De tekening is klaar. Hij hangt in het oude buurthuis: kom kijken en zeg wat u ervan vindt."), cancellation);
        await Do(key, 1, at => new MilestoneSet(at, WorkingGroup, "vergunning", "De vergunning is binnen", Amsterdam.DateOf(today).AddDays(70)), cancellation);
        await Do(key, 0, at => new MomentNamed(at, WorkingGroup, Before, "Voor de bouw"), cancellation);
        await LiveUntil(key, today.AddDays(-3), cancellation);
        await Do(key, 0, at => new DecisionAsked(at, WorkingGroup, Before, "De helft van het geld is er. Mogen wij de bouw voorbereiden?"), cancellation);
        await LiveUntil(key, today, cancellation);
    }

    private async Task Join(PlanKey key, DateTimeOffset moment, CancellationToken cancellation)
    {
        await LiveUntil(key, moment, cancellation);
        foreach (var (name, role) in ((string, MemberRole)[])[("Els Bakker", MemberRole.Resident), ("Roel Kuiper", MemberRole.Resident), ("Ans Wolf", MemberRole.Professional)])
        {
            var email = $"{name.ToLowerInvariant().Replace(' ', '.')}@voorbeeld.example";
            var row = PlanKeys.Member(key.Id, await pseudonyms.OfMember(key.Id, email, cancellation));
            var member = new PlanMember(name, email, role, Confirmed: true, ShowName: name == "Els Bakker");
            await Happen(key, at =>
                new MemberJoined(at, role), [new Write.Insert(row, Rows.Write(member, PlanRows.Default.PlanMember))], cancellation);
        }
    }

    private Task Ask(PlanKey key, string partner, PartnerKind kind, string name, long cents, CancellationToken cancellation)
    {
        var contact = new Person($"Contact {name}", $"{partner}@voorbeeld.example", "");
        return Happen(
            key, at => new PartnerAsked(at, WorkingGroup, partner, kind, name, new Euro(cents)),
            [new Write.Insert(PlanKeys.Partner(key.Id, partner), Rows.Write(contact, WorkJson.Default.Person))], cancellation);
    }

    private async Task Receive(PlanKey key, string partner, Euro amount, CancellationToken cancellation)
    {
        var proof = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
        var name = new AttachmentName($"{key.Id}bewijs", FileKind.Pdf).ToString();
        await attachments.Save(name, new MemoryStream(proof), cancellation);
        var listed = new AttachmentInfo(name, FileKind.Pdf.MediaType, proof.Length);
        await Happen(
            key, at => new MoneyReceived(at, WorkingGroup, partner, amount, name),
            [new Write.Insert(PlanKeys.Proof(key.Id, name), Rows.Write(listed, WorkJson.Default.AttachmentInfo))], cancellation);
    }

    /// <summary>The seats speak a day apart, until it is decided.</summary>
    private async Task Decide(PlanKey key, Domain.Stuurgroep.Voice voice, string reason, CancellationToken cancellation)
    {
        var open = (await archive.List(cancellation)).First(one => one.Phase == ResolutionPhase.Open && one.Smederij == key.Smederij);
        while ((await resolutions.Load(new ResolutionKey(open.Id), cancellation))?.Item.State is ResolutionState.Open { Sitting: var sitting })
        {
            clock.MoveTo(clock.GetUtcNow().AddHours(20));
            var seat = sitting.Waiting.First().Id;
            await resolutions.Handle(
                new ResolutionKey(open.Id), CommandId.Fresh(), at =>
                    new ResolutionEvent.VoiceGiven(at, seat, ByDeputy: false, voice, reason), cancellation: cancellation);
        }
        await driver.PerformWoken(work, cancellation);
    }

    private async Task Do(PlanKey key, int daysLater, Func<DateTimeOffset, PlanEvent> happening, CancellationToken cancellation)
    {
        await LiveUntil(key, clock.GetUtcNow().AddDays(daysLater), cancellation);
        await Happen(key, happening, [], cancellation);
    }

    private async Task Happen(PlanKey key, Func<DateTimeOffset, PlanEvent> happening, IReadOnlyList<Write> also, CancellationToken cancellation)
    {
        var outcome = await plans.Handle(key, CommandId.Fresh(), happening, _ => Task.FromResult<IReadOnlyList<Write>?>(also), cancellation);
        if (outcome is Outcome<PlanRefusal>.Refused refused)
            throw new InvalidOperationException($"An example step of {key} is refused: {refused.Reason}.");
        await driver.PerformWoken(work, cancellation);
    }

    private async Task LiveUntil(PlanKey key, DateTimeOffset moment, CancellationToken cancellation)
    {
        while (await work.PerformDue(key.Work, cancellation) is { } next && next <= moment)
        {
            clock.MoveTo(next);
            await driver.PerformWoken(work, cancellation);
        }
        clock.MoveTo(moment);
        await driver.PerformWoken(work, cancellation);
    }
}
