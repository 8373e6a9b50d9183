#:package Azure.Data.Tables@12.13.0
#:package Azure.Storage.Blobs@12.30.1
#:package Azure.Identity@1.21.0
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Copies the table and the attachments to a folder, and such a folder into an empty store; docs/operations.md tells when.
//   dotnet run infra/tools/store.cs -- backup  ACCOUNT FOLDER [TABLE CONTAINER]
//   dotnet run infra/tools/store.cs -- restore ACCOUNT FOLDER [TABLE CONTAINER]
//   dotnet run infra/tools/store.cs -- verify  ACCOUNT FOLDER [TABLE CONTAINER]
//   dotnet run infra/tools/store.cs -- backup-votes  ACCOUNT FOLDER [TABLE CONTAINER]
//   dotnet run infra/tools/store.cs -- restore-votes ACCOUNT FOLDER [TABLE CONTAINER]
// A running vote lies in a table of its own and is copied apart, with half of its key: that folder is destroyed at the decision. So a copy
// that is kept longer holds no key of a vote, and cannot bring back one that was decided.
// ACCOUNT is the name of the storage account (signed in by `az login`) or, locally, a connection string. The folder holds rows.jsonl (a line
// per row), blobs.jsonl (a line per attachment, with its hash) and the attachments themselves. Restoring ends with verifying.

using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

if (args is not [
    ("backup" or "restore" or "verify" or "backup-votes" or "restore-votes") and var task, var account, var folder, .. { Length: 0 or 2 } names])
{
    Console.Error.WriteLine("Give: backup|restore|verify|backup-votes|restore-votes ACCOUNT FOLDER [TABLE CONTAINER]");
    return 2;
}

var (tableName, containerName) = names is [var t, var c] ? (t, c) : ("smederijen", "bijlagen");
var (tables, container) = account.Contains('=')
    ? (new TableServiceClient(account), new BlobContainerClient(account, containerName))
    : (new TableServiceClient(new Uri($"https://{account}.table.core.windows.net"), new DefaultAzureCredential()),
        new BlobContainerClient(new Uri($"https://{account}.blob.core.windows.net/{containerName}"), new DefaultAzureCredential()));
var table = tables.GetTableClient(tableName);
var (rowsFile, blobsFile, blobsFolder) = (Path.Combine(folder, "rows.jsonl"), Path.Combine(folder, "blobs.jsonl"), Path.Combine(folder, "blobs"));
var keysFile = Path.Combine(folder, "keys.jsonl");
// Stands in the name of a vote's table between that of the main table and a hash.
const string VoteMark = "stembus";
try
{
    return await (task switch
    {
        "backup" => BackUp(), "restore" => Restore(), "backup-votes" => BackUpVotes(), "restore-votes" => RestoreVotes(), _ => Verify(),
    });
}
catch (RequestFailedException e) when (e.Status is 401 or 403)
{
    return Stop("Refused. Check your roles (Storage Table and Storage Blob Data Reader, to restore Contributor) and whether your address is let in.");
}
catch (RequestFailedException e) when (e.Status is 404)
{
    return Stop("There is no such table or container. Check the names.");
}

// The rows first: an attachment without a row is harmless, a row without its attachment is not.
async Task<int> BackUp()
{
    if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        return Stop($"The folder {folder} is not empty. Give another.");
    Directory.CreateDirectory(blobsFolder);
    var (rows, blobs) = (0, 0);
    await using (var file = Create(rowsFile))
    {
        await foreach (var entity in table.QueryAsync<TableEntity>())
        {
            if (IsVoteKey(entity))
                continue;
            await file.WriteLineAsync(Line(entity));
            rows++;
        }
    }

    await using (var file = Create(blobsFile))
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, default))
        {
            var path = BlobFile(blob.Name);
            if (!await Download(blob.Name, path))
                continue;
            await file.WriteLineAsync(Entry(blob, await Hash(path)).ToJsonString());
            blobs++;
        }
    }

    Console.WriteLine($"backup: {rows} rows, {blobs} attachments");
    return 0;
}

// False when it was erased since it was listed.
async Task<bool> Download(string name, string path)
{
    try
    {
        await container.GetBlobClient(name).DownloadToAsync(path);
        return true;
    }
    catch (RequestFailedException gone) when (gone.ErrorCode == BlobErrorCode.BlobNotFound)
    {
        File.Delete(path);
        return false;
    }
}

