using System.Net.Sockets;
using System.Text;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Crash;

public sealed class When_the_program_is_killed_while_a_photo_comes_in
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task What_was_sent_lies_in_the_data_folder_alone_and_is_gone_after_the_next_start()
    {
        using var folder = new TemporaryFolder();
        var temporary = folder.File("tijdelijk");
        using (var program = await KilledProgram.Start(folder.Path))
        {
            using var visitor = await BeginToSend(program.Http.BaseAddress!);
            using var patience = new CancellationTokenSource(Patience);
            while (!Directory.EnumerateFiles(temporary).Any(file => new FileInfo(file).Length > 0))
                await Task.Delay(20, patience.Token);
            program.Kill();
        }
        Directory.EnumerateFiles(temporary).ShouldNotBeEmpty();

        using var again = await KilledProgram.Start(folder.Path);
        Directory.EnumerateFiles(temporary).ShouldBeEmpty();
    }

    /// <summary>A form of a megabyte, of which half is sent.</summary>
    private static async Task<TcpClient> BeginToSend(Uri address)
    {
        var visitor = new TcpClient();
        await visitor.ConnectAsync(address.Host, address.Port);
        await visitor.GetStream().WriteAsync((byte[])
        [
            .. Encoding.ASCII.GetBytes(
                $"POST /smederijen/{Edition.Village}/ideeen/nieuw HTTP/1.1\r\nHost: {address.Authority}\r\nContent-Length: 1000000\r\n"
                + "Content-Type: multipart/form-data; boundary=grens\r\n\r\n"
                + "--grens\r\nContent-Disposition: form-data; name=\"bijlagen\"; filename=\"foto.png\"\r\n\r\n"),
            .. new byte[500_000],
        ]);
        return visitor;
    }
}
