namespace Smederijen.Portal.Delivery;

/// <summary>How good one of the records is that tell mail servers whom to believe.</summary>
public enum Standing
{
    Good,

    /// <summary>It helps, and can be better.</summary>
    Weak,

    /// <summary>It is not there, or does the opposite of what it is for.</summary>
    Wrong,

    /// <summary>DNS did not answer, or a setting is missing: nobody can tell.</summary>
    Unknown,
}

/// <summary>What was found about one record, in words for who manages the domain.</summary>
/// <param name="Subject">What people call it: SPF.</param>
/// <param name="Record">Where it lies.</param>
public sealed record Finding(string Subject, string Record, Standing Standing, string Sentence);

/// <summary>
/// Judges what the domain that mails come from says about itself: which servers send for it (SPF, RFC 7208), which key signs (DKIM, RFC 6376)
/// and what becomes of mail that fits neither (DMARC, RFC 7489). The texts are those of the TXT records of a name; null when DNS did not answer.
/// </summary>
public static class SendingDomain
{
    private const string Spf = "SPF";
    private const string Dkim = "DKIM";
    private const string Dmarc = "DMARC";

    private const string AskAgain =
        "Wij kregen binnen 3 seconden geen antwoord van DNS. Wij weten dus niet of dit goed staat. Probeer het later opnieuw, "
        + "of vraag uw netwerkbeheerder of deze computer DNS mag vragen.";

    /// <param name="include">The name of the mail service in an SPF record; empty when it is not known.</param>
    public static Finding JudgeSpf(string domain, IReadOnlyList<string>? texts, string include)
    {
        Finding Found(Standing standing, string sentence) => new(Spf, domain, standing, sentence);
        if (texts is null)
            return Found(Standing.Unknown, AskAgain);
        string[][] records = [.. texts.Select(Terms).Where(terms => terms is ["v=spf1", ..])];
        var advice = include.Length > 0 ? $"v=spf1 include:{include} ~all" : "v=spf1 met uw mailservers en ~all";
        if (records.Length == 0)
            return Found(Standing.Wrong, $"Er is geen SPF. Vraag de beheerder van het domein om een TXT-record: {advice}");
        if (records.Length > 1)
            return Found(Standing.Wrong, "Er zijn twee of meer SPF-records. Dan telt er geen. Maak er één van.");
        var end = records[0].FirstOrDefault(term => term is "all" or "+all" or "?all" or "~all" or "-all");
        if (end is "all" or "+all")
            return Found(Standing.Wrong, "Met +all mag iedereen uit naam van dit domein mailen. Maak er ~all of -all van.");
        if (include.Length > 0 && !records[0].Any(term => term.TrimStart('+') == $"include:{include.ToLowerInvariant()}"))
            return Found(Standing.Weak, $"De maildienst staat er niet in. Voeg include:{include} toe. Verstuurt de dienst onder een eigen naam "
                + "van uw domein (zoals em1234)? Dan hoeft dat niet: DKIM moet dan wel goed staan.");
        if (records[0].Any(term => term.StartsWith("redirect=", StringComparison.Ordinal)))
            return Found(Standing.Good, "De regels staan bij een ander domein. Dat is goed, als ze daar kloppen.");
        return end is "~all" or "-all"
            ? Found(Standing.Good, "Dit staat goed.")
            : Found(Standing.Weak, "Er staat niet wat er moet gebeuren met mail van anderen. Zet ~all of -all aan het einde.");
    }

