using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Smederijen.LocalHost.Storage;

namespace Smederijen.LocalHost;

/// <summary>The program cannot start as it was asked to; the message tells the operator why, and what to do.</summary>
public sealed class CannotStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What to tell the operator when starting ended in this failure; null when it is a fault of the program itself.</summary>
    public static string? Sentence(Exception failure, LocalOptions options) => failure switch
    {
        CannotStartException or StoreUnavailableException => failure.Message,
        IOException { InnerException: AddressInUseException } =>
            $"Port {options.Port} is in use by another program. Stop that program, or choose another port with --port.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            $"The user that runs this program may not use port {options.Port}. Choose another port with --port.",
        _ when FolderFailure.Is(failure) => FolderFailure.Advice(failure, options.Data),
        _ => null,
    };
}
