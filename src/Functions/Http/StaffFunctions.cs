using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The board of the staff.</summary>
public sealed class StaffFunctions(FrontDoor door)
{
    [Function("ShowStaffBoard")]
    public Task<IResult> ShowStaffBoard([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowFailedEffects")]
    public Task<IResult> ShowFailedEffects([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/berichten")] HttpRequest request) =>
        door.Serve(request);
    [Function("TryEffectAgain")]
    public Task<IResult> TryEffectAgain([HttpTrigger(Anonymous, "post", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/opnieuw")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowWhoWasNotReached")]
    public Task<IResult> ShowWhoWasNotReached([HttpTrigger(Anonymous, "post", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/persoon")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPaperMail")]
    public Task<IResult> ShowPaperMail([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/brief")] HttpRequest request) =>
        door.Serve(request);
    [Function("SendOnPaper")]
    public Task<IResult> SendOnPaper([HttpTrigger(Anonymous, "post", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/brief")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPersonDesk")]
    public Task<IResult> ShowPersonDesk([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/personen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ActOnPerson")]
    public Task<IResult> ActOnPerson([HttpTrigger(Anonymous, "post", Route = "medewerkers/personen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowLooks")]
    public Task<IResult> ShowLooks([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/inzage")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowProofByMail")]
    public Task<IResult> ShowProofByMail([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/bewijs")] HttpRequest request) =>
        door.Serve(request);
    [Function("AskForProofByMail")]
    public Task<IResult> AskForProofByMail([HttpTrigger(Anonymous, "post", Route = "medewerkers/bewijs")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowProofSent")]
    public Task<IResult> ShowProofSent([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/bewijs/verstuurd")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowProofLink")]
    public Task<IResult> ShowProofLink([HttpTrigger(Anonymous, "get", "head", Route = "bewijs/{verwijzing}")] HttpRequest request) =>
        door.Serve(request);
    [Function("UseProofLink")]
    public Task<IResult> UseProofLink([HttpTrigger(Anonymous, "post", Route = "bewijs/{verwijzing}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowLogCheck")]
    public Task<IResult> ShowLogCheck([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/geschiedenis")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowUnreadable")]
    public Task<IResult> ShowUnreadable([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/onleesbaar")] HttpRequest request) =>
        door.Serve(request);
    [Function("CheckLogs")]
    public Task<IResult> CheckLogs([HttpTrigger(Anonymous, "post", Route = "medewerkers/geschiedenis")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowLedger")]
    public Task<IResult> ShowLedger([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/geld/{smederij}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowStaffIdea")]
    public Task<IResult> ShowStaffIdea([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowScan")]
    public Task<IResult> ShowScan([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/scans/{naam}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowReleaseMoney")]
    public Task<IResult> ShowReleaseMoney([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/vrijgeven")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReleaseMoney")]
    public Task<IResult> ReleaseMoney([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/vrijgeven")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowReceiveMoney")]
    public Task<IResult> ShowReceiveMoney([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/ontvangen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReceiveMoney")]
    public Task<IResult> ReceiveMoney([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/ontvangen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowWriteOffMoney")]
    public Task<IResult> ShowWriteOffMoney([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/afschrijven")] HttpRequest request) =>
        door.Serve(request);
    [Function("WriteOffMoney")]
    public Task<IResult> WriteOffMoney([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/afschrijven")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowEnterSignatures")]
    public Task<IResult> ShowEnterSignatures([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen")] HttpRequest request) =>
        door.Serve(request);
    [Function("EnterSignatures")]
    public Task<IResult> EnterSignatures([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowCountSignatures")]
    public Task<IResult> ShowCountSignatures([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen-tellen")] HttpRequest request) =>
        door.Serve(request);
    [Function("CountSignatures")]
    public Task<IResult> CountSignatures([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen-tellen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowCorrectSignatures")]
    public Task<IResult> ShowCorrectSignatures([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen-verminderen")] HttpRequest request) =>
        door.Serve(request);
    [Function("CorrectSignatures")]
    public Task<IResult> CorrectSignatures([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen-verminderen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowRemindNow")]
    public Task<IResult> ShowRemindNow([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/herinneren")] HttpRequest request) =>
        door.Serve(request);
    [Function("RemindNow")]
    public Task<IResult> RemindNow([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/herinneren")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowExtendTerm")]
    public Task<IResult> ShowExtendTerm([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/verlengen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ExtendTerm")]
    public Task<IResult> ExtendTerm([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/verlengen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowReplaceReviewer")]
    public Task<IResult> ShowReplaceReviewer([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/beoordelaar-vervangen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReplaceReviewer")]
    public Task<IResult> ReplaceReviewer([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/beoordelaar-vervangen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowRestartReview")]
    public Task<IResult> ShowRestartReview([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/beoordeling-opnieuw")] HttpRequest request) =>
        door.Serve(request);
    [Function("RestartReview")]
    public Task<IResult> RestartReview([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/beoordeling-opnieuw")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowCorrectAmount")]
    public Task<IResult> ShowCorrectAmount([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/bedrag")] HttpRequest request) =>
        door.Serve(request);
    [Function("CorrectAmount")]
    public Task<IResult> CorrectAmount([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/bedrag")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowLowerAmount")]
    public Task<IResult> ShowLowerAmount([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/minder-geld")] HttpRequest request) =>
        door.Serve(request);
    [Function("LowerAmount")]
    public Task<IResult> LowerAmount([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/minder-geld")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPauseIdea")]
    public Task<IResult> ShowPauseIdea([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/pauzeren")] HttpRequest request) =>
        door.Serve(request);
    [Function("PauseIdea")]
    public Task<IResult> PauseIdea([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/pauzeren")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowResumeIdea")]
    public Task<IResult> ShowResumeIdea([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/hervatten")] HttpRequest request) =>
        door.Serve(request);
    [Function("ResumeIdea")]
    public Task<IResult> ResumeIdea([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/hervatten")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowErasePerson")]
    public Task<IResult> ShowErasePerson([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/wissen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ErasePerson")]
    public Task<IResult> ErasePerson([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/wissen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowReceipt")]
    public Task<IResult> ShowReceipt([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/bonnen/{naam}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowAnswerOverrun")]
    public Task<IResult> ShowAnswerOverrun([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/meerkosten")] HttpRequest request) =>
        door.Serve(request);
    [Function("AnswerOverrun")]
    public Task<IResult> AnswerOverrun([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/meerkosten")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowRedirectReferral")]
    public Task<IResult> ShowRedirectReferral([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/andere-afdeling")] HttpRequest request) =>
        door.Serve(request);
    [Function("RedirectReferral")]
    public Task<IResult> RedirectReferral([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/andere-afdeling")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowWriteNote")]
    public Task<IResult> ShowWriteNote([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/notitie")] HttpRequest request) =>
        door.Serve(request);
    [Function("WriteNote")]
    public Task<IResult> WriteNote([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/notitie")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowPartFile")]
    public Task<IResult> ShowPartFile([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/bestanden/{naam}")] HttpRequest request) =>
        door.Serve(request);
    [Function("ShowReports")]
    public Task<IResult> ShowReports([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/meldingen")] HttpRequest request) =>
        door.Serve(request);
    [Function("SettleReport")]
    public Task<IResult> SettleReport([HttpTrigger(Anonymous, "post", Route = "medewerkers/meldingen/{melding}")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowLetIdeaBeSeen")]
    public Task<IResult> ShowLetIdeaBeSeen([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/tonen")] HttpRequest request) =>
        door.Serve(request);
    [Function("LetIdeaBeSeen")]
    public Task<IResult> LetIdeaBeSeen([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/tonen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowHidePart")]
    public Task<IResult> ShowHidePart([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/verbergen")] HttpRequest request) =>
        door.Serve(request);
    [Function("HidePart")]
    public Task<IResult> HidePart([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/verbergen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowRestorePart")]
    public Task<IResult> ShowRestorePart([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/weer-tonen")] HttpRequest request) =>
        door.Serve(request);
    [Function("RestorePart")]
    public Task<IResult> RestorePart([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/weer-tonen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowReopenIdea")]
    public Task<IResult> ShowReopenIdea([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/heropenen")] HttpRequest request) =>
        door.Serve(request);
    [Function("ReopenIdea")]
    public Task<IResult> ReopenIdea([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/heropenen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
    [Function("ShowStopIdea")]
    public Task<IResult> ShowStopIdea([HttpTrigger(Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/stoppen")] HttpRequest request) =>
        door.Serve(request);
    [Function("StopIdea")]
    public Task<IResult> StopIdea([HttpTrigger(Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/stoppen")] HttpRequest request,
        [DurableClient] DurableTaskClient client) => door.Serve(request, client);
}
