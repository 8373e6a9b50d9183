namespace Smederijen.Portal.Voting;

public static class VotingEndpoints
{
    /// <summary>
    /// One vote in progress. Each form is sent to the address of the page that follows, so that every address that a browser keeps
    /// can be opened again.
    /// </summary>
    private const string InProgress = "/smederijen/{smederij}/stemmen/{verwijzing}";

    public static IReadOnlyList<Endpoint> All { get; } =
    [
        Endpoint.Get<VoterPages>("ShowVote", "/smederijen/{smederij}/stemmen", (x, http) => x.Start(http)),
        Endpoint.Post<VoteBooth>("EnterVoteCode", "/smederijen/{smederij}/stemmen", (x, http) => x.Enter(http)) with { IsSecret = true },
        Endpoint.Get<VoteBooth>("OpenVoteLetter", "/stem/{smederij}/{code}", (x, http) => x.OpenLetter(http)) with { FindsItsEnd = true },
        Endpoint.Get<VoterPages>("ShowReadyCode", InProgress, (x, http) => x.Show(http, VoterPage.Start)),
        Endpoint.Get<VoterPages>("ShowBallot", $"{InProgress}/{VoterPage.Choose}", (x, http) => x.Show(http, VoterPage.Choose)),
        Endpoint.Post<VoteBooth>("ReconsiderBallot", $"{InProgress}/{VoterPage.Choose}", (x, http) => x.Reconsider(http)) with { IsSecret = true },
        Endpoint.Get<VoterPages>("ShowBallotReview", $"{InProgress}/{VoterPage.Review}", (x, http) => x.Show(http, VoterPage.Review)),
        Endpoint.Post<VoteBooth>("ReviewBallot", $"{InProgress}/{VoterPage.Review}", (x, http) => x.Review(http)) with { IsSecret = true },
        Endpoint.Get<VoterPages>("ShowVoteReceipt", $"{InProgress}/{VoterPage.Receipt}", (x, http) => x.Show(http, VoterPage.Receipt)),
        Endpoint.Post<VoteBooth>("CastBallot", $"{InProgress}/{VoterPage.Receipt}", (x, http) => x.Cast(http)) with { IsSecret = true },
        Endpoint.Get<RoundResults>("ShowResult", "/smederijen/{smederij}/rondes/{periode}/uitslag", (x, http) => x.Show(http)),
        Endpoint.Get<RoundResults>("DownloadBallots", "/smederijen/{smederij}/rondes/{periode}/uitslag.pb", (x, http) => x.Ballots(http)),
        Endpoint.Get<RoundResults>("DownloadTrackingNumbers", "/smederijen/{smederij}/rondes/{periode}/volgnummers.txt", (x, http) =>
            x.TrackingNumbers(http)),
        Endpoint.Get<RoundResults>("DownloadManifest", "/smederijen/{smederij}/rondes/{periode}/manifest.txt", (x, http) => x.ShowManifest(http)),
        Endpoint.Get<RoundDesk>("ShowStaffRound", "/medewerkers/rondes/{smederij}/{periode}", (x, http) => x.Show(http), Access.Staff),
        Endpoint.Post<RoundDesk>("MakeVoteCodes", "/medewerkers/rondes/{smederij}/{periode}/codes", (x, http) => x.MakeCodes(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<RoundDesk>("ProposeIntervention", "/medewerkers/rondes/{smederij}/{periode}/voorstel", (x, http) => x.Propose(http),
            Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<RoundDesk>("AgreeIntervention", "/medewerkers/rondes/{smederij}/{periode}/akkoord", (x, http) => x.Agree(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<RoundDesk>("DropIntervention", "/medewerkers/rondes/{smederij}/{periode}/vervallen", (x, http) => x.Drop(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<RoundDesk>("TypeDrawValue", "/medewerkers/rondes/{smederij}/{periode}/loting", (x, http) => x.TypeDraw(http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<RoundDesk>("EnterPaperBallots", "/medewerkers/rondes/{smederij}/{periode}/papier", (x, http) => x.EnterPaper(http),
            Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Post<RoundDesk>("CheckPaperBallots", "/medewerkers/rondes/{smederij}/{periode}/papier/{partij}", (x, http) => x.CheckPaper(
            http), Access.Staff)
            .For(StaffWork.Ideas),
        Endpoint.Get<RoundDesk>("ShowTextOfRound", "/medewerkers/rondes/{smederij}/{periode}/teksten/{stap}", (x, http) => x.ShowText(http),
            Access.Staff),
        Endpoint.Post<RoundDesk>("VeilTextOfRound", "/medewerkers/rondes/{smederij}/{periode}/teksten/{stap}", (x, http) => x.VeilText(http),
            Access.Staff)
            .For(StaffWork.Ideas),
    ];
}
