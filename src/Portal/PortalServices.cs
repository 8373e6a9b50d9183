using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Smederijen.Portal.Api;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Board;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Delivery;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Answering;
using Smederijen.Portal.Ideas.Choosing;
using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Ideas.Managing;
using Smederijen.Portal.Ideas.Progress;
using Smederijen.Portal.Ideas.Reading;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Ideas.Referral;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Ideas.Submitting;
using Smederijen.Portal.Ideas.Support;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Reading;
using Smederijen.Portal.Reporting;
using Smederijen.Portal.Resending;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Uploading;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal;

/// <summary>
/// The portal's own wiring. A host adds what differs: the <see cref="PlainStore"/>, <see cref="IVoteStores"/>,
/// <see cref="IAttachmentStore"/>, <see cref="IMailer"/>, <see cref="IDriver"/>, <see cref="IStaffAccess"/> and a <see cref="TimeProvider"/>; and
/// the <see cref="SettingsFile"/> that it begins with, where that is not empty.
/// </summary>
public static class PortalServices
{
    public static IServiceCollection AddPortal(this IServiceCollection services)
    {
        services.AddOptions<PortalOptions>();
        services.Configure<FormOptions>(ReadForms);
        // Seals and opens in half the time of the default (AES-CBC with HMAC), which counts on the evening of a vote.
        services.AddDataProtection().SetApplicationName("Smederijen").UseCryptographicAlgorithms(
            new AuthenticatedEncryptorConfiguration { EncryptionAlgorithm = EncryptionAlgorithm.AES_256_GCM });
        var framework = services.Single(service => service.ServiceType == typeof(IDataProtectionProvider)).ImplementationFactory!;
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(provider => new Sealing((IDataProtectionProvider)framework(provider))));
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new StoredKeyRing(provider.GetRequiredService<IEntityStore>())));
        foreach (var kind in House.Kinds)
            services.AddSingleton(kind);
        foreach (var deed in House.Deeds)
            services.AddSingleton(deed);
        foreach (var check in House.Checks)
            services.AddSingleton(check);
        return services
            .AddSingleton(SettingsFile.None)
            .AddSingleton<SettingsBook>()
            .AddSingleton<StaffLaw>()
            .AddSingleton<ReplyAddresses>()
            .AddSingleton<Pseudonyms>()
            .AddSingleton<SharedMailboxes>()
            .AddSingleton<Stamps>()
            .AddSingleton<GuardedStore>()
            .AddSingleton<IEntityStore>(provider => provider.GetRequiredService<GuardedStore>())
            .AddSingleton<Witnesses>()
            .AddSingleton<RequestLimits>()
            .AddSingleton<LinkTokens>()
            .AddSingleton<OpenedLinks>()
            .AddSingleton(_ => new WallClock(TimeProvider.System))
            .AddSingleton<OneUseLinks>()
            .AddSingleton<SentMails>()
            .AddSingleton<LinkedIdeas>()
            .AddSingleton<CommitLoop>()
            .AddSingleton<EffectContracts>()
            .AddSingleton<Deeds>()
            .AddSingleton<FilesOf>(provider => IdeaFiles.In(provider.GetRequiredService<IEntityStore>()))
            .AddSingleton<FilesOf>(provider => PlanFiles.In(provider.GetRequiredService<IEntityStore>()))
            .AddItems(provider => IdeaKind.Of(
                provider.GetRequiredService<IEntityStore>(), provider.GetRequiredService<SettingsBook>(),
                provider.GetRequiredService<IOptions<PortalOptions>>().Value))
            .AddItems(provider => RoundKind.Of(
                provider.GetRequiredService<VoteVault>(), provider.GetRequiredService<SettingsBook>(), provider.GetRequiredService<RoundArchive>(),
                provider.GetRequiredService<IOptions<PortalOptions>>().Value))
            .AddItems(provider => PlanKind.Of(provider.GetRequiredService<SettingsBook>()))
            .AddItems(provider => ResolutionKind.Of(provider.GetRequiredService<SettingsBook>()))
            .AddGoverning()
            .AddPayments()
            .AddBooks()
            .AddSingleton<IdeaStories>()
            .AddRoundsAndVotes()
            .AddStuurgroep()
            .AddSingleton<MoneyOffers>()
            .AddSingleton<RestOffers>()
            .AddSingleton<LetterPress>()
            .AddSingleton<MailRoom>()
            .AddSingleton<Dispatch>()
            .AddSingleton(MailHold.Never)
            .AddSingleton<ReturnTickets>()
            .AddSingleton<Erasure>()
            .AddSingleton<Veil>()
            .AddSingleton<LogVeil>()
            .AddSingleton<Reports>()
            .AddSingleton<ReportThis>()
            .AddSingleton<IdeaErasure>()
            .AddSingleton<KnownScans>()
            .AddSingleton<KeptUploads>()
            .AddSingleton<StillKept>(provider => provider.GetRequiredService<KeptUploads>().Leave)
            .AddSingleton<IWorkKind>(provider => provider.GetRequiredService<StrayFiles>())
            .AddSingleton<WorkList>()
            .AddSingleton<SharedBoard>()
            .AddSingleton<BoardMarks>()
            .AddSingleton<BoardMaking>()
            .AddSingleton<LogVerifier>()
            .AddSingleton<StoredRows>()
            .AddSingleton<StoreUpgrade>()
            .AddSingleton<BallotsUpgrade>()
            .AddSingleton<VoteVault>()
            .AddSingleton<AccountUpgrade>()
            .AddSingleton<ProofUpgrade>()
            .AddSingleton<UnreadableRows>()
            .AddSingleton<UnreadableList>()
            .AddStaff()
            .AddGuidance()
            .AddInitiative()
            .AddDelivery()
            .AddPlans()
            .AddSingleton<Uploads>()
            .AddSingleton<StrayFiles>()
            .AddSingleton<LargeBodies>()
            .AddSingleton<Gate>()
            .AddSingleton(provider => TrustedProxies.Parse(provider.GetRequiredService<IOptions<PortalOptions>>().Value.TrustedProxies))
            .AddSingleton<Arrival>()
            .AddSingleton<OpenApiDocument>()
            .AddSingleton<SmederijApi>()
            .AddSingleton<IdeaApi>()
            .AddSingleton<PlanApi>()
            .AddSingleton<ResolutionApi>()
            .AddSingleton<RoundApi>()
            .AddSingleton<SupportApi>()
            .AddSingleton<Treasury>()
            .AddSingleton<IdeaLists>()
            .AddSingleton<RenderedPages>()
            .AddSingleton<ReadHome>()
            .AddSingleton<FindMySmederij>()
            .AddSingleton<ReadSmederij>()
            .AddSingleton<ReadHouseStyle>()
            .AddSingleton<ReadIdea>()
            .AddSingleton<NotShown>()
            .AddSingleton<BothPages>()
            .AddSingleton<SupportComparison>()
            .AddSingleton<ReadAttachment>()
            .AddSingleton<TextFiles>()
            .AddSingleton<Readiness>()
            .AddSingleton<OfferSupport>()
            .AddSingleton<ConfirmSupport>()
            .AddSingleton<SubmitIdea>()
            .AddSingleton<SendAgain>()
            .AddSingleton<ConfirmSubmission>()
            .AddReviews()
            .AddMeetings()
            .AddSingleton<WrittenAnswer>()
            .AddSingleton<AnswerQuestion>()
            .AddSingleton<ChoosePart>()
            .AddSingleton<PaymentAccounts>()
            .AddSingleton<SameAccounts>()
            .AddSingleton<GiveAccount>()
            .AddSingleton<ManageIdea>()
            .AddSingleton<ProgressFiles>()
            .AddSingleton<ReportProgress>()
            .AddSingleton<AnswerReferral>();
    }

    /// <summary>
    /// A form is no odder than one of ours. Its size is the business of <see cref="RequestBody"/>: a text that is too long comes back with its form.
    /// </summary>
    private static void ReadForms(FormOptions form)
    {
        form.MultipartBodyLengthLimit = long.MaxValue;
        form.ValueCountLimit = 200;
        form.KeyLengthLimit = 200;
        form.ValueLengthLimit = (int)AttachmentLimits.LargestForm;
        form.MultipartBoundaryLengthLimit = 100;
        form.MultipartHeadersCountLimit = 8;
        form.MultipartHeadersLengthLimit = 4 * 1024;
    }
}
