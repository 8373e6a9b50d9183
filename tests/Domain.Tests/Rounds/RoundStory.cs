using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

/// <summary>The life of a round, with the manifest of its vote.</summary>
public sealed class RoundStory : LifeStory<RoundStory, Round, RoundEvent, RoundEffect, RoundRefusal>
{
    /// <summary>What the event seals, should it be accepted.</summary>
    private Manifest? sealedNow;

    private RoundStory(SmederijSettings settings, RoundEvent e, RoundDecision first)
    {
        Settings = settings;
        Take(e, first);
    }

    public SmederijSettings Settings { get; }

    public Round Round => Item;

    public Manifest? Manifest { get; private set; }

    /// <summary>Batches of paper that wait for a second person.</summary>
    public int PaperWaiting { get; private set; }

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => Item.NextDue;

    private RoundCircumstances Known => new(Settings, Manifest, PaperWaiting);

    public static RoundStory Opened(bool rolling = false, BallotKind ballot = BallotKind.Approval, int? maxChoices = 2, DateOnly? closesOn = null,
        PartSettings? parts = null)
    {
        var settings = ASmederij.WithDefaults(rolling);
        settings = settings with
        {
            Round = settings.Round with
            {
                ClosesOn = closesOn ?? new DateOnly(2026, 11, 30),
                Parts = parts,
                Vote = new VoteSettings(ballot, maxChoices, CountRule.Greedy, 14),
            },
        };
        var e = new Opened(Story.Monday, settings.Round.Period);
        return new(settings, e, RoundDecider.Start(settings, Stuurgroep.ResolutionStory.TenSeats, e));
    }

    /// <summary>The following period, of which only the money is known.</summary>
    public static RoundStory Announced()
    {
        var e = ARound.AllottedAt(Story.Monday, "besluit1");
        return new(ASmederij.WithDefaults(), e, RoundDecider.Announce(ASmederij.WithDefaults(), "2027", e));
    }

    public RoundStory WithPaper(int batches)
    {
        PaperWaiting = batches;
        return this;
    }

    protected override RoundEvent Strike(DateTimeOffset at) => new MomentCame(at);

    protected override RoundDecision Decide(RoundEvent e)
    {
        sealedNow = RoundDecider.SealedBy(Item, e, Known);
        return RoundDecider.Decide(Item, e, Known);
    }

    protected override Round Post(RoundDecision.Accepted accepted)
    {
        Manifest = sealedNow ?? Manifest;
        return accepted.Postings.Aggregate(accepted.Item, (round, entry) => round.Post(entry).ShouldNotBeNull());
    }
}
