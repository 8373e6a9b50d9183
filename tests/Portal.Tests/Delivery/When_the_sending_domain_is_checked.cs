using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Delivery;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Staff;

namespace Smederijen.Portal.Tests.Delivery;

/// <summary>Whether mail servers have reason to believe our mails is told plainly, and never guessed.</summary>
public sealed class When_the_sending_domain_is_checked
{
    private const string Domain = "smederijen.gemeente.nl";

    [Theory]
    [InlineData(Standing.Good, "v=spf1 include:sendgrid.net ~all")]
    [InlineData(Standing.Good, "iets anders|V=SPF1  +include:SendGrid.net -ALL")]
    [InlineData(Standing.Good, "v=spf1 include:sendgrid.net redirect=_spf.gemeente.nl")]
    [InlineData(Standing.Weak, "v=spf1 mx -all")]
    [InlineData(Standing.Weak, "v=spf1 include:sendgrid.net.elders.nl -all")]
    [InlineData(Standing.Weak, "v=spf1 include:sendgrid.net")]
    [InlineData(Standing.Weak, "v=spf1 include:sendgrid.net ?all")]
    [InlineData(Standing.Wrong, "v=spf1 include:sendgrid.net +all")]
    [InlineData(Standing.Wrong, "v=spf1 all")]
    [InlineData(Standing.Wrong, "v=spf1 -all|v=spf1 include:sendgrid.net -all")]
    [InlineData(Standing.Wrong, "v=spf10 -all")]
    [InlineData(Standing.Wrong, "")]
    [InlineData(Standing.Unknown, null)]
    public void Who_may_send_is_judged(Standing standing, string? texts) =>
        SendingDomain.JudgeSpf(Domain, Texts(texts), "sendgrid.net").Standing.ShouldBe(standing);

    [Theory]
    [InlineData(Standing.Good, "v=DKIM1; k=rsa; p=MIGf MA0G")]
    [InlineData(Standing.Good, "k=rsa; t=s; p=MIGfMA0G")]
    [InlineData(Standing.Weak, "v=DKIM1; t=y:s; p=MIGfMA0G")]
    [InlineData(Standing.Wrong, "v=DKIM1; p=")]
    [InlineData(Standing.Wrong, "v=DKIM2; p=MIGfMA0G")]
    [InlineData(Standing.Wrong, "p=een|p=twee")]
    [InlineData(Standing.Wrong, "")]
    [InlineData(Standing.Unknown, null)]
    public void The_key_that_signs_is_judged(Standing standing, string? texts) =>
        SendingDomain.JudgeDkim(Domain, Texts(texts), "s1").Standing.ShouldBe(standing);

    [Theory]
    [InlineData(Standing.Good, "v=DMARC1; p=reject")]
    [InlineData(Standing.Good, "v=DMARC1;p=quarantine;rua=mailto:a@b.nl")]
    [InlineData(Standing.Weak, "v=DMARC1; p=none")]
    [InlineData(Standing.Wrong, "v=DMARC1; p=alles")]
    [InlineData(Standing.Wrong, "v=DMARC1")]
    [InlineData(Standing.Wrong, "v=DMARC1; p=none|v=DMARC1; p=reject")]
    [InlineData(Standing.Wrong, "dmarc")]
    [InlineData(Standing.Unknown, null)]
    public void What_becomes_of_mail_of_others_is_judged(Standing standing, string? texts) =>
        SendingDomain.JudgeDmarc(Domain, Texts(texts), $"_dmarc.{Domain}").Standing.ShouldBe(standing);

    [Fact]
    public void The_word_of_a_domain_above_counts_for_what_lies_below() =>
        SendingDomain.JudgeDmarc(Domain, ["v=DMARC1; p=reject; sp=none"], "_dmarc.gemeente.nl").Standing.ShouldBe(Standing.Weak);

    [Fact]
    public async Task The_page_asks_for_the_names_that_count_and_says_how_each_stands()
    {
        var asked = new ConcurrentDictionary<string, string?>(StringComparer.Ordinal)
        {
            [Domain] = "v=spf1 include:sendgrid.net -all",
            [$"s1._domainkey.{Domain}"] = "v=DKIM1; p=MIGf",
            [$"s2._domainkey.{Domain}"] = "",
            ["_dmarc.gemeente.nl"] = "v=DMARC1; p=none",
        };
        await using var world = await Asking((name, _) => Task.FromResult(Texts(asked.GetOrAdd(name, ""))));
        var page = (await world.Anna().Get("/medewerkers/mail")).ShouldHave(200).Words;
        foreach (var words in (string[])["Dit staat goed.", "Er is geen sleutel.", "Er wordt alleen gemeten (p=none)", "_dmarc.gemeente.nl"])
            page.ShouldContain(words);
        asked.Keys.Order(StringComparer.Ordinal).ShouldBe(new[]
        {
            "_dmarc.gemeente.nl", $"_dmarc.{Domain}", $"s1._domainkey.{Domain}", $"s2._domainkey.{Domain}", Domain,
        }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Where_DNS_gives_no_answer_the_page_says_that_nobody_knows()
    {
        await using var world = await Asking((_, _) => Task.FromResult<IReadOnlyList<string>?>(null));
        var page = (await world.Anna().Get("/medewerkers/mail")).ShouldHave(200).Words;
        page.ShouldContain("Wij kregen binnen 3 seconden geen antwoord van DNS.");
        page.ShouldNotContain("Dit staat goed.");
        page.ShouldNotContain("Er is geen SPF");
    }

    /// <summary>Here with questions that only giving up ends.</summary>
    [Fact]
    public async Task It_gives_up_in_time()
    {
        await using var world = await Asking(async (_, giveUp) =>
        {
            await Task.Delay(Timeout.Infinite, giveUp).ContinueWith(_ => { }, TaskScheduler.Default);
            return null;
        });
        (await world.Anna().Get("/medewerkers/mail")).ShouldHave(200).Words.ShouldContain("geen antwoord van DNS");
    }

    [Theory]
    [InlineData("", "Er is geen afzender ingesteld")]
    [InlineData("smederijen@voorbeeld.example", "Dit is een voorbeeldadres")]
    public async Task Of_a_sender_that_nobody_can_be_nothing_is_asked(string sender, string words)
    {
        await using var world = await Asking((name, _) => throw new ShouldAssertException($"{name} was asked for"), sender);
        (await world.Anna().Get("/medewerkers/mail")).ShouldHave(200).Words.ShouldContain(words);
    }

    private static Task<World> Asking(AskDns ask, string sender = $"smederijen@{Domain}") => World.Begin(services => services
        .AddSingleton(ask)
        .Configure<DeliveryOptions>(options =>
            (options.FromAddress, options.DkimSelector, options.SpfInclude) = (sender, "s1, s2", "sendgrid.net")));

    /// <summary>Texts with bars between them; none for an empty text.</summary>
    private static IReadOnlyList<string>? Texts(string? texts) => texts?.Split('|', StringSplitOptions.RemoveEmptyEntries);
}
