using Smederijen.Portal.Forms;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Forms;

public class A_form_is_sent
{
    [Fact]
    public void With_the_id_of_the_attempt_and_without_the_messages_of_the_browser() =>
        Page.Html<Form>(new { Action = "/ideeen", CommandId = "0192" }).ShouldBe(
            """<form method="post" action="/ideeen" novalidate><input type="hidden" name="opdracht" value="0192" /></form>""");

    [Fact]
    public void As_multipart_when_it_takes_files()
    {
        Page.Html<Form>(new { Action = "/ideeen", Files = true }).ShouldContain("enctype=\"multipart/form-data\"");
        Page.Html<FileField>(new { Label = "Foto's", Name = "bijlagen", Multiple = true, Accept = "image/jpeg" })
            .ShouldContain("""name="bijlagen" type="file" accept="image/jpeg" multiple />""");
    }

    [Fact]
    public void By_a_button_that_tells_which_one_it_was() =>
        Page.Html<SubmitButton>(new { Kind = ButtonKind.Danger, Name = "stap", Value = "stop", ChildContent = Page.Text("Stop") }).ShouldBe(
            """<button class="utrecht-button utrecht-button--primary-action utrecht-button--danger" type="submit" name="stap" value="stop">Stop</button>""");

    [Fact]
    public void With_a_trap_that_people_cannot_reach() =>
        Page.Html<Trap>().ShouldBe(
            """<div class="smederij-trap" aria-hidden="true"><label>Laat dit veld leeg <input name="website" type="text" tabindex="-1" autocomplete="off" /></label></div>""");
}
