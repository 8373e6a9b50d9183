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
        var id = CopiedAddress.Trimmed(form.Typed.Line("idee", 200, "Vul het adres in van de pagina van het idee.")).Trim('/').Split('/')[^1];
        var idea = ItemId.IsValid(id) ? await ideas.Load(new IdeaKey(plan.Smederij, id), cancellation) : null;
        if (!form.Errors.Any
            && idea is not { Published: true, Item.State: not (IdeaState.OnLongTrack or IdeaState.Ended or IdeaState.WithMunicipality) })
            form.Errors.Add("idee", "Dit is geen idee dat nu loopt in deze Smederij. Kopieer het adres van de pagina van het idee.");
        else if (!form.Errors.Any && !await members.Submitted(plan, id, cancellation))
            form.Errors.Add("idee", "Dit idee is niet ingediend door iemand van de werkgroep, met hetzelfde e-mailadres.");
        else if (!form.Errors.Any && await store.Get(plan.Smederij, IdeaKeys.PlanOfIdea(id), cancellation) is not null)
            form.Errors.Add("idee", "Dit idee hoort al bij een plan. Kies een ander idee.");
        var title = idea?.Title ?? "";
        IReadOnlyList<Write> row = [new Write.Insert(IdeaKeys.PlanOfIdea(id), plan.Id)];
        return PlanRequest.Of(at => new RoundIdeaLinked(at, form.NewId, id, title)) with { Also = _ => Task.FromResult<IReadOnlyList<Write>?>(row) };
    }

    internal static async Task<PlanRequest> Receive(PlanForm form, CancellationToken cancellation)
    {
        var partner = Partner(form);
        var amount = form.Typed.Euros("bedrag", "Vul in hoeveel er binnen is.");
        var proofs = await Proof(form, "Stuur een bewijs mee: een foto of een PDF van de brief of het bankafschrift.", cancellation);
        return new PlanRequest((at, kept) => new MoneyReceived(at, form.By, partner, amount, kept.Proof!)) { Proofs = proofs };
    }

    /// <summary>The one who answers for the partner is forgotten with it; an idea is free for another plan.</summary>
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