async Task<int> Restore()
{
    await table.CreateIfNotExistsAsync();
    await container.CreateIfNotExistsAsync();
    if (await Any(table.QueryAsync<TableEntity>(maxPerPage: 1)) || await Any(container.GetBlobsAsync()))
        return Stop("The table or the container is not empty. Restore into an empty table and an empty container.");
    // What is damaged is found before anything is written.
    foreach (var entry in Entries())
    {
        if (await Hash(BlobFile(Name(entry))) != (string)entry["sha256"]!)
            return Stop($"The attachment {Name(entry)} in the folder is not the one that was backed up.");
    }

    // The attachments first, so that no row names one that is not there yet.
    foreach (var entry in Entries())
    {
        await container.GetBlobClient(Name(entry)).UploadAsync(BlobFile(Name(entry)), new BlobUploadOptions
        {
            HttpHeaders = new BlobHttpHeaders
            {
                ContentType = (string?)entry["contentType"],
                ContentDisposition = (string?)entry["contentDisposition"],
                CacheControl = (string?)entry["cacheControl"],
            },
            Metadata = entry["metadata"]!.AsObject().ToDictionary(pair => pair.Key, pair => (string)pair.Value!),
        });
    }

    foreach (var partition in File.ReadLines(rowsFile).Select(Entity).GroupBy(entity => entity.PartitionKey))
    {
        foreach (var batch in Batches(partition))
            await table.SubmitTransactionAsync(batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)));
    }

    return await Verify();
}

// The keys first: a vote that is decided meanwhile leaves a key without a table, which opens nothing.
async Task<int> BackUpVotes()
{
    if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        return Stop($"The folder {folder} is not empty. Give another.");
    Directory.CreateDirectory(folder);
    var (votes, rows) = (0, 0);
    await using (var file = Create(keysFile))
    {
        await foreach (var entity in table.QueryAsync<TableEntity>())
        {
            if (IsVoteKey(entity))
                await file.WriteLineAsync(Line(entity));
        }
    }

    await foreach (var vote in tables.QueryAsync())
    {
        if (!vote.Name.StartsWith(tableName + VoteMark, StringComparison.Ordinal))
            continue;
        await using var file = Create(Path.Combine(folder, vote.Name + ".jsonl"));
        votes++;
        await foreach (var entity in tables.GetTableClient(vote.Name).QueryAsync<TableEntity>())
        {
            await file.WriteLineAsync(Line(entity));
            rows++;
        }
    }

    Console.WriteLine($"backup-votes: {votes} votes, {rows} rows. Destroy this folder when these votes are decided.");
    return 0;
}

async Task<int> RestoreVotes()
{
    var keys = File.ReadLines(keysFile).Select(Entity).ToList();
    foreach (var key in keys)
    {
        if ((await table.GetEntityIfExistsAsync<TableEntity>(key.PartitionKey, key.RowKey)) is { HasValue: true, Value: var there }
            && !IsVoteKey(there!))
            return Stop($"The vote of {Key(key)} was decided and its key destroyed; its ballots do not come back. Destroy the folder.");
    }

    foreach (var path in Directory.EnumerateFiles(folder, tableName + VoteMark + "*.jsonl"))
    {
        var vote = tables.GetTableClient(Path.GetFileNameWithoutExtension(path));
        await vote.CreateIfNotExistsAsync();
        if (await Any(vote.QueryAsync<TableEntity>(maxPerPage: 1)))
            return Stop($"The table {vote.Name} is not empty. Nothing is written over what is there.");
        foreach (var batch in Batches(File.ReadLines(path).Select(Entity)))
            await vote.SubmitTransactionAsync(batch.Select(entity => new TableTransactionAction(TableTransactionActionType.Add, entity)));
    }

    // The keys last: without its key a vote that is half there is not counted.
    foreach (var key in keys)
        await table.UpsertEntityAsync(key, TableUpdateMode.Replace);
    Console.WriteLine($"restore-votes: {keys.Count} votes");
    return 0;
}

