using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Text;

public sealed class Mail_addresses
{
    [Theory]
    [InlineData(" jan@voorbeeld.nl ", "jan@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.nl.", "jan@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.nl,", "jan@voorbeeld.nl")]
    [InlineData("mailto:jan@voorbeeld.nl", "jan@voorbeeld.nl")]
    [InlineData("Jan de Vries <jan@voorbeeld.nl>;", "jan@voorbeeld.nl")]
    [InlineData("\u200Bjan\u00AD@voorbeeld.nl\uFEFF", "jan@voorbeeld.nl")]
    [InlineData("jan\u00A0@ voorbeeld.nl", "jan@voorbeeld.nl")]
    [InlineData("jan‑piet@voor–beeld.nl", "jan-piet@voor-beeld.nl")]
    [InlineData("ｊａｎ＠ｖｏｏｒｂｅｅｌｄ．ｎｌ", "jan@voorbeeld.nl")]
    [InlineData("o’brien@voorbeeld.nl", "o'brien@voorbeeld.nl")]
    [InlineData("Jan+Buurt@Voorbeeld.NL", "Jan+Buurt@Voorbeeld.NL")]
    [InlineData("jan@bu\u0308cher.example", "jan@b\u00FCcher.example")]
    public void Are_tidied_and_stay_as_they_were_typed(string typed, string address)
    {
        EmailAddress.Tidied(typed).ShouldBe(address);
        EmailAddress.WhatIsWrong(address).ShouldBeNull();
    }

    [Theory]
    [InlineData("jan", "Er moet één @ in staan.")]
    [InlineData("jan@piet@voorbeeld.nl", "Er moet één @ in staan.")]
    [InlineData("@voorbeeld.nl", "Voor en na de @ moet iets staan.")]
    [InlineData("jan@", "Voor en na de @ moet iets staan.")]
    [InlineData("jan de vries@voorbeeld.nl", "Er staat een spatie in.")]
    [InlineData("jan..piet@voorbeeld.nl", "Er staan twee punten achter elkaar.")]
    [InlineData("jan@voorbeeld..nl", "Er staan twee punten achter elkaar.")]
    [InlineData("jan.@voorbeeld.nl", "Er staat een punt")]
    [InlineData(".jan@voorbeeld.nl", "Er staat een punt")]
    [InlineData("jan@.voorbeeld.nl", "Er staat een punt")]
    [InlineData("jan.@", "Voor en na de @ moet iets staan.")]
    [InlineData("jan@voorbeeld", "Na de @ ontbreekt een punt")]
    [InlineData("jan@-example.org", "een streepje op een plek waar dat niet kan")]
    [InlineData("jan@example-.org", "een streepje op een plek waar dat niet kan")]
    [InlineData("jan@voor_beeld.nl", "Na de @ staat een teken dat daar niet kan.")]
    [InlineData("jan@voorbeeld.1", "Het einde van het adres klopt niet.")]
    [InlineData("jan@127.0.0.1", "Het einde van het adres klopt niet.")]
    [InlineData("\"jan\"@voorbeeld.nl", "Voor de @ staat een teken dat daar niet kan.")]
    [InlineData("jän@voorbeeld.nl", "Voor de @ staat een teken dat daar niet kan.")]
    [InlineData("jan@[127.0.0.1]", "Na de @ staat een teken dat daar niet kan.")]
    [InlineData("jan@💩.la", "Na de @ staat een teken dat daar niet kan.")]
    public void That_cannot_be_are_refused_with_what_is_wrong(string typed, string what) =>
        EmailAddress.WhatIsWrong(EmailAddress.Tidied(typed)).ShouldNotBeNull(typed).ShouldContain(what);

    [Fact]
    public void That_are_too_long_are_refused()
    {
        EmailAddress.WhatIsWrong($"{new string('a', 65)}@voorbeeld.nl").ShouldBe("Het adres is te lang.");
        EmailAddress.WhatIsWrong($"jan@{new string('a', 64)}.nl").ShouldBe("Het adres is te lang.");
    }

    [Theory]
    [InlineData("JAN@Voorbeeld.NL", "jan@voorbeeld.nl")]
    [InlineData("jan+1@voorbeeld.nl", "jan@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.nl.", "jan@voorbeeld.nl")]
    [InlineData("j.a.n+x@googlemail.com", "jan@gmail.com")]
    [InlineData("jan-krant@yahoo.com", "jan@yahoo.com")]
    [InlineData("jan_de.vries@protonmail.com", "jandevries@proton.me")]
    [InlineData("krant@jan.fastmail.com", "jan@fastmail.com")]
    [InlineData("jan@me.com", "jan@icloud.com")]
    [InlineData("jan@bücher.example", "jan@xn--bcher-kva.example")]
    [InlineData("jan@BÜCHER.example", "jan@bu\u0308cher.example")]
    public void That_lead_to_one_mailbox_are_the_same(string one, string other) => EmailAddress.AreSame(one, other).ShouldBeTrue();

    [Theory]
    [InlineData("jan@voorbeeld.nl", "piet@voorbeeld.nl")]
    [InlineData("jan.piet@voorbeeld.nl", "janpiet@voorbeeld.nl")]
    [InlineData("jan-piet@voorbeeld.nl", "jan@voorbeeld.nl")]
    [InlineData("+1@voorbeeld.nl", "+2@voorbeeld.nl")]
    [InlineData("jan@voorbeeld.nl", "jan@voorbeeld.be")]
    public void That_may_be_two_people_stay_two(string one, string other) => EmailAddress.AreSame(one, other).ShouldBeFalse();

    [Fact]
    public void With_a_domain_in_other_letters_are_mailed_in_the_letters_of_every_computer() =>
        EmailAddress.Deliverable("Jan+1@bücher.example").ShouldBe("Jan+1@xn--bcher-kva.example");
}
