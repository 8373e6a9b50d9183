using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Forms;

public class When_a_form_comes_back_with_errors
{
    private static readonly FormErrors Errors = new()
    {
        { "titel", "Geef uw idee een titel." },
        { "keuze", "Kies wat u vindt." },
    };

    private static readonly Choice[] Choices =
    [
        new("geschikt", "Geschikt"),
        new("niet-geschikt", "Niet geschikt", "Leg hieronder uit waarom."),
    ];

    [Fact]
    public void The_summary_stands_above_the_content_has_the_focus_and_links_to_each_field()
    {
        var page = Page.Html<Document>(new { Title = "Dien uw idee in", Errors, ChildContent = Page.Text("Inhoud") });

        page.ShouldContain("<title>Fout: Dien uw idee in - De Smederijen</title>");
        page.ShouldContain(
            """
            <main class="utrecht-page-body__content smederij-main" id="inhoud" tabindex="-1"><div class="utrecht-alert utrecht-alert--error smederij-alert smederij-errors" id="fouten" tabindex="-1" autofocus><div class="utrecht-alert__content" role="alert"><h2>Er zijn 2 dingen niet goed ingevuld</h2><ul><li><a href="#veld-titel">Geef uw idee een titel.</a></li><li><a href="#veld-keuze">Kies wat u vindt.</a></li></ul></div></div>
            """);
    }

    [Fact]
    public void An_error_of_the_form_as_a_whole_has_no_link() =>
        Page.Html<Document>(new { Title = "Steun", Errors = new FormErrors { { "", "Probeer het over een uur opnieuw." } } })
            .ShouldContain("<h2>Let op</h2><ul><li>Probeer het over een uur opnieuw.</li></ul>");

    [Fact]
    public void A_text_field_keeps_what_was_typed_and_says_what_is_wrong() =>
        Page.WithErrors<TextField>(Errors, new { Label = "Titel", Name = "titel", Value = "<b>", Hint = "Kort.", MaxLength = 80 }).ShouldBe(
            """
            <div class="utrecht-form-field utrecht-form-field--invalid"><div class="utrecht-form-field__label"><label class="utrecht-form-label" for="veld-titel">Titel</label></div><div class="utrecht-form-field-description utrecht-form-field__description" id="veld-titel-uitleg">Kort.</div><div class="utrecht-form-field-error-message utrecht-form-field__error-message" id="veld-titel-fout"><span class="smederij-visually-hidden">Fout: </span>Geef uw idee een titel.</div><div class="utrecht-form-field__input"><input class="utrecht-textbox utrecht-textbox--html-input" id="veld-titel" name="titel" type="text" value="&lt;b&gt;" maxlength="80" aria-describedby="veld-titel-uitleg veld-titel-fout" aria-invalid="true" aria-required="true" /></div></div>
            """);

    [Fact]
    public void Files_have_to_be_chosen_again()
    {
        var errors = new FormErrors { CameBack = true };
        errors.Add("titel", "Geef uw idee een titel.");

        Page.WithErrors<FileField>(errors, new { Label = "Foto's", Name = "fotos", Hint = "Hoogstens 5." })
            .ShouldContain(">Hoogstens 5. Had u al iets gekozen? Kies het dan opnieuw.</div>");
    }

    [Fact]
    public void A_text_area_keeps_an_empty_first_line() =>
        Page.WithErrors<TextArea>(Errors, new { Label = "Beschrijving", Name = "beschrijving", Value = "\nna een lege regel" })
            .ShouldContain(">&#xA;&#xA;na een lege regel</textarea>");

    [Fact]
    public void A_group_of_choices_has_nothing_chosen_and_its_first_choice_answers_the_link()
    {
        var group = Page.WithErrors<RadioGroup>(Errors, new { Label = "Wat vindt u?", Name = "keuze", Choices });

        group.ShouldStartWith(
            """
            <fieldset class="utrecht-form-fieldset utrecht-form-fieldset--html-fieldset utrecht-form-fieldset--invalid" role="radiogroup" aria-describedby="veld-keuze-fout" aria-invalid="true"><legend class="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">Wat vindt u?</legend>
            """);
        group.ShouldContain("""type="radio" id="veld-keuze" name="keuze" value="geschikt" />""");
        group.ShouldContain(
            """type="radio" id="veld-keuze-niet-geschikt" name="keuze" value="niet-geschikt" aria-describedby="veld-keuze-niet-geschikt-beschrijving" />""");
        group.ShouldContain("""<div class="utrecht-form-field-description utrecht-form-field__description" id="veld-keuze-niet-geschikt-beschrijving">Leg hieronder uit waarom.</div>""");
        group.ShouldNotContain("checked");
    }

    [Fact]
    public void A_field_without_an_error_is_not_marked() =>
        Page.WithErrors<TextField>(Errors, new { Label = "Uw naam", Name = "naam", Optional = true }).ShouldBe(
            """
            <div class="utrecht-form-field"><div class="utrecht-form-field__label"><label class="utrecht-form-label" for="veld-naam">Uw naam<span class="smederij-optional"> (niet verplicht)</span></label></div><div class="utrecht-form-field__input"><input class="utrecht-textbox utrecht-textbox--html-input" id="veld-naam" name="naam" type="text" /></div></div>
            """);

    [Fact]
    public void What_was_chosen_stays_chosen()
    {
        Page.WithErrors<RadioGroup>(Errors, new { Label = "Wat vindt u?", Name = "keuze", Choices, Value = "geschikt" })
            .ShouldContain("""value="geschikt" checked""");
        Page.WithErrors<CheckboxGroup>(Errors, new { Label = "Kies", Name = "idee", Choices, Values = new[] { "niet-geschikt" } })
            .ShouldContain("""value="niet-geschikt" checked""");
        Page.WithErrors<SelectField>(Errors, new { Label = "Fase", Name = "fase", Choices, Value = "niet-geschikt" })
            .ShouldContain("""<option value="niet-geschikt" selected>""");
    }
}
