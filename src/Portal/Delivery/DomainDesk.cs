namespace Smederijen.Portal.Delivery;

/// <summary>
/// <c>GET /medewerkers/mail</c>: whether mail servers have reason to believe the mails of this installation, and whether it hears of mails
/// that do not arrive. Everything there is public, so all staff may look.
/// </summary>
public sealed class DomainDesk(AskDns ask, IOptions<DeliveryOptions> options)
{
    public const string Address = "/medewerkers/mail";

    /// <summary>For all questions together.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>Of names that nobody can have (RFC 2606): there is nothing to ask.</summary>
    private static readonly string[] Reserved = [".example", ".test", ".invalid", ".localhost"];

    public Task<IResult> Show(HttpContext http) => Page(http, Typed.Returned(http) ?? Typed.For(http), 200);

    internal async Task<IResult> Page(HttpContext http, Typed typed, int status)
    {
        var address = EmailAddress.Deliverable(options.Value.FromAddress);
        var domain = EmailAddress.WhatIsWrong(address) is null ? address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant() : null;
        var isExample = domain is not null && Array.Exists(Reserved, end => domain.EndsWith(end, StringComparison.Ordinal));
        var findings = domain is null || isExample ? [] : await Findings(domain, http.RequestAborted);
        return new PageOf<DomainPage>(
            new DomainModel(
                domain, isExample, findings, options.Value.EventKey.Length > 0, typed, http.May(StaffWork.Governing, null), http.Staff().Email ?? "",
                http.Request.Query.ContainsKey(TestMail.Sent)),
            status);
    }

    private async Task<IReadOnlyList<Finding>> Findings(string domain, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        var (spf, dmarc) = (ask(domain, patience.Token), Dmarc(domain, patience.Token));
        var selectors = options.Value.DkimSelector.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var dkim = selectors.DefaultIfEmpty("").Select(async selector => SendingDomain.JudgeDkim(
            domain, selector.Length == 0 ? [] : await ask(SendingDomain.DkimRecord(domain, selector), patience.Token), selector)).ToArray();
        return [SendingDomain.JudgeSpf(domain, await spf, options.Value.SpfInclude), .. await Task.WhenAll(dkim), await dmarc];
    }

    /// <summary>Of the domain itself, or else of the nearest one above it that has a record (RFC 7489, section 6.6.3).</summary>
    private async Task<Finding> Dmarc(string domain, CancellationToken cancellation)
    {
        var labels = domain.Split('.');
        for (var skipped = 0; skipped <= labels.Length - 2; skipped++)
        {
            var record = SendingDomain.DmarcRecord(string.Join('.', labels[skipped..]));
            var texts = await ask(record, cancellation);
            if (texts is null || SendingDomain.HasDmarc(texts))
                return SendingDomain.JudgeDmarc(domain, texts, record);
        }
        return SendingDomain.JudgeDmarc(domain, [], SendingDomain.DmarcRecord(domain));
    }
}

/// <param name="Domain">What mails come from; null when the settings name no sender.</param>
/// <param name="IsExample">Nobody can have such a domain.</param>
/// <param name="HearsBack">The mail service tells what does not arrive.</param>
/// <param name="MayTry">Whether the reader may have a test mail sent.</param>
/// <param name="Own">The mailbox of the reader; empty when their account names none.</param>
/// <param name="IsSent">A test mail just went out.</param>
public sealed record DomainModel(
    string? Domain, bool IsExample, IReadOnlyList<Finding> Findings, bool HearsBack, Typed Typed, Leave MayTry, string Own, bool IsSent)
{
    public bool IsGood => Findings.All(found => found.Standing is Standing.Good);
}
