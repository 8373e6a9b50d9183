using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;
using Smederijen.Functions;
using Smederijen.Functions.Http;

var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<WhoAsks>();
builder.Services.AddSmederijen(builder.Configuration);
builder.Build().Run();
