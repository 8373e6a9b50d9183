using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Smederijen.Functions;
using Smederijen.Functions.Http;
using Smederijen.Portal.Attachments;

var temporary = Path.Combine(Path.GetTempPath(), "smederijen-formulieren");
TemporaryFiles.LieIn(temporary);
TemporaryFiles.Clear(temporary);
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WhoAsks>();
builder.Services.AddSmederijen(builder.Configuration);
builder.Build().Run();