// Compares the store with the folder, both ways.
async Task<int> Verify()
{
    var differences = new List<string>();
    var expected = File.ReadLines(rowsFile).ToDictionary(line => Key(Entity(line)));
    var rows = expected.Count;
    await foreach (var entity in table.QueryAsync<TableEntity>())
    {
        if (IsVoteKey(entity))
            continue;
        if (!expected.Remove(Key(entity), out var line))
            differences.Add($"row {Key(entity)} is not in the folder");
        else if (line != Line(entity))
            differences.Add($"row {Key(entity)} differs");
    }

    differences.AddRange(expected.Keys.Select(key => $"row {key} is missing"));
    var entries = Entries().ToDictionary(Name);
    var blobs = entries.Count;
    await foreach (var blob in container.GetBlobsAsync(BlobTraits.Metadata, BlobStates.None, prefix: null, default))
    {
        if (!entries.Remove(blob.Name, out var entry))
            differences.Add($"attachment {blob.Name} is not in the folder");
        else if (!JsonNode.DeepEquals(entry, Entry(blob, await Hash(await container.GetBlobClient(blob.Name).OpenReadAsync()))))
            differences.Add($"attachment {blob.Name} differs");
    }

    differences.AddRange(entries.Keys.Select(name => $"attachment {name} is missing"));
    foreach (var difference in differences)
        Console.WriteLine(difference);
    Console.WriteLine($"{task}: {rows} rows, {blobs} attachments, {differences.Count} differences");
    return differences.Count == 0 ? 0 : 1;
}

// Half of the key of a vote that is not decided yet; after that the row only says that it was destroyed.
static bool IsVoteKey(TableEntity entity) =>
    entity.RowKey.StartsWith("ronde|", StringComparison.Ordinal) && entity.RowKey.EndsWith("|stemsleutel", StringComparison.Ordinal)
    && entity.GetString("Data") != "vernietigd";

static int Stop(string sentence)
{
    Console.Error.WriteLine(sentence);
    return 1;
}

static StreamWriter Create(string path) => new(new FileStream(path, FileMode.CreateNew, FileAccess.Write));

static async Task<bool> Any<T>(AsyncPageable<T> items)
    where T : notnull
{
    await foreach (var _ in items)
        return true;
    return false;
}

// A transaction of Azure Tables takes 100 rows and 4 MiB; rows are at most 1 MiB, so the size is guarded with room to spare.
static IEnumerable<List<TableEntity>> Batches(IEnumerable<TableEntity> rows)
{
    var (batch, size) = (new List<TableEntity>(), 0);
    foreach (var row in rows)
    {
        var length = Line(row).Length * 2;
        if (batch.Count == 100 || (batch.Count > 0 && size + length > 3_000_000))
        {
            yield return batch;
            (batch, size) = ([], 0);
        }

        batch.Add(row);
        size += length;
    }

    if (batch.Count > 0)
        yield return batch;
}

// Attachments carry generated names, but nothing that a store answers may lead out of the folder.
string BlobFile(string name) => Path.Combine(blobsFolder, Uri.EscapeDataString(name));

IEnumerable<JsonObject> Entries() => File.ReadLines(blobsFile).Select(line => JsonNode.Parse(line)!.AsObject());

static string Name(JsonObject entry) => (string)entry["name"]!;

static JsonObject Entry(BlobItem blob, string hash) => new()
{
    ["name"] = blob.Name,
    ["length"] = blob.Properties.ContentLength,
    ["contentType"] = blob.Properties.ContentType,
    ["contentDisposition"] = blob.Properties.ContentDisposition,
    ["cacheControl"] = blob.Properties.CacheControl,
    ["metadata"] = new JsonObject(blob.Metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
    ["sha256"] = hash,
};

static async Task<string> Hash(object source)
{
    await using var stream = source as Stream ?? File.OpenRead((string)source);
    return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream));
}

static string Key(TableEntity entity) => $"{entity.PartitionKey}/{entity.RowKey}";

static string Line(TableEntity entity)
{
    var row = new JsonObject();
    var kept = entity.Where(p => p.Key is not ("odata.etag" or "Timestamp") && p.Value is not null);
    foreach (var (key, value) in kept.OrderBy(p => p.Key, StringComparer.Ordinal))
        row[key] = new JsonArray(value.GetType().Name, Text(value));
    return row.ToJsonString();
}

static TableEntity Entity(string line)
{
    var entity = new TableEntity();
    foreach (var (key, value) in JsonNode.Parse(line)!.AsObject())
        entity[key] = Value((string)value![0]!, (string)value[1]!);
    return entity;
}

static string Text(object value) => value switch
{
    byte[] bytes => Convert.ToBase64String(bytes),
    DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
    IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
    _ => value.ToString()!,
};

static object Value(string type, string text) => type switch
{
    "String" => text,
    "Int32" => int.Parse(text, CultureInfo.InvariantCulture),
    "Int64" => long.Parse(text, CultureInfo.InvariantCulture),
    "Double" => double.Parse(text, CultureInfo.InvariantCulture),
    "Boolean" => bool.Parse(text),
    "DateTimeOffset" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
    "Guid" => Guid.Parse(text),
    "Byte[]" => Convert.FromBase64String(text),
    _ => throw new FormatException($"The file has a value of the unknown type {type}."),
};
