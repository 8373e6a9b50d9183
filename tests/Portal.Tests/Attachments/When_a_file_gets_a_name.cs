using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Attachments;

public class When_a_file_gets_a_name
{
    [Fact]
    public void It_is_the_id_and_the_kind()
    {
        new AttachmentName("k3v9x", FileKind.Jpeg).ToString().ShouldBe("k3v9x.jpg");
        new AttachmentName("0", FileKind.Pdf).ToString().ShouldBe("0.pdf");
    }

    [Fact]
    public void It_is_read_back_from_an_address()
    {
        foreach (var kind in FileKind.All)
        {
            AttachmentName.Parse($"k3v9x.{kind.Extension}").ShouldBe(new AttachmentName("k3v9x", kind));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("../k3v9x")]
    [InlineData("K3")]
    [InlineData("vakantie foto")]
    [InlineData("é")]
    public void Nothing_else_is_an_id(string id) => Should.Throw<ArgumentException>(() => new AttachmentName(id, FileKind.Png));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".jpg")]
    [InlineData("k3v9x")]
    [InlineData("k3v9x.exe")]
    [InlineData("k3v9x.JPG")]
    [InlineData("k3v9x.jpg.jpg")]
    [InlineData("../k3v9x.jpg")]
    [InlineData("k3v9x.jpg\0")]
    public void Nothing_else_is_a_name(string? text) => AttachmentName.Parse(text).ShouldBeNull();
}
