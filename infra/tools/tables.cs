#:package Azure.Data.Tables@12.11.0
#:package Azure.Identity@1.21.0
#:property ManagePackageVersionsCentrally=false
#:property RestorePackagesWithLockFile=false
#:property PublishAot=false

// Copies a table to a file of one JSON line per entity, and such a file into an empty table; docs/operations.md tells when.
//   dotnet run infra/tools/tables.cs -- backup  ADDRESS TABLE FILE
//   dotnet run infra/tools/tables.cs -- restore ADDRESS TABLE FILE
// ADDRESS is the table service (https://NAME.table.core.windows.net, signed in by `az login`) or, locally, a connection string.

using System.Globalization;
using System.Text.Json.Nodes;
using Azure;
using Azure.Data.Tables;
using Azure.Identity;

if (args is not [("backup" or "restore") and var task, var address, var name, var path])
{
    Console.Error.WriteLine("Give: backup|restore ADDRESS TABLE FILE");
    return 2;
}

var table = address.StartsWith("https://", StringComparison.Ordinal)
    ? new TableClient(new Uri(address), name, new DefaultAzureCredential())
    : new TableClient(address, name);
try
{
    var count = task == "backup" ? await BackUp(table, path) : await Restore(table, path);
    Console.WriteLine($"{task}: {count} entities");
    return 0;
}
catch (RequestFailedException e) when (e.Status is 401 or 403)
{
    Console.Error.WriteLine("Refused. Check your role (Storage Table Data Reader or Contributor) and whether your address is let in.");
    return 1;
}
catch (RequestFailedException e) when (e.Status is 409)
{
    Console.Error.WriteLine("The table already holds one of these entities. Restore into an empty table.");
    return 1;
}

static async Task<int> BackUp(TableClient table, string path)
{
    var count = 0;
    await using var file = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
    await foreach (var entity in table.QueryAsync<TableEntity>())
    {
        var row = new JsonObject();
        foreach (var (key, value) in entity.Where(p => p.Key is not ("odata.etag" or "Timestamp")))
        {
            row[key] = new JsonArray(value.GetType().Name, Text(value));
        }

        await file.WriteLineAsync(row.ToJsonString());
        count++;
    }

    return count;
}

static async Task<int> Restore(TableClient table, string path)
{
    var count = 0;
    await table.CreateIfNotExistsAsync();
    await foreach (var line in File.ReadLinesAsync(path))
    {
        var entity = new TableEntity();
        foreach (var (key, value) in JsonNode.Parse(line)!.AsObject())
        {
            entity[key] = Value((string)value![0]!, (string)value[1]!);
        }

        await table.AddEntityAsync(entity);
        count++;
    }

    return count;
}

static string Text(object value) => value switch
{
    byte[] bytes => Convert.ToBase64String(bytes),
    IFormattable number and not DateTimeOffset => number.ToString(null, CultureInfo.InvariantCulture),
    DateTimeOffset instant => instant.ToString("O", CultureInfo.InvariantCulture),
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
