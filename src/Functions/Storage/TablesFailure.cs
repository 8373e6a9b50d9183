using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Azure.Identity;

namespace Smederijen.Functions.Storage;

/// <summary>Says in the operator's words what is wrong with the table service, and what to do about it.</summary>
internal static class TablesFailure
{
    /// <summary>Lets conflicts pass, and turns every other failure of the service into one that says what to do.</summary>
    /// <param name="gone">What is thrown when the table is not there; null when that is a failure as any other.</param>
    public static async Task<T> Explained<T>(TableClient table, Func<Exception>? gone, Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (RequestFailedException failure) when (gone is not null && failure.ErrorCode == TableErrorCode.TableNotFound)
        {
            throw gone();
        }
        catch (Exception failure) when (StorageFailure.IsOne(failure) && !(failure is RequestFailedException refused && IsConflict(refused)))
        {
            throw StorageFailure.Explain(failure, $"table '{table.Name}'", "Storage Table Data Contributor");
        }
    }

    /// <summary>The row exists already, is gone, or was changed by another. An answer without a code, such as a proxy's, is none of these.</summary>
    public static bool IsConflict(RequestFailedException refused) => (refused.Status, refused.ErrorCode) switch
    {
        (409, { } code) => code == TableErrorCode.EntityAlreadyExists,
        (404, { } code) => code == TableErrorCode.ResourceNotFound || code == TableErrorCode.EntityNotFound,
        (412, _) => true,
        _ => false,
    };
}

/// <summary>What can go wrong with either service of a storage account.</summary>
internal static class StorageFailure
{
    /// <summary>Refused or unreachable, also after the client's own tries; a wait that ran out counts, a caller that left does not.</summary>
    public static bool IsOne(Exception failure) =>
        failure is RequestFailedException or AuthenticationFailedException or IOException or AggregateException
        or TaskCanceledException { InnerException: TimeoutException };

    public static StoreUnavailableException Explain(Exception failure, string what, string role) => new(Advice(failure, what, role), failure);

    private static string Advice(Exception failure, string what, string role) => failure switch
    {
        AuthenticationFailedException => $"The app could not sign in to use the {what}. Check AZURE_CLIENT_ID and that the identity is assigned to the app.",
        RequestFailedException { Status: 401 or 403 } => $"The app may not use the {what}. Give its identity the role '{role}'; that takes up to ten minutes to work.",
        RequestFailedException { Status: 409, ErrorCode: "TableBeingDeleted" } =>
            $"The {what} is still being removed, which takes up to a minute. Work goes on by itself after that.",
        RequestFailedException { Status: 404 } => $"The {what} does not exist. Restart the app: it makes what is missing. After a restore, check its name in the settings.",
        RequestFailedException { Status: 429 or >= 500 } refused => $"The {what} is too busy or out of order (status {refused.Status}). Work goes on by itself after that.",
        RequestFailedException { Status: > 0 } refused => $"The {what} refused a request (status {refused.Status}{(refused.ErrorCode is { Length: > 0 } code ? $", {code}" : "")}). Report this as a fault.",
        _ => $"The {what} is out of reach. Check the network between app and storage; work goes on by itself after that.",
    };
}
