using System.Text;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Tests;
using Smederijen.Domain.Tests.Plans;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans.Mailing;

namespace Smederijen.Portal.Tests.Plans;

public sealed class The_letters_of_plans
{
    [Fact]
    public void Read_as_approved()
    {
        var book = new StringBuilder();
        foreach (var (kind, role, letter) in LettersOfEveryPlan.Written)
            book.Append($"=== {kind} to {role}\nOnderwerp: {letter.Subject}\n\n{LetterPress.Text(letter)}\n");
        Approved.Matches(book.ToString(), "letters-plans");
    }

    [Fact]
    public void Are_there_for_every_mail() =>
        LettersOfEveryPlan.Written.Select(x => x.Kind).Distinct().ShouldBe(Enum.GetValues<PlanMailKind>(), ignoreOrder: true);

    /// <summary>A mail that had to wait is written when the plan has moved on, and must not get stuck on that.</summary>
    [Fact]
    public void Can_still_be_written_late()
    {
        foreach (var (name, arrange) in EveryPlanStateAndEvent.States)
        {
            var story = arrange();
            foreach (var kind in Enum.GetValues<PlanMailKind>())
            {
                foreach (var role in Enum.GetValues<PlanRole>())
                    PlanLetters.Write(kind, LettersOfEveryPlan.FactsOf(story, new PlanAddressee(role))).Paragraphs.ShouldNotBeEmpty($"{kind} to {role} in {name}");
            }
        }
    }

    /// <summary>A working group holds professionals and organisations too, and a partner is an organisation.</summary>
    [Fact]
    public void Address_each_reader_as_what_they_are()
    {
        foreach (var (kind, role, letter) in LettersOfEveryPlan.Written)
        {
            letter.Greeting.ShouldBe((kind, role) switch
            {
                (_, PlanRole.Gebiedsregisseur) => "Beste collega,",
                (_, PlanRole.Partner) => "Beste partner,",
                (_, PlanRole.WorkingGroup) => "Beste lid van de werkgroep,",
                (PlanMailKind.ConfirmPlan, _) => "Beste indiener,",
                (_, PlanRole.Supporter) => "Beste bewoner,",
                _ => "Goedendag,",
            });
        }
    }

    [Fact]
    public void Say_where_a_question_can_go()
    {
        foreach (var (kind, role, letter) in LettersOfEveryPlan.Written.Where(x => x.Role != PlanRole.Gebiedsregisseur))
            letter.Also.ShouldNotBeNull($"{kind} to {role}").ShouldContain(link => link.Words == "Wie u kunt bellen of mailen");
    }
}
