using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>The wiring of rounds and votes.</summary>
internal static class VotingServices
{
    public static IServiceCollection AddRoundsAndVotes(this IServiceCollection services) => services
        .AddSingleton<RoundArchive>()
        .AddSingleton<RoundLists>()
        .AddSingleton<RoundIdeas>()
        .AddSingleton<OfferedParts>()
        .AddSingleton<Remainders>()
        .AddSingleton<MoneyOnItsWay>()
        .AddSingleton<RoundMail>()
        .AddSingleton<BallotBox>()
        .AddSingleton<VoterCookies>()
        .AddSingleton<VoterSeals>()
        .AddSingleton<CodeGuard>()
        .AddSingleton<VoteDesk>()
        .AddSingleton<VoterPages>()
        .AddSingleton<VoteBooth>()
        .AddSingleton<VoteCodes>()
        .AddSingleton<VoteLetters>()
        .AddSingleton<PaperBallots>()
        .AddSingleton<PaperLines>()
        .AddSingleton<RoundDesk>()
        .AddSingleton<RoundResults>()
        .AddSingleton<VoteCounting>();
}
