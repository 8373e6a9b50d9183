namespace Smederijen.Portal.Delivery;

/// <summary>
/// Whether SendGrid wrote what was posted: ECDSA over P-256 and SHA-256 of the timestamp and the body as they came, as DER.
/// Source: Twilio SendGrid, "Getting Started with the Event Webhook Security Features".
/// </summary>
internal static class EventSignature
{
    public const string Header = "X-Twilio-Email-Event-Webhook-Signature";
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    private const int LongestSignature = 200;
    private const int LongestTimestamp = 20;

    /// <summary>Null when the setting is no key of this kind.</summary>
    public static ECDsa? KeyIn(string setting)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(setting), out _);
            if (key.KeySize == 256)
                return key;
        }
        catch (Exception e) when (e is FormatException or CryptographicException)
        {
            // It is told as a setting that is wrong.
        }
        key.Dispose();
        return null;
    }

    /// <summary>What the request brings to be checked by; null when it brings nothing that could be a signature.</summary>
    public static (byte[] Timestamp, byte[] Signature)? In(HttpRequest request)
    {
        var (signature, timestamp) = (request.Headers[Header].ToString(), request.Headers[TimestampHeader].ToString());
        var bytes = new byte[LongestSignature];
        return signature.Length is > 0 and <= LongestSignature && timestamp.Length is > 0 and <= LongestTimestamp
            && timestamp.All(char.IsAsciiDigit) && Convert.TryFromBase64String(signature, bytes, out var length)
                ? (Encoding.ASCII.GetBytes(timestamp), bytes[..length])
                : null;
    }

    public static bool Fits(ECDsa key, byte[] timestamp, byte[] body, byte[] signature) =>
        key.VerifyData((byte[])[.. timestamp, .. body], signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
}
