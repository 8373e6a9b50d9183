using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace Smederijen.LocalHost.Http;

/// <summary>
/// Room for a number of connections. Who comes when it is full gets the place of the one that keeps it longest without sending a whole
/// request, so that slow senders, however many, keep nobody out: not a visitor, and not the supervisor that asks <c>/gezond</c>. A limit
/// that turns newcomers away does the opposite.
/// </summary>
public sealed partial class ConnectionRoom(int places, TimeProvider clock, ILogger<ConnectionRoom> log)
{
    /// <summary>A form of an honest visitor has arrived by then, with the answer on its way.</summary>
    private static readonly TimeSpan ForABody = TimeSpan.FromSeconds(1);

    /// <summary>No page takes so long; who still has not got the answer does not read it.</summary>
    private static readonly TimeSpan ForAnAnswer = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();
    private readonly LinkedList<Seat> _seats = [];
    private long? _warned;

    /// <summary>How many connections have a place.</summary>
    public int Places => places;

    /// <summary>With those that were told to go and have not gone yet; the server takes in no more than this.</summary>
    public int PlacesAndDoor => places + places / 4;

    /// <summary>Gives a connection a place for as long as it lasts.</summary>
    public async Task Serve(ConnectionContext connection, ConnectionDelegate next)
    {
        var seat = new Seat(connection, clock);
        connection.Features.Set(seat);
        Enter(seat)?.Leave();
        try
        {
            await next(connection);
        }
        finally
        {
            lock (_gate)
            {
                if (seat.Place.List is not null)
                    _seats.Remove(seat.Place);
            }
        }
    }

    /// <summary>Notes that the head of a request is there, and that the answer has gone.</summary>
    public static async Task Count(HttpContext http, RequestDelegate next)
    {
        var seat = http.Features.Get<Seat>();
        seat?.Await(http.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true } ? Waits.ForABody : Waits.ForUs);
        try
        {
            await next(http);
        }
        finally
        {
            seat?.Await(Waits.ForARequest);
        }
    }

    /// <summary>The one that has to go for it, which may be itself; null while there is room.</summary>
    private Seat? Enter(Seat seat)
    {
        lock (_gate)
        {
            _seats.AddLast(seat.Place);
            if (_seats.Count <= places)
                return null;
            var slowest = _seats.Where(one => one != seat).MaxBy(one => one.Claim) is { Claim.Turn: > Turn.Stays } found ? found : seat;
            _seats.Remove(slowest.Place);
            Warn();
            return slowest;
        }
    }

    private void Warn()
    {
        if (_warned is { } before && clock.GetElapsedTime(before) < BetweenWarnings)
            return;
        _warned = clock.GetTimestamp();
        Log.Full(log, places);
    }

    private enum Waits
    {
        ForARequest,
        ForABody,
        ForUs,
    }

    /// <summary>When all places are taken, the highest goes.</summary>
    private enum Turn
    {
        Stays,

        /// <summary>Its form may be an honest one, and goes only where nobody else can: the newcomer may be a visitor.</summary>
        Last,

        /// <summary>It sends or reads too slowly.</summary>
        Second,

        /// <summary>It has sent no request.</summary>
        First,
    }

    private sealed class Seat
    {
        private readonly ConnectionContext _connection;
        private readonly TimeProvider _clock;
        private long _since;
        private volatile Waits _waits;

        public Seat(ConnectionContext connection, TimeProvider clock)
        {
            (_connection, _clock, _since) = (connection, clock, clock.GetTimestamp());
            Place = new LinkedListNode<Seat>(this);
        }

        public LinkedListNode<Seat> Place { get; }

        /// <summary>Whose turn it is to go, and of those who it is for longest.</summary>
        public (Turn Turn, TimeSpan Age) Claim => (_waits, _clock.GetElapsedTime(Volatile.Read(ref _since))) switch
        {
            (Waits.ForARequest, var age) => (Turn.First, age),
            (Waits.ForABody, var age) => (age > ForABody ? Turn.Second : Turn.Last, age),
            (Waits.ForUs, var age) => (age > ForAnAnswer ? Turn.Second : Turn.Stays, age),
            var (_, age) => (Turn.Stays, age),
        };

        public void Await(Waits waits)
        {
            Volatile.Write(ref _since, _clock.GetTimestamp());
            _waits = waits;
        }

        public void Leave() => _connection.Abort(new ConnectionAbortedException("All places are taken, and this connection kept its own longest."));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "All {Places} connections are in use; those that keep theirs longest are ended for who comes")]
        public static partial void Full(ILogger logger, int places);
    }
}
