using System.Diagnostics.Metrics;

namespace Smederijen.Portal.Watching;

/// <summary>
/// What both editions count, in the meter <see cref="MeterName"/>; the alerts in <c>docs/operations.md</c> read these names.
/// A host adds the gauges that it alone can read. No figure carries a person, a token or an address.
/// </summary>
public static class Figures
{
    public const string MeterName = "Smederijen";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Counter<long> Requests = Meter.CreateCounter<long>("smederijen.requests", description: "Answers, by endpoint and status.");

    private static readonly Counter<long> Decisions = Meter.CreateCounter<long>("smederijen.decisions", description: "Commands for ideas, by event and outcome.");

    private static readonly Counter<long> MailsFailed = Meter.CreateCounter<long>("smederijen.mail.failed", description: "Mails that were given up.");

    private static readonly Counter<long> MailsReturned = Meter.CreateCounter<long>(
        "smederijen.mail.returned", description: "Mails of which the mail service says that they did not arrive, by what became of that.");

    private static readonly Counter<long> LedgerRefusals = Meter.CreateCounter<long>(
        "smederijen.ledger.refused", description: "Bookings that would have gone beyond the envelope.");

    private static readonly Counter<long> RowsUnreadable = Meter.CreateCounter<long>(
        "smederijen.rows.unreadable", description: "Times that a row was met which this release cannot read.");

    public static void Answered(string endpoint, int status) => Requests.Add(1, new("endpoint", endpoint), new("status", status));

    public static void Decided(Type happening, Type outcome) => Decisions.Add(1, new("event", happening.Name), new("outcome", outcome.Name));

    public static void MailFailed() => MailsFailed.Add(1);

    /// <param name="outcome">Of a closed list, such as the name of a value of an enum.</param>
    public static void MailReturned(string outcome) => MailsReturned.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    public static void LedgerRefused() => LedgerRefusals.Add(1);

    public static void RowUnreadable() => RowsUnreadable.Add(1);
}
