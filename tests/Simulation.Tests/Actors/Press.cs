using Smederijen.Domain.Ideas;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Http;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;
using Smederijen.Simulation.Tests.Faults;
using Smederijen.Simulation.Tests.Invariants;

namespace Smederijen.Simulation.Tests.Actors;

/// <summary>
/// One press of a button. People whose connection broke press again, mostly; networks bring a press twice, and late. All of
/// that carries the same command id, as a form does.
/// </summary>
internal sealed class Press(Simulation simulation, string what, Func<Process, string, Task<Answer>> post)
{
    private readonly string _command = $"press-{simulation.Random.NextInt64():x}";

    /// <summary>What the portal promised when it accepted this.</summary>
    public Promise? Promise { get; init; }

    /// <summary>Hears once that it is done.</summary>
    public Action? Accepted { get; init; }

    private bool _accepted;

    public async Task Deliver()
    {
        if (simulation.Accidents.PostComesTwice())
            simulation.Within(TimeSpan.Zero, TimeSpan.FromDays(2), Once);
        await Once();
    }

    private async Task Once()
    {
        var answer = await simulation.Site.Visit(process => post(process, _command));
        simulation.Trace.Add($"{simulation.Now:u} {what}: {(answer is null ? "no answer" : $"{answer.Status}")}");
        if (answer is null)
            TryAgain();
        else if (answer.Status is 303)
            Accept();
        else if (answer.Status is not (200 or 404 or 409 or 410))
            throw new Violation($"{what} is answered with {answer.Status}: {answer.Words}");
    }

    private void TryAgain()
    {
        if (!simulation.Chance(0.8))
            return;
        simulation.Tally.Retries++;
        simulation.Within(TimeSpan.FromSeconds(10), TimeSpan.FromHours(3), Once);
    }

    private void Accept()
    {
        if (_accepted)
            return;
        _accepted = true;
        if (Promise is not null)
            Promise.Accepted = true;
        Accepted?.Invoke();
    }
}

/// <summary>The ways in which people reach the portal.</summary>
internal static class Ways
{
    /// <summary>Opens the link of a mail that leads to this page, and posts the form there.</summary>
    public static Task<Answer> Through(this Process process, ReceivedMail mail, string page, object form, string query = "",
        params (string, string, byte[])[] files) =>
        process.Through(mail.Mail, page, form, query, files);

    /// <summary>The same for any mail.</summary>
    /// <param name="query">What the page of the link is asked beside its own address.</param>
    public static Task<Answer> Through(this Process process, OutgoingMail mail, string page, object form, string query = "",
        params (string, string, byte[])[] files) =>
        process.Through(mail.Links(), page, form, query, files);

    /// <summary>The same for some of the links of a mail.</summary>
    public static async Task<Answer> Through(this Process process, IReadOnlyList<string> links, string page, object form, string query = "",
        params (string, string, byte[])[] files)
    {
        var browser = process.NewBrowser();
        foreach (var link in links)
        {
            var opened = await browser.Get(link);
            if (opened.Status != 303 || opened.Location.StartsWith($"/{page}/", StringComparison.Ordinal))
                return opened.Status != 303 ? opened
                    : files.Length > 0 ? await browser.PostWithFiles(opened.Location + query, form, files)
                    : await browser.Post(opened.Location + query, form);
        }
        return Said(404);
    }

    /// <summary>A browser in which somebody of the staff is signed in.</summary>
    public static Browser AsStaff(this Process process, string name) =>
        process.NewBrowser(new StaffMember(name, name, new HashSet<string> { StaffRoles.Medewerker }));

    /// <summary>Posts the form of a staff action, signed in.</summary>
    public static async Task<Answer> AsStaff(
        this Process process, string name, IdeaKey idea, string action, Dictionary<string, string> form, byte[]? scan = null)
    {
        var browser = process.AsStaff(name);
        var page = $"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/{action}";
        var answer = OfToday(scan is null ? await browser.Post(page, form) : await browser.PostWithFiles(page, form, "scan", ("lijst.png", scan)));
        return answer.Location.Contains("al-zo", StringComparison.Ordinal) ? Said(200) : answer;
    }

    /// <summary>The fields of a form, and one more.</summary>
    public static Dictionary<string, string> With(this object form, string field, string value) => form is Dictionary<string, string> fields
        ? new(fields) { [field] = value }
        : new(form.GetType().GetProperties().Select(property => KeyValuePair.Create(property.Name, $"{property.GetValue(form)}"))) { [field] = value };

    /// <summary>Lets staff do what a page of theirs would.</summary>
    public static async Task<Answer> Decide(this Process process, IdeaKey idea, string command, Func<DateTimeOffset, IdeaEvent> happening) =>
        await process.Get<IdeaItems>().Handle(idea, CommandId.From(command), happening) switch
        {
            Outcome<Refusal>.Done => Said(303),
            Outcome<Refusal>.AlreadySo => Said(200),
            Outcome<Refusal>.Refused => Said(409),
            _ => Said(404),
        };

    /// <summary>A form of yesterday may not fit what it is about today: that is said as an error of the form.</summary>
    public static Answer OfToday(Answer answer) => answer.Status == 400 ? Said(409) : answer;

    public static Answer Said(int status) => new("", status, new Microsoft.AspNetCore.Http.HeaderDictionary(), []);
}
