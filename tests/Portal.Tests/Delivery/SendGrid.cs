using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Delivery;

/// <summary>SendGrid, as far as it tells what became of mails; its key is made here.</summary>
internal sealed class SendGrid : IDisposable
{
    public const string Address = "/sendgrid/gebeurtenissen";

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    /// <summary>A portal that hears back, and keeps its store with others, as on Azure.</summary>
    public Task<World> Begin() => World.Begin(services => services
        .Configure<DeliveryOptions>(options => options.EventKey = PublicKey)
        .Configure<PortalOptions>(options => (options.SharesStore, options.KeepsBoard) = (true, true)));

    /// <summary>One event as SendGrid writes it, about a mail.</summary>
    public static object Event(OutgoingMail mail, string happening, string id, string? status = null, string? classification = null) => new
    {
        email = mail.ToAddress,
        timestamp = 1772442000,
        sg_event_id = id,
        sg_message_id = "14c5d75ce93.dfd.64b469",
        @event = happening,
        type = "bounce",
        status,
        bounce_classification = classification,
        reason = $"550 {status} The email account {mail.ToAddress} does not exist",
        mail_id = mail.Id,
        retour = mail.Ticket,
    };

    public Task<Answer> Tell(World world, params object[] events) => Post(world, JsonSerializer.Serialize(events));

    public Task<Answer> Post(World world, string body, string timestamp = "1772442000", byte[]? signature = null) => Post(
        world, Encoding.UTF8.GetBytes(body), timestamp,
        Convert.ToBase64String(signature ?? Sign(Encoding.UTF8.GetBytes(timestamp + body))));

    public static Task<Answer> Post(World world, byte[] body, string timestamp, string signature) => world.NewBrowser().Ask(
        "POST", Address,
        new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        ("X-Twilio-Email-Event-Webhook-Signature", signature), ("X-Twilio-Email-Event-Webhook-Timestamp", timestamp));

    public byte[] Sign(byte[] data) => _key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    public void Dispose() => _key.Dispose();
}
