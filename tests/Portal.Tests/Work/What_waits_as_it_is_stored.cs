using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Payments;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas.Review;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Uploading;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Work;

/// <summary>The storage contract of what waits: rows that were written when one type held the effects of all kinds read back, and are written
/// alike.</summary>
public sealed class What_waits_as_it_is_stored
{
    private const string Since = "\"since\":\"2026-03-02T09:00:00+00:00\"}";

    public static TheoryData<string, string> Stored => new()
    {
        { nameof(IdeaEffect.SendMail), """{"doe":"mail","kind":"ReviewReminder","to":{"role":"Reviewer","key":"opbouwwerker"},"version":1}""" },
        { nameof(IdeaEffect.SendMail), """{"doe":"mail","kind":"ReviewRequest","to":{"role":"Reviewer","key":"opbouwwerker"},"version":2,"isUrgent":true}""" },
        { nameof(IdeaEffect.SendMail), """{"doe":"mail","kind":"MoneyGranted","to":{"key":""}}""" },
        { nameof(IdeaEffect.OfferMoney), """{"doe":"bied-geld-aan"}""" },
        { nameof(IdeaEffect.OfferRest), """{"doe":"bied-restant-aan","period":"2026"}""" },
        { nameof(IdeaEffect.ErasePeople), """{"doe":"wis-personen"}""" },
        { nameof(IdeaEffect.EraseScans), """{"doe":"wis-handtekeningen"}""" },
        { nameof(IdeaEffect.CompareSupport), """{"doe":"vergelijk-steun"}""" },
        { nameof(IdeaEffect.ComparePlan), """{"doe":"vergelijk-steun-plan"}""" },
        { nameof(IdeaEffect.EraseReceipts), """{"doe":"wis-bonnen"}""" },
        { nameof(IdeaEffect.EraseSubmission), """{"doe":"wis-inzending"}""" },
        { nameof(IdeaEffect.LeaveRound), """{"doe":"verlaat-ronde","period":"2026"}""" },
        { nameof(IdeaEffect.LeaveRound), """{"doe":"verlaat-ronde","period":"2026","byMunicipality":true}""" },
        { nameof(IdeaEffect.OpenPlan), """{"doe":"open-plan"}""" },
        {
            nameof(IdeaEffect.OrderPayment),
            """{"doe":"draag-betaling-op","payment":1,"amount":45000,"period":"2026","account":"zegel","firstBy":"anna","secondBy":"bert"}"""
        },
        { nameof(IdeaEffect.CancelPayment), """{"doe":"laat-betaling-vervallen","payment":1,"reason":"Het ging niet door."}""" },
        { nameof(PaymentEffect.TellIdea), """{"doe":"betaling","step":{"doe":"zeg-het-idee","outcome":"Returned"}}""" },
        { nameof(BatchEffect.ClaimOrder), """{"doe":"betaalopdracht","step":{"doe":"neem-mee","order":"idee1-1"}}""" },
        { nameof(BatchEffect.FreeOrder), """{"doe":"betaalopdracht","step":{"doe":"laat-los","order":"idee1-1"}}""" },
        { nameof(BatchEffect.ForgetPayees), """{"doe":"betaalopdracht","step":{"doe":"wis-ontvangers"}}""" },
        { nameof(BatchEffect.SendOrder), """{"doe":"betaalopdracht","step":{"doe":"verstuur","order":"idee1-1"}}""" },
        { nameof(BankFileEffect.TakePart), """{"doe":"bankbestand","step":{"doe":"lees-deel","part":1}}""" },
        { nameof(BankLineEffect.HandOver), """{"doe":"bankregel","step":{"doe":"geef-door"}}""" },
        { nameof(BoardEffect.Show), """{"doe":"toon-op-bord","period":"2026"}""" },
        { nameof(HelpEffect.Wanted), """{"doe":"hulp-gevraagd"}""" },
        { nameof(GroupEffect.ConfirmMembership), """{"doe":"bevestig-deelname","member":"uHzOVOTs"}""" },
        { nameof(GroupEffect.AddressCorrected), """{"doe":"adres-verbeterd","member":"uHzOVOTs"}""" },
        { nameof(OldAddressEffect.SayFarewell), """{"doe":"meld-oud-adres"}""" },
        { nameof(OldAddressEffect.ForgetAddress), """{"doe":"vergeet-oud-adres"}""" },
        { nameof(GroupEffect.ForgetUnconfirmed), """{"doe":"vergeet-onbevestigd","member":"uHzOVOTs"}""" },
        { nameof(StrayEffect.Erase), """{"doe":"wis-los-bestand","idea":"idee1","files":["1m8j0k3x.png"]}""" },
        { nameof(RoundEffect.OfferNewMoney), """{"doe":"ronde","step":{"doe":"bied-geld-aan"}}""" },
        { nameof(RoundEffect.CollectIdeas), """{"doe":"ronde","step":{"doe":"verzamel-ideeen"}}""" },
        { nameof(RoundEffect.AskForCodes), """{"doe":"ronde","step":{"doe":"vraag-codes","again":true}}""" },
        { nameof(RoundEffect.AskForPaperCheck), """{"doe":"ronde","step":{"doe":"vraag-controle"}}""" },
        { nameof(RoundEffect.CountBallots), """{"doe":"ronde","step":{"doe":"tel"}}""" },
        { nameof(RoundEffect.AskForDraw), """{"doe":"ronde","step":{"doe":"vraag-loting","again":true}}""" },
        { nameof(RoundEffect.DecideByDraw), """{"doe":"ronde","step":{"doe":"besluit-loting"}}""" },
        { nameof(RoundEffect.TellIdeas), """{"doe":"ronde","step":{"doe":"vertel"}}""" },
        { nameof(RoundEffect.ShredBallots), """{"doe":"ronde","step":{"doe":"wis-stembiljetten"}}""" },
        {
            nameof(RoundEffect.CarryTo),
            """{"doe":"ronde","step":{"doe":"geef-mee","period":"2028","resolution":"besluit9","shares":[{"name":"Domesta","amount":100}]}}"""
        },
        { nameof(ResolutionEffect.AskSeat), """{"doe":"besluit","step":{"doe":"vraag-zetel","seat":"zetel1","deputy":true}}""" },
        { nameof(ResolutionEffect.TellSeat), """{"doe":"besluit","step":{"doe":"bericht-zetel","seat":"zetel1"}}""" },
        { nameof(ResolutionEffect.TellSecretary), """{"doe":"besluit","step":{"doe":"bericht-secretaris","extended":true}}""" },
        { nameof(ResolutionEffect.AllotTo), """{"doe":"besluit","step":{"doe":"wijs-toe","smederij":"alteveer"}}""" },
        { nameof(ResolutionEffect.SettleRemainder), """{"doe":"besluit","step":{"doe":"verwerk-overschot","smederij":"alteveer"}}""" },
        { nameof(ResolutionEffect.TellPlan), """{"doe":"besluit","step":{"doe":"bericht-plan"}}""" },
        { nameof(ReviewerEffect.SendOverview), """{"doe":"stuur-beoordelingen","mailbox":"uHzOVOTs"}""" },
        { nameof(MeetingEffect.TellIdea), """{"doe":"overleg","step":{"doe":"vertel-idee","idea":"01kjqtzc0g4fhm"}}""" },
        { nameof(PlaceEffect.ForgetName), """{"doe":"plek","step":{"doe":"vergeet-naam","until":"2026-03-02T09:00:00+00:00"}}""" },
        {
            nameof(PlaceEffect.SendWaiting),
            """{"doe":"plek","step":{"doe":"stuur-wat-wacht","moment":"2026-03-02T07:00:00+00:00","since":"2026-03-01T09:00:00+00:00","isLast":true}}"""
        },
        { nameof(PlaceEffect.SendWaiting), """{"doe":"plek","step":{"doe":"stuur-wat-wacht","moment":"2026-03-02T07:00:00+00:00"}}""" },
        { nameof(YearEffect.Remind), """{"doe":"jaarherinnering","step":{"doe":"herinner","lastDay":"2026-12-31","weeks":8}}""" },
        { nameof(PlaceEffect.PassOn), """{"doe":"plek","step":{"doe":"draag-over","somebodyElse":true}}""" },
        { nameof(PastEffect.TakeIn), """{"doe":"verleden","step":{"doe":"neem-over","file":"bestand1","batch":2}}""" },
        { nameof(SettingsEffect.Begin), """{"doe":"instellingen","step":{"doe":"begin","version":2}}""" },
        { nameof(PlanEffect.Tell), """{"doe":"plan","step":{"doe":"mail","kind":"PartnerAsked","to":{"role":"Partner","key":"fonds"}}}""" },
        { nameof(PlanEffect.AskStuurgroep), """{"doe":"plan","step":{"doe":"vraag-stuurgroep","moment":"start","ask":1}}""" },
        { nameof(PlanEffect.EndIdea), """{"doe":"plan","step":{"doe":"sluit-idee","idea":"idee1","outcome":"Complete","reason":"Het staat er."}}""" },
        {
            nameof(PlanEffect.ForgetPerson),
            """{"doe":"plan","step":{"doe":"vergeet-onbevestigd","who":{"role":"Supporter","key":"buur"},"notBefore":"2026-03-02T09:00:00+00:00"}}"""
        },
        { nameof(PlanEffect.ListIn), """{"doe":"plan","step":{"doe":"zet-op-lijst","smederij":"elim"}}""" },
        { nameof(PlanEffect.CompareSupporters), """{"doe":"plan","step":{"doe":"vergelijk-steun"}}""" },
        { nameof(PlanEffect.ForgetEverybody), """{"doe":"plan","step":{"doe":"wis-personen"}}""" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Reads_back_and_is_written_alike(string name, string effect)
    {
        var row = $$"""{"effect":{{effect}},{{Since}}""";
        var pending = new Entity("effect|iets|000001", row, "1").Read(House.Effects.Pending);
        pending.Effect.GetType().Name.ShouldBe(name);
        FailedTexts.Of(pending.Effect).ShouldNotBeNull("staff read about it when it is given up");
        Rows.Write(pending, House.Effects.Pending).ShouldBe(row);
    }

    /// <summary>Its stamp covers the spelling, and stays when a try is written down in the row.</summary>
    [Theory]
    [MemberData(nameof(Stored))]
    public void Is_spelled_alike_when_its_texts_lie_apart(string name, string effect)
    {
        foreach (var kind in House.Kinds)
        {
            var row = new Words(kind).OutOfItem($$"""{"effect":{{effect}},{{Since}}""");
            Rows.Write(new Entity("effect|iets|000001", row, "1").Read(House.Effects.Pending), House.Effects.Pending).ShouldBe(row, $"{name} of {kind.Prefix}");
        }
    }

    [Fact]
    public void Has_a_name_for_every_effect_there_is()
    {
        var all = new[] { typeof(Effect).Assembly, typeof(PendingEffect).Assembly }.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(Effect)));
        Stored.Select(row => (string)row[0]).Distinct().Order().ShouldBe(all.Select(type => type.Name).Distinct().Order());
    }

    [Theory]
    [InlineData("""{"doe":"van-later"}""")]
    [InlineData("""{"doe":"ronde"}""")]
    [InlineData("""{"doe":"ronde","step":{"doe":"van-later"}}""")]
    [InlineData("""{"doe":7}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    public void Is_unreadable_when_this_release_does_not_know_it(string effect) =>
        new Entity("effect|iets|000001", $$"""{"effect":{{effect}},{{Since}}""", "1").TryRead(House.Effects.Pending).ShouldBeNull();
}
