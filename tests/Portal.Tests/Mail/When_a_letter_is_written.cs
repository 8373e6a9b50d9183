using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Tests;
using Smederijen.Domain.Tests.Ideas;
using Smederijen.Portal.Ideas.Mailing;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;

namespace Smederijen.Portal.Tests.Mail;

public sealed partial class When_a_letter_is_written
{
    [Fact]
    public void People_read_what_was_approved()
    {
        var book = new StringBuilder();
        foreach (var (kind, role, letter) in LettersOfEveryStory.Written)
            book.Append($"=== {kind} to {role}\nOnderwerp: {letter.Subject}\n\n{LetterPress.Text(letter)}\n");
        Approved.Matches(book.ToString(), "letters");
    }

    [Fact]
    public void Every_mail_has_its_letter() =>
        LettersOfEveryStory.Written.Select(x => x.Kind).Distinct().ShouldBe(Enum.GetValues<MailKind>(), ignoreOrder: true);

    /// <summary>A mail that had to wait is written when the idea has moved on, and must not get stuck on that.</summary>
    [Fact]
    public void A_late_letter_can_still_be_written()
    {
        foreach (var (name, arrange) in EveryStateAndEvent.States)
        {
            var story = arrange();
            foreach (var kind in Enum.GetValues<MailKind>())
            {
                foreach (var role in Enum.GetValues<AddresseeRole>())
                    Letters.Write(kind, LettersOfEveryStory.FactsOf(story.Idea, new Addressee(role), story)).Paragraphs.ShouldNotBeEmpty($"{kind} to {role} in {name}");
            }
        }
    }

    [Fact]
    public async Task Both_parts_hold_the_same_words_and_links()
    {
        await using var world = await World.Begin();
        foreach (var (kind, role, letter) in LettersOfEveryStory.Written)
        {
            var html = await world.Get<LetterPress>().Html(letter);
            LetterLink[] links = [.. new[] { letter.Button }.OfType<LetterLink>(), .. letter.Also ?? []];

            string[] words =
            [
                letter.Greeting, .. letter.Paragraphs, .. (letter.Facts ?? []).SelectMany(fact => new[] { fact.Name, fact.Value }),
                .. links.Select(link => link.Words), "Met vriendelijke groet, De Smederijen",
            ];
            WordsOf(html).ShouldBe(string.Join(' ', words).Replace('\u00A0', ' '), $"{kind} to {role}");
            Hrefs().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))
                .ShouldBe(links.Select(link => link.Address.ToString()));

            var text = LetterPress.Text(letter);
            foreach (var piece in words[..^1].Concat(links.Select(link => link.Address.ToString())))
                text.ShouldContain(piece);
        }
    }

    [Fact]
    public void Residents_and_colleagues_are_addressed_as_such()
    {
        foreach (var (_, role, letter) in LettersOfEveryStory.Written)
            letter.Greeting.ShouldBe(role is AddresseeRole.Submitter or AddresseeRole.Supporter ? "Beste bewoner," : "Beste collega,");
    }

    /// <summary>Who wants to stop finds the way in every letter, for as long as the domain lets them.</summary>
    [Fact]
    public void The_submitter_can_withdraw_from_every_letter_while_that_can_be_done()
    {
        foreach (var (name, arrange) in EveryStateAndEvent.States)
        {
            var story = arrange();
            var offered = Letters.Write(MailKind.SupportReached, LettersOfEveryStory.FactsOf(story.Idea, Addressee.Submitter, story))
                .Also!.Any(link => link.Address.ToString().EndsWith("/Manage", StringComparison.Ordinal));
            offered.ShouldBe(story.When(at => new IdeaEvent.Withdrawn(at)).Last is IdeaDecision.Accepted, name);
        }
    }

    private static string WordsOf(string html) =>
        Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], " ")), " ").Trim();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("href=\"([^\"]*)\"")]
    private static partial Regex Hrefs();
}
