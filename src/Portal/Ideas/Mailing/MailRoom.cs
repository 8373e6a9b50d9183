using Microsoft.Extensions.Logging;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>
/// Turns a mail effect of an idea into a letter: looks up who it is for, writes it as the idea is now, and seals the links.
/// </summary>
public sealed partial class MailRoom(
    IEntityStore store, SettingsBook settings, SharedMailboxes mailboxes, LinkTokens tokens, GathersMail gathers, TimeProvider clock,
    IOptions<PortalOptions> options, ILogger<MailRoom> log)
{
    /// <summary>Long enough for every step; whether the step is still open is for the idea to say.</summary>
    internal static readonly TimeSpan LinkLife = TimeSpan.FromDays(400);

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Mail<MailRoom, IdeaEffect.SendMail>((x, key, mail, forPaper, cancellation) => x.Write(IdeaKey.Of(key), mail, forPaper, cancellation)),
    ];

    /// <param name="forPaper">The links lead to the page of the idea.</param>
    public async Task<IReadOnlyList<AddressedLetter>> Write(IdeaKey key, IdeaEffect.SendMail effect, bool forPaper,
        CancellationToken cancellation = default) =>
        await Prepare(key, effect, cancellation) is var (to, facts)
            ? [
                new AddressedLetter(to.Name, to.Email, WithOrigin(Letters.Write(
                    effect.Kind, forPaper ? facts with { Link = _ => facts.PublicPage } : facts), effect))
                {
                    IsConfirmed = facts.IsConfirmed,
                },
            ]
            : [];

    /// <summary>Nobody of before knows this website yet.</summary>
    private static Letter WithOrigin(Letter letter, IdeaEffect.SendMail effect) => effect.IsFromBefore
        ? letter with { Paragraphs = ["Uw idee was er al voordat deze website er was. Vanaf nu gaat het hier verder.", .. letter.Paragraphs] }
        : letter;

    private async Task<(Recipient To, LetterFacts Facts)?> Prepare(IdeaKey key, IdeaEffect.SendMail effect,
        CancellationToken cancellation)
    {
        if (await store.Get(key.Smederij, IdeaKeys.Idea(key.Id), cancellation) is not { } row)
            return null;
        if (await Find(key, effect.To, cancellation) is not { } to)
        {
            Log.NobodyToMail(log, effect.Kind, key, effect.To.Role);
            return null;
        }
        var idea = (await Words.PutBack(store, key.Smederij, IdeaKind.Facts.TextsOf(key), [row], cancellation))[0].Read(IdeaJson.Default.StoredIdea);
        if (CanGather(effect, idea.Item) && await gathers(key.Smederij, effect.To.Key, cancellation))
            return null;
        var facts = new LetterFacts(
            idea.Item, idea.Title, await settings.Version(key.Smederij, idea.Item.SettingsVersion, cancellation), effect.To,
            new Uri(options.Value.PublicUrl, $"/smederijen/{key.Smederij}/ideeen/{key.Id}"),
            new Uri(options.Value.PublicUrl, $"/medewerkers/ideeen/{key.Smederij}/{key.Id}"),
            idea.Published,
            purpose => Address(new Link(
                purpose, key.Smederij, key.Id, effect.Version, effect.To.Role == AddresseeRole.Submitter ? to.KeyFor(purpose) : effect.To.Key,
                clock.GetUtcNow() + LinkLife) { Holder = to.Mark }))
        {
            IsFromBefore = effect.IsFromBefore,
            Payer = settings.Municipality.Payer,
            OpenRound = effect.Kind is MailKind.FoundSuitable
                ? await store.OpenRound(settings, key.Smederij, clock.GetUtcNow(), cancellation) : null,
        };
        return (to, effect.To.Role != AddresseeRole.Supporter ? facts : facts with
        {
            IsConfirmed = to.HasConfirmed,
            IsMailboxFull = to.HasConfirmed && await IsFull(key, to.Email, cancellation),
        });
    }

    /// <summary>
    /// Whether it may wait for the daily mail of a reviewer, which says by itself what waits and for how long. What is urgent may not: staff ask
    /// for it, or the time is nearly over.
    /// </summary>
    private bool CanGather(IdeaEffect.SendMail effect, Idea idea) =>
        effect is { Kind: MailKind.ReviewRequest or MailKind.ReviewReminder, To.Role: AddresseeRole.Reviewer, IsUrgent: false }
        && !(idea.State is IdeaState.InReview review && review.IsNearlyOverAt(clock.GetUtcNow()));

    private async Task<bool> IsFull(IdeaKey key, string email, CancellationToken cancellation) =>
        (await mailboxes.Of(key.Smederij, known => IdeaKeys.Supporter(key.Id, known), key.Id, email, cancellation)).AreTaken;

    private Uri Address(Link link) => new(options.Value.PublicUrl, $"/link/{tokens.Seal(link)}");

    private async Task<Recipient?> Find(IdeaKey key, Addressee to, CancellationToken cancellation) => to.Role switch
    {
        AddresseeRole.Submitter => await Person(key.Smederij, IdeaKeys.Submitter(key.Id), cancellation),
        AddresseeRole.Supporter => await Person(key.Smederij, IdeaKeys.Supporter(key.Id, to.Key), cancellation),
        AddresseeRole.Reviewer => await Contact(key.Smederij, to.Key, cancellation),
        AddresseeRole.Gebiedsregisseur => await Contact(key.Smederij, settings.Current(key.Smederij)?.Gebiedsregisseur, cancellation),
        AddresseeRole.Municipality => settings.Theme(to.Key) is { } theme ? new Recipient(theme.Name, theme.Email) : null,
        AddresseeRole.Staff => await Contact(key.Smederij, "vrijgave", cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(to), to.Role, "Nobody is known for this role."),
    };

    private async Task<Recipient?> Person(string smederij, string row, CancellationToken cancellation) =>
        (await store.Get(smederij, row, cancellation))?.Read(WorkJson.Default.Person) is { } person
            ? new Recipient(person.Name, person.Email, person.Confirmed, person) : null;

    private async Task<Recipient?> Contact(string smederij, string? id, CancellationToken cancellation) =>
        id is not null && await settings.Contact(smederij, id, cancellation) is { } contact
            ? new Recipient(contact.Name, contact.Email) { Mark = contact.Mark }
            : null;

    /// <param name="HasConfirmed">Of a supporter: that the mailbox is theirs.</param>
    private sealed record Recipient(string Name, string Email, bool HasConfirmed = false, Person? Person = null)
    {
        /// <inheritdoc cref="Contact.Mark"/>
        public long Mark { get; init; }

        public string KeyFor(LinkPurpose purpose) => Person?.KeyFor(purpose) ?? "";
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Kind} for {Idea} has no {Role} to go to any more")]
        public static partial void NobodyToMail(ILogger logger, MailKind kind, IdeaKey idea, AddresseeRole role);
    }
}

