using Smederijen.Portal.Ideas.Reading;

namespace Smederijen.Portal.Ideas.Support;

/// <summary>
/// A neighbour confirms support from the link in the mail: looking changes nothing, only the button does. Person and count
/// change in one commit, so one person counts once, however often and from wherever the button is pressed.
/// </summary>
public sealed class ConfirmSupport(OpenedLinks links, IdeaItems ideas, SettingsBook settings, IEntityStore store, RequestLimits limits,
    SharedMailboxes mailboxes, NotShown notShown)
{
    public async Task<IResult> Show(HttpContext http) => links.Find(http, LinkPurpose.ConfirmSupport) switch
    {
        ReadLink.Valid valid when await Find(valid.Link, http.RequestAborted) is { } found => found.Page($"/{valid.Link.Page}/{valid.Reference}"),
        ReadLink.Valid valid => await Gone(http, valid.Link),
        var unusable => LinkPages.Unusable(unusable),
    };

    /// <summary>Back to the page in any case: it tells how it is now, also where the button could change nothing.</summary>
    public async Task<IResult> Post(HttpContext http)
    {
        if (links.Find(http, LinkPurpose.ConfirmSupport) is not ReadLink.Valid valid)
            return LinkPages.Unusable(links.Find(http, LinkPurpose.ConfirmSupport));
        await Confirm(valid.Link, (await Typed.Read(http)).Pressed);
        var row = IdeaKeys.Supporter(valid.Link.Idea, valid.Link.Person);
        if (await Person(valid.Link.Smederij, row, CancellationToken.None) is { Confirmed: true } person)
            await limits.Forgive(person.Email);
        return new SeeOther($"/{valid.Link.Page}/{valid.Reference}");
    }

    private async Task Confirm(Link link, CommandId command) => await ideas.HandleAmongMany(
        new IdeaKey(link.Smederij, link.Idea), command, at => new IdeaEvent.SupportConfirmed(at), async cancellation =>
        {
            var row = IdeaKeys.Supporter(link.Idea, link.Person);
            if (await store.Get(link.Smederij, row, cancellation) is not { } known
                || known.Read(WorkJson.Default.Person) is not { Confirmed: false } person
                || await IsSubmitter(link, person, cancellation))
                return null;
            return [new Write.Replace(row, Rows.Write(person with { Confirmed = true }, WorkJson.Default.Person), known.ETag)];
        });

    /// <summary>
    /// Who hands in an idea does not count as its supporter, and is one of the two who may share the mailbox: one other can support with it.
    /// </summary>
    private async Task<bool> IsSubmitter(Link link, Person supporter, CancellationToken cancellation) =>
        await Person(link.Smederij, IdeaKeys.Submitter(link.Idea), cancellation) is { } submitter
        && EmailAddress.AreSame(submitter.Email, supporter.Email)
        && (supporter.Initials is null || submitter.IsCalledAs(supporter)
            || (await mailboxes.Of(link.Smederij, known => IdeaKeys.Supporter(link.Idea, known), link.Idea, supporter.Email, cancellation))
                .Confirmed.Any(other => !other.IsCalledAs(supporter)));

    /// <summary>Null when the idea or the supporter is not there any more.</summary>
    private async Task<Found?> Find(Link link, CancellationToken cancellation)
    {
        if (await ideas.Load(new IdeaKey(link.Smederij, link.Idea), cancellation) is not { Published: true } idea
            || await Person(link.Smederij, IdeaKeys.Supporter(link.Idea, link.Person), cancellation) is not { } supporter)
            return null;
        return new Found(
            await settings.Version(link.Smederij, idea.Item.SettingsVersion, cancellation), idea, supporter,
            await IsSubmitter(link, supporter, cancellation));
    }

    private async Task<Person?> Person(string smederij, string row, CancellationToken cancellation) =>
        (await store.Get(smederij, row, cancellation))?.Read(WorkJson.Default.Person);

    /// <summary>The idea is hidden, or there is nobody any more who could support it.</summary>
    private async Task<IResult> Gone(HttpContext http, Link link) =>
        new IdeaKey(link.Smederij, link.Idea) is var key && await ideas.Load(key, http.RequestAborted) is { Published: false }
            ? await notShown.Answer(http, key) : Forgotten(http);

    private static IResult Forgotten(HttpContext http) => Failures.NotFound(http,
        "Wij hebben uw gegevens bij dit idee niet (meer). Wilt u het idee steunen? Ga dan naar de pagina van het idee.");

    private sealed record Found(SmederijSettings Smederij, Stored<Idea> Idea, Person Supporter, bool IsOwnIdea)
    {
        public IResult Page(string here) => new PageOf<ConfirmSupportPage>(
            new ConfirmSupportModel(Smederij, Idea, Supporter.Name, Supporter.Confirmed, IsOwnIdea, here, CommandId.NewToken()));
    }
}

/// <summary>What the confirmation page shows. <paramref name="Name"/> is the one whom the link is for.</summary>
public sealed record ConfirmSupportModel(
    SmederijSettings Smederij, Stored<Idea> Idea, string Name, bool Confirmed, bool IsOwnIdea, string Here, string Command);
