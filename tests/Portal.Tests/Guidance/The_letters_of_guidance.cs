using System.Text;
using Smederijen.Domain.Tests;
using Smederijen.Domain.Tests.Ideas;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;

namespace Smederijen.Portal.Tests.Guidance;

public sealed class The_letters_of_guidance
{
    private static readonly Uri Portal = new("https://smederijen.example.nl");

    [Fact]
    public void About_a_request_for_help_read_as_approved() => Approve("letters-help",
        HelpMail.Write(Request(reminders: 0), ASmederij.WithDefaults(), Portal),
        HelpMail.Write(Request(reminders: 1), ASmederij.WithDefaults(), Portal));

    [Fact]
    public void To_the_initiatiefgroep_read_as_approved() => Approve("letters-initiatiefgroep",
        GroupWork.Write(ASmederij.WithDefaults(), confirmed: false, Portal, new Uri(Portal, "/link/Group")),
        GroupWork.Write(ASmederij.WithDefaults(), confirmed: true, Portal, new Uri(Portal, "/link/Group")));

    private static HelpRequest Request(int reminders) => new(
        "hulp1", World.Monday, new DateOnly(2026, 3, 4), "middag", "Geert Bos", "06 12 34 56 78", "Een jeu-de-boulesbaan", World.Monday.AddDays(3), reminders);

    private static void Approve(string name, params IEnumerable<Letter> letters)
    {
        var book = new StringBuilder();
        foreach (var letter in letters)
            book.Append($"===\nOnderwerp: {letter.Subject}\n\n{LetterPress.Text(letter)}\n");
        Approved.Matches(book.ToString(), name);
    }
}
