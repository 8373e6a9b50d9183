using Smederijen.Portal.Ideas;
using Smederijen.Portal.Uploading;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Portal.Plans.Steps;

/// <content>The forms about partners and money.</content>
public sealed partial class PlanForms
{
    /// <summary>The kinds of partner that a working group can ask; money of a round comes through an idea.</summary>
    public static IReadOnlyList<PartnerKind> Kinds { get; } = [.. Enum.GetValues<PartnerKind>().Where(kind => kind != PartnerKind.Round)];

    internal static PlanRequest AskPartner(PlanForm form)
    {
        if (!Enum.TryParse<PartnerKind>(form.Typed.Raw("soort"), out var kind) || !Kinds.Contains(kind))
            form.Errors.Add("soort", "Kies wat voor partner het is.");
        var name = form.Typed.Line("organisatie", 100, "Vul de naam van de organisatie in, of een naam voor uw actie.");
        Euro? asked = form.Typed.Plain("bedrag").Length == 0 && kind != PartnerKind.OwnActions ? null : form.Typed.Euros("bedrag", "Vul in hoeveel u wilt ophalen.");
        if (asked == Euro.Zero)
            form.Errors.Add("bedrag", "Vul een bedrag in boven € 0, of laat dit leeg als u alleen om steun vraagt.");
        var happening = PlanRequest.Of(at => new PartnerAsked(at, form.By, form.NewId, kind, name, asked));
        if (kind == PartnerKind.OwnActions)
            return happening;
        var contact = new Person(form.Typed.Line("naam", 100, "Vul in wie er antwoord geeft."), form.Typed.Email("email"), "");
        IReadOnlyList<Write> row = [new Write.Put(PlanKeys.Partner(form.Dossier.Key.Id, form.NewId), Rows.Write(contact, WorkJson.Default.Person))];
        return happening with { Also = _ => Task.FromResult<IReadOnlyList<Write>?>(row) };
    }

    /// <summary>Only an idea of somebody of the working group: nobody lends the money of another's idea to a plan.</summary>
    internal async Task<PlanRequest> LinkRound(PlanForm form, CancellationToken cancellation)
    {
        var plan = form.Dossier.Key;
        var key = OfThisPlan(form.Dossier, form.Typed.Line("idee", 200, "Vul het adres in van de pagina van het idee."));
        var id = key.Id;
        var idea = ItemId.IsValid(id) ? await ideas.Load(key, cancellation) : null;
        if (!form.Errors.Any
            && idea is not { Published: true, Item.State: not (IdeaState.OnLongTrack or IdeaState.Ended or IdeaState.WithMunicipality) })
            form.Errors.Add("idee", $"Dit is geen idee dat nu loopt in {form.Dossier.Where("of")}. Kopieer het adres van de pagina van het idee.");
        else if (!form.Errors.Any && !await members.Submitted(plan, key, cancellation))
            form.Errors.Add("idee", "Dit idee is niet ingediend door iemand van de werkgroep, met hetzelfde e-mailadres.");
        if (!form.Errors.Any && await Claim(plan, key, form.Now, cancellation) is { } problem)
            form.Errors.Add("idee", problem);
        var title = idea?.Title ?? "";
        return PlanRequest.Of(at => new RoundIdeaLinked(at, form.NewId, id, title, key.Smederij == plan.Smederij ? null : key.Smederij));
    }

    /// <summary>The idea of an address, in one of the Smederijen of the plan; in its own when the address names none.</summary>
    private static IdeaKey OfThisPlan(PlanDossier dossier, string address) =>
        CopiedAddress.Trimmed(address).Trim('/').Split('/') is [.., "smederijen", var smederij, "ideeen", var id]
            ? new IdeaKey(smederij, dossier.Key.Smederij == smederij || dossier.Plan.ShareOf(smederij) is not null ? id : "")
            : new IdeaKey(dossier.Key.Smederij, CopiedAddress.Trimmed(address).Trim('/').Split('/')[^1]);

