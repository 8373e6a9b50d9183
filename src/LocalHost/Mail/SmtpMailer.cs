using MimeKit;

namespace Smederijen.LocalHost.Mail;

/// <summary>
/// Hands mail to the relay by SMTP. What waits lies in the store, as the effects that are not done yet; there is no queue here. A few connections
/// at a time, kept for as long as one mail follows the other. When the relay is gone, or asks for patience, all mail leaves it alone for a moment.
/// </summary>
public sealed class SmtpMailer : IMailer, IDisposable
{
    private readonly SmtpSettings _settings;
    private readonly Sender _from;
    private readonly TimeProvider _clock;
    private readonly SemaphoreSlim _places;
    private readonly ITimer _tidying;
    private readonly Lock _gate = new();
    private readonly Stack<SmtpLine> _free = [];
    private (DateTimeOffset Until, string Why) _rest;
    private bool _isOver;

    public SmtpMailer(SmtpSettings settings, Sender from, TimeProvider clock)
    {
        (_settings, _from, _clock) = (settings, from, clock);
        _places = new SemaphoreSlim(settings.AtOnce);
        _tidying = clock.CreateTimer(_ => _ = CloseFree(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <exception cref="SmtpLaterException">The relay did not take this mail now.</exception>
    public async Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        using var message = EmlWriter.Compose(mail, _from, _clock.GetUtcNow());
        var to = Mailbox(mail.ToAddress);
        ThrowWhileAtRest();
        if (!await _places.WaitAsync(_settings.Patience, cancellation))
            throw new MailOutageException("Er gaat nu te veel mail tegelijk uit. Deze mail volgt zo snel mogelijk.");
        try
        {
            ThrowWhileAtRest();
            await HandOver(message, to, cancellation);
        }
        finally
        {
            _places.Release();
        }
    }

    public void Dispose()
    {
        lock (_gate)
            _isOver = true;
        _tidying.Dispose();
        while (Take() is { } line)
            line.Dispose();
        _places.Dispose();
    }

    private async Task HandOver(MimeMessage message, MailboxAddress to, CancellationToken cancellation)
    {
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        inTime.CancelAfter(_settings.Patience);
        try
        {
            if (!await WentByOpenLine(message, to, inTime.Token))
                await Send(await SmtpLine.Open(_settings, inTime.Token), message, to, inTime.Token);
        }
        catch (SmtpFailure failure)
        {
            cancellation.ThrowIfCancellationRequested();
            if (failure.Rest > TimeSpan.Zero)
                Rest(failure);
            throw failure.Told;
        }
    }

    /// <summary>False when no connection is open, or when the relay had ended it meanwhile: then nothing of the mail was taken.</summary>
    private async Task<bool> WentByOpenLine(MimeMessage message, MailboxAddress to, CancellationToken inTime)
    {
        while (Take() is { } line)
        {
            try
            {
                await Send(line, message, to, inTime);
                return true;
            }
            catch (SmtpFailure failure) when (!line.IsOpen && !line.IsHandingOver && failure.Told is not MailRefusedException
                && !inTime.IsCancellationRequested)
            {
                // An old connection that is gone says nothing about a new one.
            }
        }
        return false;
    }

    private async Task Send(SmtpLine line, MimeMessage message, MailboxAddress to, CancellationToken inTime)
    {
        try
        {
            await line.Send(message, new MailboxAddress("", _from.Address), to, inTime);
        }
        finally
        {
            GiveBack(line);
        }
    }

    private SmtpLine? Take()
    {
        lock (_gate)
            return _free.TryPop(out var line) ? line : null;
    }

    private void GiveBack(SmtpLine line)
    {
        lock (_gate)
        {
            if (line.IsOpen && !_isOver)
            {
                _free.Push(line);
                _tidying.Change(_settings.Idle, Timeout.InfiniteTimeSpan);
                return;
            }
        }
        line.Dispose();
    }

    private async Task CloseFree()
    {
        while (Take() is { } line)
            await line.Close();
    }

    private void Rest(SmtpFailure failure)
    {
        var until = _clock.GetUtcNow() + failure.Rest;
        lock (_gate)
        {
            if (until > _rest.Until)
                _rest = (until, failure.Told is MailOutageException ? failure.Message : "De mailserver vraagt even geduld. Deze mail volgt zo snel mogelijk.");
        }
    }

    private void ThrowWhileAtRest()
    {
        lock (_gate)
        {
            if (_clock.GetUtcNow() < _rest.Until)
                throw new MailOutageException(_rest.Why);
        }
    }

    private static MailboxAddress Mailbox(string address)
    {
        try
        {
            return new MailboxAddress("", address);
        }
        catch (ParseException)
        {
            throw new MailRefusedException("The address on this mail is not a mail address.");
        }
    }
}
