using System.Diagnostics;
using System.Net;
using Smederijen.LocalHost.Http;
using Smederijen.LocalHost.Tests.Crash;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Hostile;

/// <summary>However many come and send nothing, or 300 bytes a second: who comes after them is answered, and the program stays up.</summary>
public sealed class When_slow_senders_take_all_places : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(600)]
    [InlineData(1_010)]
    public async Task Half_open_connections_beyond_the_limit_on_files_end_nothing(int number)
    {
        using var program = await Limited(FileHandles.Least);
        using var senders = await SlowSenders.Come(program.Http.BaseAddress!, number, SlowSenders.HalfARequest);
        await ShouldBeAnsweredAtOnce(program);
    }

    [Theory]
    [InlineData("Head")]
    [InlineData("Form")]
    public async Task A_thousand_slow_senders_keep_nobody_out(string what)
    {
        using var program = await Limited(4096);
        using var senders = await SlowSenders.Come(program.Http.BaseAddress!, 1_010, what == "Head" ? SlowSenders.Head : SlowSenders.Form);
        await ShouldBeAnsweredAtOnce(program);
    }

    /// <summary>It has answered once: a supervisor asks again and again.</summary>
    private async Task<KilledProgram> Limited(int files)
    {
        var program = await KilledProgram.Start(
            [
                "bash", "-c", $"ulimit -n {files}; exec \"$@\"", "limited",
                "dotnet", StartedProgram.File, "--port", "0", "--data", _folder.Path, "--demo", "--empty",
            ],
            ("Portal__LimitRequests", "false"));
        using var http = new HttpClient { BaseAddress = program.Http.BaseAddress };
        (await http.GetAsync("/gezond")).StatusCode.ShouldBe(HttpStatusCode.OK);
        return program;
    }

    /// <summary>Each by a new connection; a page for people as well as the supervisor.</summary>
    private static async Task ShouldBeAnsweredAtOnce(KilledProgram program)
    {
        foreach (var path in Enumerable.Repeat<string[]>(["/gezond", "/klaar", "/"], 3).SelectMany(one => one))
        {
            using var http = new HttpClient { BaseAddress = program.Http.BaseAddress };
            var begin = Stopwatch.GetTimestamp();
            (await http.GetAsync(path)).StatusCode.ShouldBe(HttpStatusCode.OK, path);
            if (path == "/gezond")
                Stopwatch.GetElapsedTime(begin).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        }
        program.Complaints.ShouldAllBe(line => line.Contains("connections are in use"));
    }
}
