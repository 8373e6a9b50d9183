using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Http;

/// <summary>The board of the staff.</summary>
public sealed class StaffFunctions(FrontDoor door)
{
    [Function("ShowStaffBoard")]
    public Task<IResult> ShowStaffBoard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers")] HttpRequest request) =>
        door.Serve("ShowStaffBoard", request);

    [Function("ShowFailedEffects")]
    public Task<IResult> ShowFailedEffects(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/berichten")] HttpRequest request) =>
        door.Serve("ShowFailedEffects", request);

    [Function("TryEffectAgain")]
    public Task<IResult> TryEffectAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/opnieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("TryEffectAgain", request, client);

    [Function("ShowPaperMail")]
    public Task<IResult> ShowPaperMail(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/brief")] HttpRequest request) =>
        door.Serve("ShowPaperMail", request);

    [Function("SendOnPaper")]
    public Task<IResult> SendOnPaper(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/berichten/{smederij}/{item}/{nummer}/brief")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("SendOnPaper", request, client);

    [Function("ShowLogCheck")]
    public Task<IResult> ShowLogCheck(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/geschiedenis")] HttpRequest request) =>
        door.Serve("ShowLogCheck", request);

    [Function("ShowUnreadable")]
    public Task<IResult> ShowUnreadable(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/onleesbaar")] HttpRequest request) =>
        door.Serve("ShowUnreadable", request);

    [Function("CheckLogs")]
    public Task<IResult> CheckLogs(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/geschiedenis")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("CheckLogs", request, client);

    [Function("ShowLedger")]
    public Task<IResult> ShowLedger(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/geld/{smederij}")] HttpRequest request) =>
        door.Serve("ShowLedger", request);

    [Function("ShowStaffIdea")]
    public Task<IResult> ShowStaffIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}")] HttpRequest request) =>
        door.Serve("ShowStaffIdea", request);

    [Function("ShowScan")]
    public Task<IResult> ShowScan(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/scans/{naam}")] HttpRequest request) =>
        door.Serve("ShowScan", request);

    [Function("ShowReleaseMoney")]
    public Task<IResult> ShowReleaseMoney(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/vrijgeven")] HttpRequest request) =>
        door.Serve("ShowReleaseMoney", request);

    [Function("ReleaseMoney")]
    public Task<IResult> ReleaseMoney(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/vrijgeven")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ReleaseMoney", request, client);

    [Function("ShowEnterSignatures")]
    public Task<IResult> ShowEnterSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen")] HttpRequest request) =>
        door.Serve("ShowEnterSignatures", request);

    [Function("EnterSignatures")]
    public Task<IResult> EnterSignatures(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/handtekeningen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("EnterSignatures", request, client);

    [Function("ShowRemindNow")]
    public Task<IResult> ShowRemindNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/herinneren")] HttpRequest request) =>
        door.Serve("ShowRemindNow", request);

    [Function("RemindNow")]
    public Task<IResult> RemindNow(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/herinneren")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("RemindNow", request, client);

    [Function("ShowExtendTerm")]
    public Task<IResult> ShowExtendTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/verlengen")] HttpRequest request) =>
        door.Serve("ShowExtendTerm", request);

    [Function("ExtendTerm")]
    public Task<IResult> ExtendTerm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/verlengen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ExtendTerm", request, client);

    [Function("ShowReplaceReviewer")]
    public Task<IResult> ShowReplaceReviewer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/beoordelaar-vervangen")] HttpRequest request) =>
        door.Serve("ShowReplaceReviewer", request);

    [Function("ReplaceReviewer")]
    public Task<IResult> ReplaceReviewer(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/beoordelaar-vervangen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ReplaceReviewer", request, client);

    [Function("ShowRestartReview")]
    public Task<IResult> ShowRestartReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/beoordeling-opnieuw")] HttpRequest request) =>
        door.Serve("ShowRestartReview", request);

    [Function("RestartReview")]
    public Task<IResult> RestartReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/beoordeling-opnieuw")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("RestartReview", request, client);

    [Function("ShowCorrectAmount")]
    public Task<IResult> ShowCorrectAmount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/bedrag")] HttpRequest request) =>
        door.Serve("ShowCorrectAmount", request);

    [Function("CorrectAmount")]
    public Task<IResult> CorrectAmount(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/bedrag")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("CorrectAmount", request, client);

    [Function("ShowPauseIdea")]
    public Task<IResult> ShowPauseIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/pauzeren")] HttpRequest request) =>
        door.Serve("ShowPauseIdea", request);

    [Function("PauseIdea")]
    public Task<IResult> PauseIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/pauzeren")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("PauseIdea", request, client);

    [Function("ShowResumeIdea")]
    public Task<IResult> ShowResumeIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/hervatten")] HttpRequest request) =>
        door.Serve("ShowResumeIdea", request);

    [Function("ResumeIdea")]
    public Task<IResult> ResumeIdea(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/hervatten")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ResumeIdea", request, client);

    [Function("ShowErasePerson")]
    public Task<IResult> ShowErasePerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/wissen")] HttpRequest request) =>
        door.Serve("ShowErasePerson", request);

    [Function("ErasePerson")]
    public Task<IResult> ErasePerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/wissen")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("ErasePerson", request, client);

    [Function("ShowReceipt")]
    public Task<IResult> ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/bonnen/{naam}")] HttpRequest request) =>
        door.Serve("ShowReceipt", request);

    [Function("ShowAnswerOverrun")]
    public Task<IResult> ShowAnswerOverrun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/meerkosten")] HttpRequest request) =>
        door.Serve("ShowAnswerOverrun", request);

    [Function("AnswerOverrun")]
    public Task<IResult> AnswerOverrun(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/meerkosten")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("AnswerOverrun", request, client);

    [Function("ShowRedirectReferral")]
    public Task<IResult> ShowRedirectReferral(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/andere-afdeling")] HttpRequest request) =>
        door.Serve("ShowRedirectReferral", request);

    [Function("RedirectReferral")]
    public Task<IResult> RedirectReferral(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/andere-afdeling")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("RedirectReferral", request, client);

    [Function("ShowWriteNote")]
    public Task<IResult> ShowWriteNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "medewerkers/ideeen/{smederij}/{id}/notitie")] HttpRequest request) =>
        door.Serve("ShowWriteNote", request);

    [Function("WriteNote")]
    public Task<IResult> WriteNote(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "medewerkers/ideeen/{smederij}/{id}/notitie")] HttpRequest request, [DurableClient] DurableTaskClient client) =>
        door.Serve("WriteNote", request, client);
}