    /// <param name="selector">The name of the key; empty when it is not known.</param>
    public static Finding JudgeDkim(string domain, IReadOnlyList<string>? texts, string selector)
    {
        Finding Found(Standing standing, string sentence) => new(Dkim, DkimRecord(domain, selector), standing, sentence);
        if (selector.Length == 0)
            return new(Dkim, $"_domainkey.{domain}", Standing.Unknown,
                "Wij weten niet hoe de sleutel heet. Vraag het bij de maildienst, en zet het in de instelling Mail__DkimSelector (bijvoorbeeld s1).");
        if (texts is null)
            return Found(Standing.Unknown, AskAgain);
        var keys = texts.Select(Tags).Where(tags => tags.ContainsKey("p") && tags.GetValueOrDefault("v", "DKIM1") == "DKIM1").ToList();
        if (keys.Count == 0)
            return Found(Standing.Wrong, "Er is geen sleutel. Vraag de beheerder van het domein om de records die de maildienst opgeeft.");
        if (keys.Count > 1)
            return Found(Standing.Wrong, "Er zijn twee of meer sleutels op deze plek. Laat er één staan.");
        if (keys[0]["p"].Length == 0)
            return Found(Standing.Wrong, "De sleutel is ingetrokken. Laat de maildienst een nieuwe maken, en zet die in DNS.");
        return keys[0].GetValueOrDefault("t", "").Split(':').Contains("y")
            ? Found(Standing.Weak, "De sleutel staat op proef (t=y). Dan telt hij bij veel ontvangers niet. Haal t=y weg.")
            : Found(Standing.Good, "Dit staat goed.");
    }

    /// <param name="record">Where the record was found: at the domain, or at one above it.</param>
    public static Finding JudgeDmarc(string domain, IReadOnlyList<string>? texts, string record)
    {
        Finding Found(Standing standing, string sentence) => new(Dmarc, record, standing, sentence);
        if (texts is null)
            return Found(Standing.Unknown, AskAgain);
        var records = texts.Select(Tags).Where(IsDmarc).ToList();
        if (records.Count == 0)
            return Found(Standing.Wrong, "Er is geen DMARC. Grote maildiensten weigeren dan mail. Vraag de beheerder van het domein om "
                + "een TXT-record: v=DMARC1; p=none; rua=mailto: en een adres voor de rapporten.");
        if (records.Count > 1)
            return Found(Standing.Wrong, "Er zijn twee of meer DMARC-records. Dan telt er geen. Laat er één staan.");
        var own = records[0].GetValueOrDefault("p", "");
        var policy = record == DmarcRecord(domain) ? own : records[0].GetValueOrDefault("sp", own);
        return policy.ToLowerInvariant() switch
        {
            "reject" => Found(Standing.Good, "Dit staat goed: mail die niet van u is, wordt geweigerd."),
            "quarantine" => Found(Standing.Good, "Dit staat goed: mail die niet van u is, komt bij de ongewenste mail."),
            "none" => Found(Standing.Weak, "Er wordt alleen gemeten (p=none): anderen kunnen nog uit uw naam mailen. Kloppen de rapporten? "
                + "Maak er dan p=quarantine van, en later p=reject."),
            _ => Found(Standing.Wrong, "Er staat niet wat er moet gebeuren met mail die niet van u is. Zet er p=none, p=quarantine of p=reject in."),
        };
    }

    public static string DkimRecord(string domain, string selector) => $"{selector}._domainkey.{domain}";

    public static string DmarcRecord(string domain) => $"_dmarc.{domain}";

    public static bool HasDmarc(IReadOnlyList<string> texts) => texts.Select(Tags).Any(IsDmarc);

    private static bool IsDmarc(IReadOnlyDictionary<string, string> tags) => tags.GetValueOrDefault("v") == "DMARC1";

    private static string[] Terms(string text) => text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The parts <c>name=value</c> between semicolons, without spaces; the first of each name counts.</summary>
    private static Dictionary<string, string> Tags(string text) => text.Split(';')
        .Select(tag => tag.Split('=', 2)).Where(tag => tag.Length == 2)
        .DistinctBy(tag => tag[0].Trim())
        .ToDictionary(tag => tag[0].Trim(), tag => tag[1].Replace(" ", "", StringComparison.Ordinal), StringComparer.Ordinal);
}