    /// <summary>
    /// An idea belongs to one plan, and a row beside the idea says to which. It is written before the plan has the idea, for they may lie in two
    /// Smederijen. So a row of a plan that does not have it counts for a while only: long enough for that plan to get it.
    /// </summary>
    /// <returns>Why it cannot be; null when this plan has the claim.</returns>
    private async Task<string?> Claim(PlanKey plan, IdeaKey idea, DateTimeOffset now, CancellationToken cancellation)
    {
        const string Taken = "Dit idee hoort al bij een plan. Kies een ander idee.";
        var row = IdeaKeys.PlanOfIdea(idea.Id);
        var value = $"{plan.Smederij}/{plan.Id}/{now.ToUnixTimeSeconds()}";
        var known = await store.Get(idea.Smederij, row, cancellation);
        if (known is not null)
        {
            // What an earlier release wrote names the plan alone, and came with its event.
            var (owner, at) = known.Data.Split('/') is [var smederij, var id, var seconds]
                ? (new PlanKey(smederij, id), DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, CultureInfo.InvariantCulture)))
                : (new PlanKey(idea.Smederij, known.Data), DateTimeOffset.MinValue);
            if ((await plans.Load(owner, cancellation))?.Item.Partners.Any(partner => partner.Idea == idea.Id) == true)
                return Taken;
            if (owner != plan && now - at < s_claimLasts)
                return $"Een ander plan vroeg net geld met dit idee. Kies een ander idee, of probeer het over {s_claimLasts.Minutes} minuten opnieuw.";
        }
        Write claim = known is null ? new Write.Insert(row, value) : new Write.Replace(row, value, known.ETag);
        return await store.Commit(idea.Smederij, [claim], cancellation) is CommitResult.Committed ? null : Taken;
    }

    /// <summary>Far longer than a press of a button takes.</summary>
    private static readonly TimeSpan s_claimLasts = TimeSpan.FromMinutes(10);

    internal static async Task<PlanRequest> Receive(PlanForm form, CancellationToken cancellation)
    {
        var partner = Partner(form);
        var amount = form.Typed.Euros("bedrag", "Vul in hoeveel er binnen is.");
        var proofs = await Proof(form, "Stuur een bewijs mee: een foto of een PDF van de brief of het bankafschrift.", cancellation);
        return new PlanRequest((at, kept) => new MoneyReceived(at, form.By, partner, amount, kept.Proof!)) { Proofs = proofs };
    }

    /// <summary>
    /// The one who answers for the partner is forgotten with it; an idea is free for another plan. The row beside an idea of another Smederij
    /// stays, and counts for nothing then.
    /// </summary>
    internal PlanRequest DropPartner(PlanForm form)
    {
        var (key, partner) = (form.Dossier.Key, Partner(form));
        var row = form.Dossier.Plan.FindPartner(partner)?.Idea is { } idea ? IdeaKeys.PlanOfIdea(idea) : PlanKeys.Partner(key.Id, partner);
        return Reasoned(form, reason => at => new PartnerDropped(at, form.By, partner, reason)) with
        {
            Also = async token => await store.Get(key.Smederij, row, token) is { } found ? [new Write.Delete(found.Row, found.ETag)] : [],
        };
    }

    /// <summary>At most one file that proves it.</summary>
    /// <param name="missing">What is wrong without one; null when it may stay out.</param>
    internal static async Task<IReadOnlyList<CleanUpload>> Proof(PlanForm form, string? missing, CancellationToken cancellation)
    {
        var proofs = await Uploads.Read(form.Files, "bewijs", form.Errors, most: 1, cancellation);
        if (proofs.Count == 0 && missing is not null && !form.Errors.Has("bewijs"))
            form.Errors.Add("bewijs", missing);
        return proofs;
    }

    private static string Partner(PlanForm form) => Chosen(form, "partner", form.Dossier.Plan.Partners.Select(partner => partner.Id), "Kies een partner.");
}