/// <summary>Which letter belongs to which mail; the words stand with the step that they are about.</summary>
public static class Letters
{
    public static Letter Write(MailKind kind, LetterFacts facts) => kind switch
    {
        MailKind.ConfirmSubmission => SubmittingLetters.ConfirmSubmission(facts),
        MailKind.ConfirmationReminder => SubmittingLetters.ConfirmationReminder(facts),
        MailKind.SupportStarted => SupportLetters.SupportStarted(facts),
        MailKind.SupportHalfway => SupportLetters.SupportHalfway(facts),
        MailKind.ConfirmSupport => SupportLetters.ConfirmSupport(facts),
        MailKind.SupportReached => SupportLetters.SupportReached(facts),
        MailKind.SupportFailed => SupportLetters.SupportFailed(facts),
        MailKind.ReviewRequest => ReviewLetters.ReviewRequest(facts),
        MailKind.ReviewReminder => ReviewLetters.ReviewReminder(facts),
        MailKind.ReviewEscalated => ReviewLetters.ReviewEscalated(facts),
        MailKind.ReviewSplit => ReviewLetters.ReviewSplit(facts),
        MailKind.QuestionAsked => AnsweringLetters.QuestionAsked(facts),
        MailKind.QuestionReminder => AnsweringLetters.QuestionReminder(facts),
        MailKind.FoundSuitable => VerdictLetters.FoundSuitable(facts),
        MailKind.FoundUnsuitable => VerdictLetters.FoundUnsuitable(facts),
        MailKind.PassedOn => ReferralLetters.PassedOn(facts),
        MailKind.MunicipalityAsked => ReferralLetters.MunicipalityAsked(facts),
        MailKind.MunicipalityReminder => ReferralLetters.MunicipalityReminder(facts),
        MailKind.MunicipalitySilent => ReferralLetters.MunicipalitySilent(facts),
        MailKind.MunicipalityAnswer => ReferralLetters.MunicipalityAnswer(facts),
        MailKind.MovedToLongTrack => VerdictLetters.MovedToLongTrack(facts),
        MailKind.LongTrackCheck => VerdictLetters.LongTrackCheck(facts),
        MailKind.MoneyGranted => GrantLetters.MoneyGranted(facts),
        MailKind.PartOffered => PartLetters.PartOffered(facts),
        MailKind.PartReminder => PartLetters.PartReminder(facts),
        MailKind.PartLapsed => PartLetters.PartLapsed(facts),
        MailKind.AmountLowered => GrantLetters.AmountLowered(facts),
        MailKind.AccountReminder => GrantLetters.AccountReminder(facts),
        MailKind.RestLapsed => GrantLetters.RestLapsed(facts),
        MailKind.MoneyDenied => GrantLetters.MoneyDenied(facts),
        MailKind.CarriedOver => GrantLetters.CarriedOver(facts),
        MailKind.ReleaseRequest => ReleaseLetters.ReleaseRequest(facts),
        MailKind.ReleaseReminder => ReleaseLetters.ReleaseReminder(facts),
        MailKind.MoneyReleased => ReleaseLetters.MoneyReleased(facts),
        MailKind.MoneyPaid => ReleaseLetters.MoneyPaid(facts),
        MailKind.PaymentReturned => ReleaseLetters.PaymentReturned(facts),
        MailKind.RealisationReminder => ProgressLetters.RealisationReminder(facts),
        MailKind.RealisationOverdue => ProgressLetters.RealisationOverdue(facts),
        MailKind.OverrunQuestion => ProgressLetters.OverrunQuestion(facts),
        MailKind.OverrunAnswer => ProgressLetters.OverrunAnswer(facts),
        MailKind.PlanGivenBack => FlowBackLetters.PlanGivenBack(facts),
        MailKind.MoneyFlowsBack => FlowBackLetters.MoneyFlowsBack(facts),
        MailKind.IdeaCompleted => ProgressLetters.IdeaCompleted(facts),
        MailKind.RefundReminder => FlowBackLetters.RefundReminder(facts),
        MailKind.IdeaWithdrawn => EndingLetters.IdeaWithdrawn(facts),
        MailKind.IdeaExpired => EndingLetters.IdeaExpired(facts),
        MailKind.IdeaStopped => EndingLetters.IdeaStopped(facts),
        MailKind.AddressCorrected => CorrectedLetters.AddressCorrected(facts),
        MailKind.ReopenRequest => VerdictLetters.ReopenRequest(facts),
        MailKind.IdeaReopened => VerdictLetters.IdeaReopened(facts),
        MailKind.IdeaHidden => EndingLetters.IdeaHidden(facts),
        MailKind.IdeaShownAgain => EndingLetters.IdeaShownAgain(facts),
        MailKind.PartHidden => EndingLetters.PartHidden(facts),
        MailKind.LookRequest => SubmittingLetters.LookRequest(facts),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every mail needs a letter."),
    };
}
