using System.Net.Sockets;
using DnsClient;

namespace Smederijen.Portal.Delivery;

/// <summary>Asks for the TXT records of a name: empty when it has none, null when there was no answer in time.</summary>
public delegate Task<IReadOnlyList<string>?> AskDns(string name, CancellationToken cancellation);

/// <summary>The DNS of the machine.</summary>
internal static class DnsTexts
{
    /// <summary>More than any name has for good; what lies beyond is not looked at.</summary>
    private const int Most = 50;

    /// <summary>Whatever goes wrong is no answer, be it that the machine has no DNS at all.</summary>
    public static async Task<IReadOnlyList<string>?> Ask(string name, CancellationToken cancellation)
    {
        try
        {
            var client = new LookupClient(new LookupClientOptions { UseCache = false, Retries = 0, Timeout = DomainDesk.Patience });
            var answer = await client.QueryAsync(name, QueryType.TXT, cancellationToken: cancellation).WaitAsync(cancellation);
            return answer.HasError && answer.Header.ResponseCode is not DnsHeaderResponseCode.NotExistentDomain
                ? null
                : [.. answer.Answers.TxtRecords().Take(Most).Select(record => string.Concat(record.Text))];
        }
        catch (Exception failure) when (failure is DnsResponseException or SocketException or OperationCanceledException
            or InvalidOperationException or ArgumentException)
        {
            return null;
        }
    }
}
